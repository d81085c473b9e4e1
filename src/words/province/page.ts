import { type Consolidated, type Measure, type Rate, rateValue } from '../../domain/province/consolidate.ts';
import type { Ranked } from '../../domain/province/rank.ts';
import { sayDayPadded } from '../core/day.ts';
import { VERDICT_LABELS } from '../core/labels.ts';
import { sayCount, sayNumber } from '../core/number.ts';
import { SAMPLE_BANNER } from '../report/report.ts';
import { AGAINST, sayMeasure, sayOutlierMeasure } from './sheets.ts';

/** What the page of a consolidated period shows: names once, figures by their place in them. */
export type ProvinceView = {
  readonly title: string;
  readonly line: string;
  readonly banner: string;
  readonly measures: readonly {
    readonly name: string;
    readonly unit: string;
    readonly whole: number | null;
    readonly trend: readonly TrendPoint[];
  }[];
  readonly lines: readonly string[];
  readonly units: readonly UnitView[];
  readonly missing: readonly string[];
  readonly odd: readonly OddView[];
};
export type TrendPoint = { readonly period: string; readonly value: number };
/** `results`, `verdicts` and `levels` stand in the order of `measures`, `figures` in that of `lines`. */
export type UnitView = {
  readonly code: string;
  readonly name: string;
  readonly note: string;
  readonly place: number | null;
  readonly met: number;
  readonly judged: number;
  readonly tasks: number;
  readonly done: number;
  readonly overdue: number;
  readonly results: readonly (number | null)[];
  readonly verdicts: readonly string[];
  readonly levels: readonly string[];
  readonly figures: readonly (number | null)[];
};
export type OddView = {
  readonly code: string;
  readonly what: string;
  readonly result: number | null;
  readonly z: number;
  readonly against: string;
};

const rounded = (value: number): number => Number(value.toFixed(2));

/** The page's view of what was gathered. */
export function provinceView(all: Consolidated, ranking: readonly Ranked[]): ProvinceView {
  const lines = all.forms.flatMap(({ rows }) => rows.filter(({ rule, units }) => rule !== 'heading' && units > 0));
  const late = all.units.filter((unit) => unit.late).length;
  return {
    title: `${all.unit} – ${all.period.name}`,
    line: `Số liệu từ ngày ${sayDayPadded(all.period.start)} đến ngày ${sayDayPadded(all.period.end)}: ${sayCount(all.units.length)} đơn vị có số liệu, ${sayCount(all.missing.length)} đơn vị chưa gửi hoặc chưa dùng được, ${sayCount(late)} đơn vị chốt sau hạn.`,
    banner: all.sample ? SAMPLE_BANNER : '',
    measures: all.measures.map((measure) => measureView(measure, all)),
    lines: lines.map(({ form, code, label, unit }) => `${form}.${code}. ${label} (${unit})`),
    units: ranking.map((ranked) => unitView(ranked, all, lines)),
    missing: all.missing.map(({ code, name }) => `${name} (${code})`),
    odd: all.outliers.map((outlier) => ({
      code: outlier.unit,
      what: sayOutlierMeasure(outlier, all),
      result: outlier.result === null ? null : rounded(outlier.result),
      z: outlier.z,
      against: AGAINST[outlier.against],
    })),
  };
}

function measureView(measure: Measure, { trends }: Consolidated): ProvinceView['measures'][number] {
  const known = (rate: Rate | null, total: number | null): number | null => {
    if (rate !== null) return rounded(rateValue(rate, measure.unit));
    return measure.kind === 'statistic' && measure.unit !== '%' ? total : null;
  };
  return {
    name: sayMeasure(measure),
    unit: measure.unit,
    whole: known(measure.rate, measure.total),
    trend: (trends.get(measure.key) ?? []).flatMap(({ period, rate, total }) => {
      const value = known(rate, total);
      return value === null ? [] : [{ period, value }];
    }),
  };
}

type Line = { readonly form: string; readonly code: string };

function unitView({ unit, place }: Ranked, all: Consolidated, lines: readonly Line[]): UnitView {
  const cells = all.measures.map(({ key }) => all.matrix.get(unit.code)?.get(key));
  const figures = all.formUnits.get(unit.code);
  return {
    ...{
      code: unit.code,
      name: unit.name,
      place,
      met: unit.met,
      judged: unit.judged,
      tasks: unit.tasks,
      done: unit.done,
      overdue: unit.overdue,
    },
    note: [...(unit.late ? [PROVINCE_PAGE.late] : []), ...(unit.packages > 1 ? [`Cộng ${unit.packages} đơn vị`] : [])].join('; '),
    results: cells.map((cell, at) => {
      if (cell === undefined) return null;
      if (cell.rate !== null) return rounded(rateValue(cell.rate, all.measures[at]?.unit ?? ''));
      return cell.result === null ? null : rounded(cell.result);
    }),
    verdicts: cells.map((cell) => (cell?.verdict == null ? (cell?.grade ?? '') : VERDICT_LABELS[cell.verdict])),
    levels: cells.map((cell) => cell?.level ?? ''),
    figures: lines.map(({ form, code }) => {
      const figure = figures?.get(`${form}.${code}`);
      if (figure === undefined) return null;
      return figure.rate === null ? (figure.total ?? figure.answer) : rounded(rateValue(figure.rate, '%'));
    }),
  };
}

/** What the page says by itself. */
export const PROVINCE_PAGE = {
  units: 'Các đơn vị',
  table: 'Bảng các đơn vị',
  find: 'Tìm đơn vị',
  measure: 'Cột chỉ tiêu',
  place: 'Hạng',
  code: 'Mã',
  name: 'Đơn vị',
  met: 'Chỉ tiêu đạt (%)',
  done: 'Nhiệm vụ hoàn thành (%)',
  overdue: 'Quá hạn',
  note: 'Ghi chú',
  verdict: 'Đánh giá',
  late: 'Chốt sau hạn',
  export: 'Tải bảng (CSV)',
  file: 'tong-hop.csv',
  charts: 'Từng chỉ tiêu qua các kỳ',
  chartsHint:
    'Đường: kết quả chung của các đơn vị, từng kỳ. Chấm: từng đơn vị trong kỳ này. Bấm một biểu đồ để xem cột của nó trong bảng.',
  missing: 'Chưa gửi hoặc gửi số liệu chưa dùng được',
  odd: 'Số liệu khác thường, đề nghị hỏi lại',
  close: 'Đóng',
  indicators: 'Chỉ tiêu',
  level: 'Mức kế hoạch',
  result: 'Kết quả',
  forms: 'Biểu mẫu thống kê',
  figure: 'Số liệu',
  none: 'Không có đơn vị nào khớp.',
} as const;

/** «Độ lệch 5,2 so với các đơn vị khác». */
export function sayOdd({ z, against }: Pick<OddView, 'z' | 'against'>): string {
  return `độ lệch ${String(z).replace('.', ',')}, so với: ${against.charAt(0).toLowerCase()}${against.slice(1)}`;
}

export function sayDetailsOf(name: string): string {
  return `Xem số liệu của ${name}`;
}

/** The chart for who cannot see it. */
export function sayChart({ name, trend }: ProvinceView['measures'][number]): string {
  return trend.length === 0 ? name : trend.map(({ period, value }) => `${period}: ${sayNumber(value)}`).join('; ');
}
