import type { News, Replies, Told } from '../../src/workbench/protocol.ts';
import type { DeskCommand } from '../../src/workbench/server/commands.ts';
import type { FromDesk, ToDesk } from '../../src/workbench/server/messages.ts';
import { runDesk } from '../../src/workbench/server/run-desk.ts';

/** What was heard so far, while a desk is played. */
export type Heard = {
  readonly all: readonly FromDesk[];
  news<Kind extends News['is']>(is: Kind): Extract<News, { is: Kind }>[];
};

/** Something that happens: a command or call of a window, or another program at the file. */
export type Step =
  | { readonly window: string; readonly command: DeskCommand }
  | { readonly window: string; readonly call: string; readonly with: unknown }
  | { readonly gone: string }
  | { readonly meanwhile: () => void };

/** Plays steps on a desk in this thread, each made when the one before was handed over, then closes it. */
export function playDesk(workspace: string, steps: readonly ((heard: Heard) => Step)[], workbook = 'so-cchc.xlsx'): Heard {
  const all: FromDesk[] = [];
  const heard: Heard = {
    all,
    news: (is) => all.flatMap((one) => (one.is === 'news' && isOf(one.news, is) ? [one.news] : [])),
  };
  const left = [...steps];
  let id = 0;
  const next = (): ToDesk => {
    const step = left.shift()?.(heard);
    if (step === undefined) return { is: 'close' };
    id += 1;
    if ('meanwhile' in step) {
      step.meanwhile();
      return next();
    }
    if ('gone' in step) return { is: 'gone', window: step.gone };
    if ('command' in step) return { is: 'command', id, window: step.window, command: step.command };
    return { is: 'call', id, window: step.window, name: 'ask', args: [JSON.stringify({ call: step.call, with: step.with })] };
  };
  runDesk({ workspace, workbook, today: null, smtpUrl: null }, { next }, (message) => all.push(structuredClone(message)));
  return heard;
}

function isOf<Kind extends News['is']>(news: News, is: Kind): news is Extract<News, { is: Kind }> {
  return news.is === is;
}

/** What the step of that number (from 1) was told. */
export function toldOf({ all }: Heard, step: number): Told {
  const found = all.find((one) => one.is === 'told' && one.id === step);
  if (found?.is !== 'told') throw new Error(`Bug: step ${step} was told nothing`);
  return found.told;
}

/** The reply to a step that was done. */
export function replyOf<Name extends DeskCommand['do']>(heard: Heard, step: number, _: Name): Replies[Name] {
  const told = toldOf(heard, step);
  if (!told.ok) throw new Error(`Bug: step ${step} was refused: ${told.sentence}`);
  return told.reply as Replies[Name];
}

/** The sentence by which a step was refused. */
export function refusalOf(heard: Heard, step: number): string {
  const told = toldOf(heard, step);
  return told.ok ? '' : told.sentence;
}
