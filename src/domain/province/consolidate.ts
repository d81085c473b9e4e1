import type { Day } from '../core/day.ts';
import type { Verdict } from '../judging/verdict.ts';
import type { Form } from '../report/forms.ts';
import type { Choice, Counted, GatheredPeriod, LeftOut } from './choose.ts';
import { type FormRule, ruleOf } from './form-rules.ts';
import type { Register, UnitOn } from './units.ts';

/** What the engine answered, a row each, by the names of the columns that the queries give. */
export type Answers = {
  readonly [Name in
    | 'measures'
    | 'matrix'
    | 'forms'
    | 'formUnits'
    | 'units'
    | 'history'
    | 'amongUnits'
    | 'againstLastYear']: readonly Answer[];
};
export type Answer = Readonly<Record<string, string | number | null>>;

export type Rate = { readonly numerator: number; readonly denominator: number };

/** What is measured alike in many units. `total` adds their counts; `null` where it may not be added. */
export type Measure = {
  readonly key: string;
  /** As the first package has it. */
  readonly id: string;
  readonly title: string;
  readonly field: string;
  readonly unit: string;
  readonly kind: string;
  readonly form: string;
  readonly units: number;
  readonly rate: Rate | null;
  readonly total: number | null;
  readonly verdicts: Readonly<Record<'met' | 'nearly-met' | 'not-met' | 'no-data', number>>;
};

/** One unit's result at one measure. */
export type MatrixCell = {
  readonly rate: Rate | null;
  readonly result: number | null;
  readonly grade: string | null;
  readonly verdict: Verdict | null;
  readonly level: string;
};

export type UnitSummary = UnitOn & {
  readonly packages: number;
  readonly late: boolean;
  readonly closedOn: Day | null;
  readonly judged: number;
  readonly met: number;
  readonly near: number;
  readonly missed: number;
  readonly noData: number;
  readonly tasks: number;
  readonly done: number;
  readonly doneLate: number;
  readonly overdue: number;
  /** Of the scores that it sent, or `null`. */
  readonly score: { readonly self: number; readonly assessed: number | null; readonly maximum: number } | null;
};

/** A line of a form over all units. */
export type FormSum = {
  readonly form: string;
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly rule: FormRule;
  /** How many units told something. */
  readonly units: number;
  readonly total: number | null;
  readonly rate: Rate | null;
  /** Units whose rate came without its parts: it is in no sum. */
  readonly withoutParts: number;
  readonly least: number | null;
  readonly most: number | null;
  /** How many units gave answer 0, 1, 2. */
  readonly answers: readonly number[];
};

export type Outlier = {
  readonly unit: string;
  readonly measure: string;
  readonly result: number | null;
  readonly z: number;
  readonly against: 'units' | 'last-year';
};

export type Trend = {
  readonly period: string;
  readonly end: Day;
  readonly units: number;
  readonly rate: Rate | null;
  readonly total: number | null;
};

export type Consolidated = {
  readonly unit: string;
  readonly period: GatheredPeriod;
  readonly sample: boolean;
  readonly units: readonly UnitSummary[];
  readonly missing: readonly UnitOn[];
  readonly measures: readonly Measure[];
  /** By unit, then by measure. */
  readonly matrix: ReadonlyMap<string, ReadonlyMap<string, MatrixCell>>;
  readonly forms: readonly { readonly number: string; readonly title: string; readonly rows: readonly FormSum[] }[];
  /** By unit: form and line, then its own figures. */
  readonly formUnits: ReadonlyMap<
    string,
    ReadonlyMap<string, { readonly total: number | null; readonly rate: Rate | null; readonly answer: number | null }>
  >;
  readonly outliers: readonly Outlier[];
  /** By measure, oldest period first. */
  readonly trends: ReadonlyMap<string, readonly Trend[]>;
  readonly sources: readonly Counted[];
  readonly left: readonly {
    readonly file: string;
    readonly unit: string;
    readonly period: string;
    readonly version: number;
    readonly why: LeftOut;
  }[];
  readonly refused: readonly { readonly file: string; readonly sentence: string }[];
};

type Asked = Pick<Consolidated, 'unit' | 'period' | 'refused'> & {
  readonly choice: Choice;
  readonly register: Register;
  readonly forms: readonly Form[];
};

/** The whole of one period for the paper, the workbook and the page. */
export function consolidate(answers: Answers, { unit, period, refused, choice, register, forms }: Asked): Consolidated {
  const sources = choice.counted.filter((one) => one.period === period.key);
  const sent = new Set(sources.map((one) => one.unit.code));
  return {
    unit,
    period,
    refused,
    sample: sources.some(({ manifest }) => manifest.sample),
    units: answers.units.map(unitOf),
    missing: expected(choice, register, period).filter(({ code }) => !sent.has(code)),
    measures: answers.measures.map(measureOf),
    matrix: nested(answers.matrix, 'measure', cellOf),
    forms: formSums(answers.forms, forms),
    formUnits: nested(answers.formUnits, 'line', (row) => ({
      total: numberIn(row, 'total'),
      rate: rateIn(row),
      answer: numberIn(row, 'answer'),
    })),
    outliers: [
      ...answers.amongUnits.map((row) => outlierOf(row, 'units')),
      ...answers.againstLastYear.map((row) => outlierOf(row, 'last-year')),
    ].sort((a, b) => Math.abs(b.z) - Math.abs(a.z)),
    trends: trendsOf(answers.history, choice),
    sources,
    left: choice.left.map(({ file, manifest, why }) => ({
      file,
      unit: manifest.unit.name,
      period: manifest.period.name,
      version: manifest.version,
      why,
    })),
  };
}

