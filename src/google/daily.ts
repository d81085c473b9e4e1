import type { Ports } from '../app/base/ports.ts';
import { dailyRun } from '../app/mail/daily-run.ts';
import type { DailyReply } from '../app/replies/mail.ts';
import { DAILY_TROUBLES } from '../words/mail/daily.ts';
import { dropDailyTriggers, whoseDailyMail } from './adapters/daily-trigger.ts';
import type { Google } from './surface/google.ts';

type Trigger = { readonly google: Google; readonly ports: Ports; readonly log: (step: string, error: unknown) => void };

/** The daily run in the name of whoever has it; after a hand-over the former one's trigger only takes itself away. */
export function runDailyOf({ google, ports, log }: Trigger): DailyReply {
  const whose = whoseDailyMail(google);
  if (whose !== 'another') return dailyRun(ports, { log, isAppointed: whose === 'mine' });
  dropDailyTriggers(google);
  return { mail: null, troubles: [DAILY_TROUBLES.another] };
}
