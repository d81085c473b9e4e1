import {
  type Consolidated,
  type FormSum,
  type MatrixCell,
  type Measure,
  type Outlier,
  rateValue,
} from '../../domain/province/consolidate.ts';
import type { Ranked, RankedBy } from '../../domain/province/rank.ts';
import { sayDayPadded } from '../core/day.ts';
import { VERDICT_LABELS } from '../core/labels.ts';
import { sayNumber } from '../core/number.ts';
import { SAMPLE_BANNER } from '../report/report.ts';
import { LEFT_OUT_WORDS } from './say-gather.ts';

/** A sheet of the consolidated workbook; widths in characters. */
export type ProvinceSheet = {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number)[])[];
};

const columns = (...of: readonly (readonly [title: string, width: number])[]): ProvinceSheet['columns'] =>
  of.map(([title, width]) => ({ title, width }));

/** The consolidated workbook, sheet by sheet. */
export function provinceSheets(all: Consolidated, ranking: readonly Ranked[], by: RankedBy): ProvinceSheet[] {
  return [
    summarySheet(all),
    rankingSheet(all, ranking, by),
    resultSheet(all),
    verdictSheet(all),
    formSheet(all),
    formUnitSheet(all),
    missingSheet(all),
    outlierSheet(all),
    sourceSheet(all),
    leftSheet(all),
  ];
}

const rounded = (value: number): number => Number(value.toFixed(2));
const share = (part: number, whole: number): number | '' => (whole === 0 ? '' : rounded((100 * part) / whole));
const sum = <Of>(rows: readonly Of[], of: (row: Of) => number): number => rows.reduce((total, row) => total + of(row), 0);

function titled({ unit, period, sample }: Consolidated, what: string): string {
  return `${what} – ${unit}, ${period.name}${sample ? ` – ${SAMPLE_BANNER}` : ''}`;
}

function summarySheet(all: Consolidated): ProvinceSheet {
  const { units, missing, period } = all;
  const [judged, met] = [sum(units, (unit) => unit.judged), sum(units, (unit) => unit.met)];
  const [tasks, done] = [sum(units, (unit) => unit.tasks), sum(units, (unit) => unit.done)];
  return {
    name: 'Tổng hợp',
    title: titled(all, 'Tổng hợp số liệu cải cách hành chính'),
    columns: columns(['Nội dung', 60], ['Số liệu', 18], ['Ghi chú', 60]),
    rows: [
      ['Kỳ', period.name, `${sayDayPadded(period.start)} – ${sayDayPadded(period.end)}`],
      ['Đơn vị có số liệu', units.length, ''],
      ['Đơn vị chưa gửi hoặc chưa dùng được', missing.length, missing.map(({ name }) => name).join('; ')],
      ['Đơn vị chốt sau hạn', units.filter(({ late }) => late).length, ''],
      ['Lượt chỉ tiêu được đánh giá', judged, 'Cộng của các đơn vị; đề xuất chưa xác nhận không tính'],
      ['Lượt chỉ tiêu đạt', met, ''],
      ['Tỷ lệ đạt (%)', share(met, judged), 'Tính lại từ hai dòng trên'],
      ['Nhiệm vụ', tasks, 'Cộng của các đơn vị; tạm dừng, không áp dụng không tính'],
      ['Nhiệm vụ đã hoàn thành', done, ''],
      ['Tỷ lệ hoàn thành (%)', share(done, tasks), 'Tính lại từ hai dòng trên'],
      ['Nhiệm vụ quá hạn chưa hoàn thành', sum(units, (unit) => unit.overdue), ''],
      ['Số liệu khác thường cần hỏi lại', all.outliers.length, 'Trang Bất thường'],
    ],
  };
}

/** What the ranking is by, as the title of its column. */
export function sayRankedBy(by: RankedBy): string {
  if (by === 'met') return 'Tỷ lệ chỉ tiêu đạt (%)';
  if (by === 'tasks') return 'Tỷ lệ nhiệm vụ hoàn thành (%)';
  return by === 'score' ? 'Điểm' : sayMeasure(by);
}

function rankingSheet(all: Consolidated, ranking: readonly Ranked[], by: RankedBy): ProvinceSheet {
  return {
    name: 'Xếp hạng',
    title: titled(all, `Xếp hạng theo: ${sayRankedBy(by)}`),
    columns: columns(
      ['Hạng', 7],
      ['Mã', 10],
      ['Đơn vị', 34],
      [sayRankedBy(by), 18],
      ['Chỉ tiêu được đánh giá', 13],
      ['Đạt', 9],
      ['Chưa đạt', 9],
      ['Chưa có số liệu', 11],
      ['Nhiệm vụ', 10],
      ['Hoàn thành', 11],
      ['Quá hạn chưa hoàn thành', 13],
      ['Điểm', 9],
      ['Ghi chú', 18],
    ),
    rows: ranking.map(({ unit, value, place }) => [
      place ?? '',
      unit.code,
      unit.name,
      value === null ? '' : rounded(value),
      unit.judged,
      unit.met,
      unit.missed + unit.near,
      unit.noData,
      unit.tasks,
      unit.done,
      unit.overdue,
      unit.score === null ? '' : (unit.score.assessed ?? unit.score.self),
      [...(unit.late ? ['Chốt sau hạn'] : []), ...(unit.packages > 1 ? [`Cộng ${unit.packages} đơn vị`] : [])].join('; '),
    ]),
  };
}

