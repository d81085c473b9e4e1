import { day } from '../../src/domain/core/day.ts';
import type { Alert } from '../../src/domain/mail/alert.ts';
import type { Task, TaskStanding } from '../../src/domain/plan/task.ts';
import { sayLetter } from '../../src/words/mail/letter-mail.ts';
import type { SaidMail } from '../../src/words/mail/mail-lines.ts';
import type { Hostile } from '../fixtures/corpus.ts';
import { encodable, marked, unmarked } from './rules.ts';
import type { Escape } from './tally.ts';

/** How many alerts a letter tells in full, and how long they may be with their marks. */
const IN_ONE_LETTER = 40;
export const LONGEST_TOLD = 380;

/** A text of a cell in a mail: one line, its direction of writing that of the mail (`bare` in src/words/mail/mail-lines.ts). */
export const asTold = (text: string): string =>
  encodable(text.replace(/[\s\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' '));

/** A task past its deadline that says the text in every place that a mail tells. */
function alertOf(text: string, at: number): Alert {
  const said = marked(text, at);
  const due = { kind: 'day', day: day('2024-09-12') } as const;
  const words = {
    id: said,
    title: said,
    lead: said,
    field: said,
    product: said,
    budgetSource: said,
    planPlace: said,
    note: said,
    plan: said,
    quote: said,
    watchers: [said],
    allotted: null,
    spent: null,
  };
  const task: Task = {
    ...words,
    supports: [],
    frequency: 'dated',
    startOn: null,
    due,
    dueRule: 'by-end-of',
    budget: null,
    origin: 'plan',
  };
  const standing: TaskStanding = {
    task: said,
    period: said,
    status: 'overdue',
    told: true,
    lastDay: due.day,
    binding: true,
    isPast: true,
    question: null,
    completedOn: null,
    remindFrom: null,
    overdueFrom: day('2024-09-13'),
    workingDaysLeft: -2,
  };
  return { key: said, about: { kind: 'task', task, standing }, cause: said, proposal: said };
}

export type LetterOf = SaidMail & { readonly texts: readonly Hostile[]; escapes(output: string): Escape[] };

/** The letters to a chairman that tell of all these texts. */
export function saidMail(texts: readonly Hostile[]): LetterOf[] {
  return Array.from({ length: Math.ceil(texts.length / IN_ONE_LETTER) }, (_, part) => {
    const from = part * IN_ONE_LETTER;
    const told = texts.slice(from, from + IN_ONE_LETTER);
    const fresh = told.map(({ text }, at) => alertOf(text, from + at));
    const role = told.map(({ text }, at) => marked(text, from + at)).join(' ');
    const nothing = { decisions: [], late: [], resolved: [], perhapsTold: [], keys: [], unchanged: { count: 0, longestDays: 0 } };
    const digest = { ...nothing, asOf: day('2024-09-16'), period: role, previousMailOn: null, fresh };
    const person = { email: '', name: role, roles: [role], isChairman: true, isClerk: false };
    const mail = sayLetter(
      { person, digest, clerk: null, own: null, keys: [] },
      { asOf: day('2024-09-16'), period: role, chairmanRole: role, sample: false, doubtfulDays: [] },
    );
    return { ...mail, texts: told, escapes: (output) => escapesOf(output, told, from) };
  });
}

/** Six places of an alert and two of the greeting. */
const PLACES = 8;

function escapesOf(output: string, told: readonly Hostile[], from: number): Escape[] {
  const found = unmarked(output);
  return told.flatMap(({ text }, at) => {
    const outcomes = found.get(from + at) ?? [];
    const isSaid = outcomes.length === PLACES && outcomes.every((one) => one === asTold(text));
    return isSaid ? [] : [{ text, became: `${outcomes.length} times ${outcomes.find((one) => one !== asTold(text))}` }];
  });
}
