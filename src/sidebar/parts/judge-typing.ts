import type { Figure, FormTexts, MyIndicator, MyRow, MyRowsReply, MyTask } from '../../app/replies/my-rows.ts';
import { checkEntry } from '../../domain/checks/check-entry.ts';
import { checkIndicator } from '../../domain/checks/check-row.ts';
import { owesFigure, owesWord } from '../../domain/checks/entry-progress.ts';
import { checkEvidence } from '../../domain/checks/evidence.ts';
import { atActual, atEntry, type Finding, type FindingCode, type Severity } from '../../domain/checks/finding.ts';
import type { Day } from '../../domain/core/day.ts';
import { judge } from '../../domain/judging/judge.ts';
import { taskStanding } from '../../domain/judging/standing.ts';
import type { Period } from '../../domain/period/period.ts';
import type { FormField } from '../../domain/plan/asked-fields.ts';
import type { Actual, Indicator } from '../../domain/plan/indicator.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { TaskEntry } from '../../domain/plan/task.ts';
import { sayProblem } from '../../words/checks/problems.ts';
import { sayRowFinding } from '../../words/checks/row-findings.ts';
import { STATUS_LABELS, VERDICT_LABELS } from '../../words/core/labels.ts';
import { proposeMend } from '../../words/entry/propose.ts';
import { sayStanding } from '../../words/judging/status.ts';
import { sayJudgement } from '../../words/judging/verdict.ts';
import { actualIn, entryIn, formReader, idOf } from './read-form.ts';

/** All that rows are judged with, as the page holds it. */
export type TypingContext = {
  readonly today: Day;
  readonly asOf: Day;
  readonly locale: string;
  readonly period: Period;
  readonly plan: Plan;
  readonly figures: readonly Figure[];
  readonly headers: MyRowsReply['headers'];
};

/** One remark on what is typed; `field` is the one to fix. */
export type Remark = { readonly severity: Severity; readonly text: string; readonly field: string };

/** What the grey cells of the row would say, and what is wrong with it. */
export type Typing = {
  /** `Đánh giá` or `Tình trạng`. */
  readonly result: string;
  readonly explanation: string;
  readonly owed: boolean;
  readonly remarks: readonly Remark[];
  /** Fields that cannot be read, each with the sentence that refuses it. */
  readonly unreadable: Readonly<Partial<Record<FormField, string>>>;
  /** Fields of which it is plain what was meant, as they should be typed. */
  readonly mends: Readonly<Partial<Record<FormField, string>>>;
};

/** Nothing is typed yet: the form itself asks for it. */
const SAID_BY_THE_FORM: readonly FindingCode[] = ['no-data-in-period', 'no-update-in-period'];

/** The context of a reply; `null` where no period is open. */
export function typingContextOf({ today, asOf, locale, period, around, headers }: MyRowsReply): TypingContext | null {
  if (period === null) return null;
  const { plans, periods, settings, holidays, figures } = around;
  const plan: Plan = { plans, indicators: [], tasks: [], periods, settings, roles: [], holidays, outline: [] };
  return { today, asOf, locale, period, plan, figures, headers };
}

/** The verdict on a row while it is typed: the very rules and words of the sheet's grey cells. */
export function judgeTyping(row: MyRow, texts: FormTexts, context: TypingContext): Typing {
  const read = formReader(texts, context.locale);
  const judged =
    row.of === 'actual'
      ? judgeIndicator(row, actualIn(read, idOf(row), context.period.name), context)
      : judgeTask(row, entryIn(read, idOf(row), context.period.name), context);
  const { findings: ofRules, ...said } = judged;
  const period = context.period.name;
  const make = row.of === 'actual' ? atActual({ indicator: idOf(row), period }) : atEntry({ task: idOf(row), period });
  const findings = [...ofRules, ...checkEvidence(texts.evidence ?? '', make)];
  const tab = row.at?.tab ?? row.tab;
  const unreadable = read.unreadable.map(({ field, code, facts }) => {
    const header = context.headers[row.of][field] ?? field;
    return [field, sayProblem({ code, tab, facts: { header, ...facts } })];
  });
  const remarks = findings
    .filter(({ code }) => !SAID_BY_THE_FORM.includes(code))
    .map((finding) => ({ severity: finding.severity, text: sayRowFinding(finding), field: finding.at.field }));
  const found = findings.map(({ code, facts, at }) => ({ code, facts, field: at.field as FormField }));
  const mends = [...read.unreadable, ...found].flatMap(({ field, code, facts }) => {
    const mend = proposeMend({ code, facts, text: texts[field] ?? '', period: context.period });
    return mend === null ? [] : [[field, mend]];
  });
  return { ...said, remarks, unreadable: Object.fromEntries(unreadable), mends: Object.fromEntries(mends) };
}

/** The reply as it would be after this row was saved: its figures count for the rows that take theirs from it. */
export function withSaved(reply: MyRowsReply, row: MyRow, texts: FormTexts): MyRowsReply {
  if (row.of === 'entry' || reply.period === null) return reply;
  const { indicator, period, numerator, denominator, typed } = actualIn(
    formReader(texts, reply.locale),
    row.indicator.id,
    reply.period.name,
  );
  const others = reply.around.figures.filter((figure) => figure.indicator !== indicator || figure.period !== period);
  const figures = [...others, { indicator, period, numerator, denominator, typed }];
  return { ...reply, around: { ...reply.around, figures } };
}

type Judged = Pick<Typing, 'result' | 'explanation' | 'owed'> & { readonly findings: readonly Finding[] };

function judgeIndicator(
  { indicator: wire }: MyIndicator,
  actual: Actual,
  { today, asOf, period, plan, figures }: TypingContext,
): Judged {
  const indicator: Indicator = { ...wire, targets: new Map(wire.targets) };
  const others = figures.filter((figure) => figure.indicator !== actual.indicator || figure.period !== actual.period);
  const actuals = [actual, ...others.map((figure) => ({ ...WITHOUT_WORDS, ...figure }))];
  const judgement = judge(indicator, actual, { period, asOf, plan, actuals });
  return {
    result: VERDICT_LABELS[judgement.verdict],
    explanation: sayJudgement(judgement, indicator),
    owed: owesFigure(judgement),
    findings: checkIndicator(indicator, judgement, { plan, actuals, period, today }),
  };
}

const WITHOUT_WORDS = {
  spoken: '',
  cause: '',
  proposal: '',
  evidence: '',
  estimate: null,
  directive: '',
  muteUntil: null,
  note: '',
  dataAsOf: null,
  publishedOn: null,
} as const;

function judgeTask({ task, earlier }: MyTask, entry: TaskEntry, { today, asOf, period, plan }: TypingContext): Judged {
  const { estimate: _, ...blank } = WITHOUT_WORDS;
  const others = earlier.map((each) => ({ ...blank, ...each, task: task.id, result: '', estimate: '', returned: null }));
  const standing = taskStanding(task, [entry, ...others], { period, asOf, plan });
  return {
    result: STATUS_LABELS[standing.status],
    explanation: sayStanding(standing, task),
    owed: owesWord(standing),
    findings: checkEntry(task, entry, { standing, today }),
  };
}