/** «Tỷ lệ … (%)». */
export function sayMeasure({ title, unit, id, form }: Pick<Measure, 'title' | 'unit' | 'id' | 'form'>): string {
  const name = title === '' ? id : title;
  return `${form === '' ? '' : `${form}. `}${name}${unit === '' ? '' : ` (${unit})`}`;
}

/** One unit's result as a number where it is one. */
export function cellValue(cell: MatrixCell | undefined, unit: string): string | number {
  if (cell === undefined) return '';
  if (cell.rate !== null) return rounded(rateValue(cell.rate, unit));
  return cell.result !== null ? rounded(cell.result) : (cell.grade ?? '');
}

function matrixSheet(
  all: Consolidated,
  name: string,
  what: string,
  of: (cell: MatrixCell | undefined, measure: Measure) => string | number,
): ProvinceSheet {
  const { units, measures, matrix } = all;
  return {
    name,
    title: titled(all, what),
    columns: columns(['Mã', 9], ['Đơn vị', 30], ...measures.map((measure): [string, number] => [sayMeasure(measure), 16])),
    rows: units.map(({ code, name: unit }) => [
      code,
      unit,
      ...measures.map((measure) => of(matrix.get(code)?.get(measure.key), measure)),
    ]),
  };
}

function resultSheet(all: Consolidated): ProvinceSheet {
  return matrixSheet(all, 'Kết quả', 'Kết quả từng chỉ tiêu của từng đơn vị', (cell, { unit }) => cellValue(cell, unit));
}

function verdictSheet(all: Consolidated): ProvinceSheet {
  const judged = { ...all, measures: all.measures.filter(({ kind }) => kind !== 'statistic') };
  return matrixSheet(judged, 'Đánh giá', 'Đánh giá từng chỉ tiêu của từng đơn vị', (cell) =>
    cell?.verdict === undefined || cell.verdict === null ? '' : VERDICT_LABELS[cell.verdict],
  );
}

function formSheet(all: Consolidated): ProvinceSheet {
  return {
    name: 'Biểu mẫu',
    title: titled(all, 'Biểu mẫu thống kê, cộng của các đơn vị'),
    columns: columns(
      ['Biểu mẫu', 10],
      ['STT', 9],
      ['Chỉ tiêu thống kê', 60],
      ['Đơn vị tính', 16],
      ['Số liệu', 14],
      ['Tử số', 12],
      ['Mẫu số', 12],
      ['Đơn vị có số liệu', 11],
      ['Ghi chú', 50],
    ),
    rows: all.forms.flatMap(({ rows }) =>
      rows.map((row) => [
        Number(row.form),
        row.code,
        row.label,
        row.unit,
        formValue(row),
        row.rate?.numerator ?? '',
        row.rate?.denominator ?? '',
        row.rule === 'heading' ? '' : row.units,
        formNote(row),
      ]),
    ),
  };
}

/** What may be told of many units at a line, by its rule. */
export function formValue(row: FormSum): string | number {
  if (row.rule === 'add') return row.total ?? '';
  if (row.rule === 'rate') return row.rate === null ? '' : rounded(rateValue(row.rate, '%'));
  return row.rule === 'common-list' && row.least !== null && row.least === row.most ? row.least : '';
}

export function formNote(row: FormSum): string {
  if (row.units === 0) return '';
  if (row.rule === 'answer') return sayAnswers(row);
  if (row.rule === 'rate' && row.withoutParts > 0) return `${row.withoutParts} đơn vị chỉ có tỷ lệ, không cộng được`;
  if (row.rule !== 'common-list' || row.least === row.most) return '';
  return `Danh mục chung, không cộng: từ ${sayNumber(row.least ?? 0)} đến ${sayNumber(row.most ?? 0)}`;
}

/** «Có: 62 đơn vị; Không: 47 đơn vị», in the words that the form has for its codes. */
function sayAnswers({ unit, answers }: FormSum): string {
  const words = [...unit.matchAll(/(\p{L}[\p{L}\s]*?)\s*=\s*(\d+)/gu)];
  const said = words.map(([, word = '', code = '']) => ({ word, count: answers[Number(code)] ?? 0 }));
  return said.map(({ word, count }) => `${word}: ${count} đơn vị`).join('; ');
}

