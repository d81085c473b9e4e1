import { day } from '../../src/domain/core/day.ts';
import type { Alert } from '../../src/domain/mail/alert.ts';
import type { Task, TaskStanding } from '../../src/domain/plan/task.ts';
import { sayLetter } from '../../src/words/mail/letter-mail.ts';
import type { SaidMail } from '../../src/words/mail/mail-lines.ts';
import type { Hostile } from '../fixtures/corpus.ts';
import { encodable, marked, unmarked } from './rules.ts';
import type { Escape } from './tally.ts';

/** How many alerts a letter tells in full, how long its period may be (`bare`), and how long a text. */
const IN_ONE_LETTER = 40;
const LONGEST_PERIOD = 400;
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
    follows: [],
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
  const proposal = isAskedWhole(said) ? said : '';
  return { key: said, about: { kind: 'task', task, standing }, cause: said, proposal, directive: said };
}

/** A request and the name of its matter are cut at the length of a line or two: what is longer would lose its mark. */
const isAskedWhole = (said: string): boolean => said.length <= 60;

export type LetterOf = SaidMail & { readonly texts: readonly Hostile[]; escapes(output: string): Escape[] };

/** The texts of each letter, with the place of its first: as many as its period names whole. */
function lettersOf(texts: readonly Hostile[]): { readonly from: number; readonly told: readonly Hostile[] }[] {
  const letters: { from: number; told: Hostile[]; length: number }[] = [];
  for (const [at, one] of texts.entries()) {
    const length = marked(one.text, at).length + 1;
    const last = letters.at(-1);
    if (last === undefined || last.told.length === IN_ONE_LETTER || last.length + length > LONGEST_PERIOD)
      letters.push({ from: at, told: [one], length });
    else {
      last.told.push(one);
      last.length += length;
    }
  }
  return letters;
}

/** The letters to a chairman that tell of all these texts. */
export function saidMail(texts: readonly Hostile[]): LetterOf[] {
  return lettersOf(texts).map(({ from, told }) => {
    const fresh = told.map(({ text }, at) => alertOf(text, from + at));
    const role = told.map(({ text }, at) => marked(text, from + at)).join(' ');
    const requests = fresh
      .filter(({ proposal }) => proposal !== '')
      .map((alert, at) => ({ number: at + 1, alert, askedOn: null }));
    const nothing = {
      plans: [],
      late: [],
      settled: [],
      published: [],
      perhapsTold: [],
      keys: [],
      unchanged: { count: 0, longestDays: 0, titles: [] },
    };
    const counts = { answerBy: null, newRequests: 0, standing: [], carried: 0, muted: 0, isCalm: false };
    const digest = { ...nothing, ...counts, asOf: day('2024-09-16'), period: role, previousMailOn: null, fresh, requests };
    const person = { email: '', name: role, roles: [role], isChairman: true, isClerk: false };
    const mail = sayLetter(
      { person, digest, clerk: null, own: null, keys: [] },
      { asOf: day('2024-09-16'), period: role, chairmanRole: role, sample: false, place: '', doubtfulDays: [] },
    );
    return { ...mail, texts: told, escapes: (output) => escapesOf(output, told, from) };
  });
}

/** Five places of an alert, three of its request where there is one, and two of the greeting. */
const placesOf = (said: string): number => (isAskedWhole(said) ? 10 : 7);

function escapesOf(output: string, told: readonly Hostile[], from: number): Escape[] {
  const found = unmarked(output);
  return told.flatMap(({ text }, at) => {
    const outcomes = found.get(from + at) ?? [];
    const isSaid = outcomes.length === placesOf(marked(text, from + at)) && outcomes.every((one) => one === asTold(text));
    return isSaid ? [] : [{ text, became: `${outcomes.length} times ${outcomes.find((one) => one !== asTold(text))}` }];
  });
}