/** The units of the list on the period's last day; without a list whoever sent anything. */
function expected({ counted }: Choice, register: Register, { end }: GatheredPeriod): UnitOn[] {
  if (register.isKept) return register.unitsOn(end);
  const names = new Map(counted.map(({ unit }) => [unit.code, unit]));
  return [...names.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
}

const textIn = (row: Answer, name: string): string => String(row[name] ?? '');
function numberIn(row: Answer, name: string): number | null {
  const value = row[name];
  return typeof value === 'number' ? value : null;
}
const countIn = (row: Answer, name: string): number => numberIn(row, name) ?? 0;

function rateIn(row: Answer): Rate | null {
  const [numerator, denominator] = [numberIn(row, 'numerator'), numberIn(row, 'denominator')];
  return numerator === null || denominator === null || denominator <= 0 ? null : { numerator, denominator };
}

function measureOf(row: Answer): Measure {
  const [unit, kind] = [textIn(row, 'measured_in'), textIn(row, 'kind')];
  return {
    key: textIn(row, 'measure'),
    id: textIn(row, 'first_id'),
    title: textIn(row, 'title'),
    field: textIn(row, 'field'),
    unit,
    kind,
    form: textIn(row, 'form'),
    units: countIn(row, 'units'),
    rate: rateIn(row),
    total: kind === 'statistic' && unit !== '%' ? numberIn(row, 'total') : null,
    verdicts: {
      met: countIn(row, 'met'),
      'nearly-met': countIn(row, 'nearly_met'),
      'not-met': countIn(row, 'not_met'),
      'no-data': countIn(row, 'no_data'),
    },
  };
}

function cellOf(row: Answer): MatrixCell {
  return {
    rate: rateIn(row),
    result: numberIn(row, 'result'),
    grade: row['grade'] === null ? null : textIn(row, 'grade'),
    verdict: row['verdict'] === null ? null : (textIn(row, 'verdict') as Verdict),
    level: textIn(row, 'level'),
  };
}

function unitOf(row: Answer): UnitSummary {
  const [self, maximum] = [numberIn(row, 'self'), numberIn(row, 'maximum')];
  return {
    code: textIn(row, 'unit'),
    name: textIn(row, 'unit_name'),
    packages: countIn(row, 'packages'),
    late: countIn(row, 'late') > 0,
    closedOn: row['closed_on'] === null ? null : (textIn(row, 'closed_on') as Day),
    judged: countIn(row, 'judged'),
    met: countIn(row, 'met'),
    near: countIn(row, 'nearly_met'),
    missed: countIn(row, 'not_met'),
    noData: countIn(row, 'no_data'),
    tasks: countIn(row, 'tasks'),
    done: countIn(row, 'done'),
    doneLate: countIn(row, 'done_late'),
    overdue: countIn(row, 'overdue'),
    score: self === null || maximum === null ? null : { self, assessed: numberIn(row, 'assessed'), maximum },
  };
}

function nested<Of>(rows: readonly Answer[], by: 'measure' | 'line', make: (row: Answer) => Of): Map<string, Map<string, Of>> {
  const units = new Map<string, Map<string, Of>>();
  for (const row of rows) {
    const unit = units.get(textIn(row, 'unit')) ?? new Map<string, Of>();
    units.set(
      textIn(row, 'unit'),
      unit.set(by === 'measure' ? textIn(row, 'measure') : `${textIn(row, 'form')}.${textIn(row, 'line')}`, make(row)),
    );
  }
  return units;
}

function formSums(rows: readonly Answer[], forms: readonly Form[]): Consolidated['forms'] {
  const byLine = new Map(rows.map((row) => [`${textIn(row, 'form')}.${textIn(row, 'line')}`, row]));
  return forms.map(({ number, title, rows: lines }) => ({
    number,
    title,
    rows: lines
      .map((line): FormSum => {
        const row = byLine.get(`${number}.${line.code}`) ?? {};
        const rule = ruleOf(number, line);
        return {
          form: number,
          code: line.code,
          label: line.label,
          unit: line.unit,
          rule,
          units: countIn(row, 'units'),
          total: rule === 'add' ? numberIn(row, 'total') : null,
          rate: rule === 'rate' ? rateIn(row) : null,
          withoutParts: rule === 'rate' ? countIn(row, 'with_value') : 0,
          least: numberIn(row, 'least'),
          most: numberIn(row, 'most'),
          answers: [0, 1, 2].map((code) => countIn(row, `answer_${code}`)),
        };
      })
      .filter((line, at) => line.units > 0 || lines[at]?.isCommune === true),
  }));
}

function outlierOf(row: Answer, against: Outlier['against']): Outlier {
  return {
    unit: textIn(row, 'unit'),
    measure: textIn(row, 'measure'),
    result: numberIn(row, 'result'),
    z: countIn(row, 'z'),
    against,
  };
}

function trendsOf(rows: readonly Answer[], { periods }: Choice): Consolidated['trends'] {
  const names = new Map(periods.map(({ key, name }) => [key, name]));
  const trends = new Map<string, Trend[]>();
  for (const row of rows) {
    const measure = textIn(row, 'measure');
    const trend = trends.get(measure) ?? [];
    trends.set(measure, trend);
    trend.push({
      period: names.get(textIn(row, 'period')) ?? textIn(row, 'period'),
      end: textIn(row, 'period_end') as Day,
      units: countIn(row, 'units'),
      rate: rateIn(row),
      total: numberIn(row, 'total'),
    });
  }
  return trends;
}

/** A rate of 100, or what it counts per unit. */
export function rateValue({ numerator, denominator }: Rate, unit: string): number {
  return (numerator / denominator) * (unit === '%' ? 100 : 1);
}