function formUnitSheet(all: Consolidated): ProvinceSheet {
  const lines = all.forms.flatMap(({ rows }) => rows.filter(({ rule, units }) => rule !== 'heading' && units > 0));
  return {
    name: 'Biểu mẫu từng đơn vị',
    title: titled(all, 'Biểu mẫu thống kê của từng đơn vị'),
    columns: columns(
      ['Mã', 9],
      ['Đơn vị', 30],
      ...lines.map((line): [string, number] => [`${line.form}.${line.code}. ${line.label}`, 16]),
    ),
    rows: all.units.map(({ code, name }) => [
      code,
      name,
      ...lines.map((line) => {
        const figure = all.formUnits.get(code)?.get(`${line.form}.${line.code}`);
        if (figure === undefined) return '';
        return figure.rate === null ? (figure.total ?? figure.answer ?? '') : rounded(rateValue(figure.rate, '%'));
      }),
    ]),
  };
}

function missingSheet(all: Consolidated): ProvinceSheet {
  return {
    name: 'Chưa gửi',
    title: titled(all, 'Đơn vị chưa gửi số liệu hoặc gửi số liệu chưa dùng được'),
    columns: columns(['STT', 7], ['Mã', 12], ['Đơn vị', 50]),
    rows: all.missing.map(({ code, name }, at) => [at + 1, code, name]),
  };
}

function outlierSheet(all: Consolidated): ProvinceSheet {
  const names = new Map(all.units.map(({ code, name }) => [code, name]));
  return {
    name: 'Bất thường',
    title: titled(all, 'Số liệu khác thường, đề nghị hỏi lại đơn vị trước khi dùng'),
    columns: columns(['Mã', 10], ['Đơn vị', 34], ['Số liệu', 60], ['Kết quả', 14], ['Độ lệch', 10], ['So với', 26]),
    rows: all.outliers.map((outlier) => [
      outlier.unit,
      names.get(outlier.unit) ?? '',
      sayOutlierMeasure(outlier, all),
      outlier.result === null ? '' : rounded(outlier.result),
      outlier.z,
      AGAINST[outlier.against],
    ]),
  };
}

export const AGAINST: Readonly<Record<Outlier['against'], string>> = {
  units: 'Các đơn vị khác',
  'last-year': 'Chính đơn vị năm trước',
};

/** The words of what is odd: an indicator, or a line of a form. */
export function sayOutlierMeasure(
  { measure }: Pick<Outlier, 'measure'>,
  { measures, forms }: Pick<Consolidated, 'measures' | 'forms'>,
): string {
  const known = measures.find(({ key }) => key === measure);
  if (known !== undefined) return sayMeasure(known);
  const line = forms.flatMap(({ rows }) => rows).find(({ form, code }) => measure === `bm ${form}.${code}`);
  return line === undefined ? measure : `Biểu mẫu ${line.form}, dòng ${line.code}. ${line.label}`;
}

function sourceSheet(all: Consolidated): ProvinceSheet {
  const sources = [...all.sources].sort((a, b) => (a.own < b.own ? -1 : 1));
  return {
    name: 'Nguồn',
    title: titled(all, 'Các gói số liệu đã tính'),
    columns: columns(
      ['Mã', 10],
      ['Đơn vị gửi', 34],
      ['Tính cho', 34],
      ['Bản chốt', 9],
      ['Ngày chốt', 12],
      ['Sau hạn', 9],
      ['Kế hoạch (vân tay)', 20],
      ['Báo cáo (vân tay)', 20],
      ['Tệp', 50],
    ),
    rows: sources.map(({ own, unit, manifest, late, file }) => [
      own,
      manifest.unit.name,
      unit.name,
      manifest.version,
      manifest.closedOn === null ? '' : sayDayPadded(manifest.closedOn),
      late ? 'có' : '',
      manifest.plan,
      manifest.report?.hash ?? '',
      file,
    ]),
  };
}

function leftSheet(all: Consolidated): ProvinceSheet {
  return {
    name: 'Không tính',
    title: titled(all, 'Tệp không đọc được hoặc không tính, kèm lý do'),
    columns: columns(['Tệp', 50], ['Đơn vị', 34], ['Kỳ', 24], ['Bản chốt', 9], ['Lý do', 70]),
    rows: [
      ...all.refused.map(({ file, sentence }) => [file, '', '', '', sentence]),
      ...[...all.left]
        .sort((a, b) => (a.file < b.file ? -1 : 1))
        .map(({ file, unit, period, version, why }) => [file, unit, period, version, LEFT_OUT_WORDS[why]]),
    ],
  };
}
