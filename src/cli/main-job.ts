import type { Answer, CallName, Calls } from '../app/calls.ts';
import { fold } from '../domain/core/word.ts';
import { rowsOf } from '../host/core/look.ts';
import { Unusable } from '../host/core/unusable.ts';
import type { Host } from '../host/host.ts';
import { sayDay } from '../words/core/day.ts';
import { TARGET_KIND_LABELS } from '../words/core/labels.ts';
import { type DemoFacts, sayDemo } from '../words/host/demo.ts';
import { sayMail, sayReport } from './say-replies.ts';

/** The chairman's yearly duties stand beside the tasks of a plan under codes of their own. */
const DUTY = /^V\d/u;

/** The main job on an open workbook: judge everything, check it, make the period's report, mail what is new. Gives the summary. */
export function doMainJob(host: Host, period: string): string[] {
  const refreshed = must(host.ask('refresh', {}));
  const report = must(host.ask('report', { period }));
  const mail = must(host.ask('mail', { preview: false }));
  const facts: DemoFacts = {
    day: sayDay(host.now().day),
    period,
    plan: planCounts(host),
    counts: refreshed.counts,
    report: sayReport(report),
    mail: sayMail(mail, true),
  };
  return sayDemo(facts);
}

/** The reply, or the script's refusal as the one sentence the program ends with. */
export function must<Name extends CallName>(answer: Answer<Name>): Calls[Name]['reply'] {
  if (!answer.ok) throw new Unusable(answer.sentence);
  return answer.reply;
}

/** Counted in the workbook itself, not in what set-up said. */
function planCounts({ model }: Host): DemoFacts['plan'] {
  const rows = rowsOf(model, 'Kế hoạch - Chỉ tiêu', ['Mã', 'Loại chỉ tiêu']).filter((row) => row.get('Mã') !== '');
  const statistics = rows.filter((row) => fold(row.get('Loại chỉ tiêu') ?? '') === fold(TARGET_KIND_LABELS.statistic)).length;
  const tasks = rowsOf(model, 'Kế hoạch - Nhiệm vụ', ['Mã'])
    .map((row) => row.get('Mã') ?? '')
    .filter((id) => id !== '');
  const duties = tasks.filter((id) => DUTY.test(id)).length;
  return { indicators: rows.length - statistics, statistics, duties, tasks: tasks.length - duties };
}
