import type { Calls } from '../app/calls.ts';
import type { Extra } from '../domain/plan/extras.ts';
import { Unusable } from '../host/core/unusable.ts';
import type { Host } from '../host/host.ts';
import { REGISTER_SENTENCES } from '../words/host/registers.ts';
import { documentIn } from './document-in.ts';
import { asked, fine, type Said } from './say-replies.ts';

/** What the verbs of the registers take of the command line beside a row's code and its values; '' where nothing was given. */
export type RegisterWish = {
  readonly set: string;
  readonly years: string;
  readonly title: string;
  readonly until: string;
  readonly minimum: string;
};

/** Reads them from the options. */
export function registerWishIn(text: (name: 'plan' | 'years' | 'title' | 'due' | 'minimum') => string | null): RegisterWish {
  return {
    set: text('plan') ?? '',
    years: text('years') ?? '',
    title: text('title') ?? '',
    until: text('due') ?? '',
    minimum: text('minimum') ?? '',
  };
}

type Row = { readonly id: string; readonly values: Readonly<Record<string, string>> };
export type RegisterAsked = { readonly wish: RegisterWish; readonly row: Row; readonly file: string | null };

/**
 * Lists a register, or writes into it what was given: a row, the criteria of a set, the answers of a form's export. A register that the workbook does not
 * keep yet is added by the first thing that is written into it, and listing it says how.
 */
export function runRegister(host: Host, register: Extra, { wish, row, file }: RegisterAsked): Said {
  const writes = Object.keys(row.values).length > 0 || file !== null || (register === 'scores' && wish.set !== '');
  if (!writes) return asked(host.ask('extras', {}), (view) => listed(view, register));
  const added = asked(host.ask('add-extra', { extra: register }), ({ isNew, sentence }) => fine(isNew ? [sentence] : []));
  const done = written(host, register, { wish, row, file });
  return fine([...added.lines, ...done.lines]);
}

function written(host: Host, register: Extra, { wish, row, file }: RegisterAsked): Said {
  if (file !== null) {
    const text = new TextDecoder().decode(Buffer.from(documentIn(file), 'base64'));
    const { title, until, minimum } = wish;
    const survey = { file: text, title, subject: 'citizens', until, minimum, feeds: row.id } as const;
    return asked(host.ask('import-survey', survey), ({ sentence }) => fine([sentence]));
  }
  if (Object.keys(row.values).length > 0)
    return asked(host.ask('record', { register, ...row }), ({ sentence }) => fine([sentence]));
  return asked(host.ask('lay-criteria', { set: wish.set, year: yearOf(wish) }), ({ sentence }) => fine([sentence]));
}

/** The one year of `--years`. */
export function yearOf({ years }: RegisterWish): number {
  if (!/^\d{4}$/u.test(years.trim())) throw new Unusable(REGISTER_SENTENCES.noYear);
  return Number(years);
}

function listed({ inspections, surveys, scores, differs }: Calls['extras']['reply'], register: Extra): Said {
  const lines = {
    inspections: inspections && [
      inspections.summary,
      ...inspections.lines.map(({ id, text, said }) => `${id}: ${text} – ${said}`),
    ],
    surveys: surveys?.list.flatMap(({ id, said, questions }) => [
      `${id}: ${said}`,
      ...questions.map((question) => `  ${question.text} – ${question.said}`),
    ]),
    scores: scores && [scores.summary, ...scores.lines.map(({ text, said }) => `${text} – ${said}`)],
  }[register];
  if (lines == null) return fine([REGISTER_SENTENCES.notKept]);
  const told = lines.filter((line) => line !== '');
  return { lines: told.length === 0 ? [REGISTER_SENTENCES.empty] : told, problems: differs > 0 };
}
