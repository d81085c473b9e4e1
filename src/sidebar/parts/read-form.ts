import type { FormTexts, MyRow } from '../../app/replies/my-rows.ts';
import type { SheetProblemCode } from '../../domain/checks/sheet-problem.ts';
import { type Day, parseDay } from '../../domain/core/day.ts';
import { tidy } from '../../domain/core/word.ts';
import type { FormField } from '../../domain/plan/asked-fields.ts';
import type { Actual, TypedResult } from '../../domain/plan/indicator.ts';
import type { Progress, TaskEntry } from '../../domain/plan/task.ts';
import { readDay, readShortDay, sayDay } from '../../words/core/day.ts';
import { codeOf, PROGRESS_LABELS } from '../../words/core/labels.ts';
import { readAmount, readResult } from '../../words/entry/read-typed.ts';

/** A text that its column cannot read. */
export type Unreadable = {
  readonly field: FormField;
  readonly code: SheetProblemCode;
  readonly facts: Record<string, string | number>;
};

/** As many characters as the server takes of one field (`app/ask.ts`). */
const LONGEST_TEXT = 20_000;
const LONGEST_QUOTE = 60;

const DAYS: readonly FormField[] = ['completedOn', 'dataAsOf', 'publishedOn'];

/** A stored text as the form shows it: a day as people write it. */
export function shownText(field: FormField, text: string): string {
  const day = DAYS.includes(field) ? parseDay(text) : null;
  return day === null ? text : sayDay(day);
}

/** Reads the texts of a form field by field, as the sheet reads its cells; what cannot be read counts as blank and is told. */
export function formReader(texts: FormTexts, locale: string) {
  const unreadable: Unreadable[] = [];
  const refuse = (field: FormField, code: SheetProblemCode, facts: Unreadable['facts'] = {}): null => {
    const value = tidy(texts[field] ?? '');
    const quote = value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE - 1)}…` : value;
    unreadable.push({ field, code, facts: { value: quote, ...facts } });
    return null;
  };
  const read = <Value>(field: FormField, how: (text: string) => { is: Value } | { refused: SheetProblemCode }): Value | null => {
    const text = tidy(texts[field] ?? '');
    const answer = text === '' ? { is: null } : how(text);
    return 'is' in answer ? answer.is : refuse(field, answer.refused);
  };
  return {
    unreadable,
    amount: (field: FormField): number | null => read(field, (text) => amountIn(text, locale)),
    result: (field: FormField): TypedResult | null => read(field, (text) => readResult(text, amountIn(text, locale))),
    day: (field: FormField): Day | null =>
      read(field, (text) => {
        const day = parseDay(text) ?? readDay(text);
        if (day !== null) return { is: day };
        return { refused: readShortDay(text) === null ? 'text-in-day' : 'day-without-year' };
      }),
    progress: (field: FormField): Progress | null => {
      const text = tidy(texts[field] ?? '');
      const code = text === '' ? null : codeOf(PROGRESS_LABELS, text);
      return text === '' || code !== null
        ? code
        : refuse(field, 'not-in-list', { list: Object.values(PROGRESS_LABELS).join(' / ') });
    },
    words: (field: FormField): string => {
      const text = texts[field] ?? '';
      if (text.length > LONGEST_TEXT) refuse(field, 'text-too-long', { length: text.length, longest: LONGEST_TEXT });
      return text.normalize('NFC').trim();
    },
  };
}
type Reader = ReturnType<typeof formReader>;

/** A form takes a number as the sheet in Vietnamese does; what that cannot read, as the workbook's own language does. */
function amountIn(text: string, locale: string) {
  const amount = readAmount(text, 'vi');
  return 'is' in amount ? amount : readAmount(text, locale);
}

/** What the form of an indicator says. */
export function actualIn(read: Reader, indicator: string, period: string): Actual {
  const typed = read.result('typed');
  const isUnread = read.unreadable.some(({ field }) => field === 'typed');
  return {
    indicator,
    period,
    numerator: read.amount('numerator'),
    denominator: read.amount('denominator'),
    typed: typed ?? (isUnread ? { kind: 'unreadable' } : null),
    spoken: read.words('spoken'),
    cause: read.words('cause'),
    proposal: read.words('proposal'),
    evidence: read.words('evidence'),
    estimate: read.amount('estimate'),
    directive: '',
    muteUntil: null,
    note: read.words('note'),
    dataAsOf: read.day('dataAsOf'),
    publishedOn: read.day('publishedOn'),
  };
}

/** What the form of a task says. */
export function entryIn(read: Reader, task: string, period: string): TaskEntry {
  return {
    task,
    period,
    progress: read.progress('progress'),
    completedOn: read.day('completedOn'),
    result: read.words('result'),
    cause: read.words('cause'),
    proposal: read.words('proposal'),
    evidence: read.words('evidence'),
    estimate: read.words('estimate'),
    directive: '',
    muteUntil: null,
    note: read.words('note'),
    returned: null,
  };
}

/** The `Mã` of a row. */
export function idOf(row: MyRow): string {
  return row.of === 'actual' ? row.indicator.id : row.task.id;
}
