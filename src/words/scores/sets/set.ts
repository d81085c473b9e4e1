import { readNumber } from '../../core/number.ts';

/** One row as it is laid into `Tự chấm điểm`; a group has no method. */
type Criterion = {
  readonly id: string;
  readonly title: string;
  readonly max: number;
  readonly method: string;
  readonly parameters: string;
  readonly counted: string;
  readonly source: string;
  readonly wanted: string;
};

/** A set of criteria: data that the office changes in its own tab when a version or a correction of it comes out. */
export type CriteriaSet = { readonly key: string; readonly title: string; readonly rows: readonly Criterion[] };

/** A set from its table, one line a row: code | criterion | maximum | method | parameters | how it is counted | where the workbook knows it | evidence. */
export function criteriaSet(key: string, title: string, table: string): CriteriaSet {
  const lines = table.trim().split('\n');
  return { key, title, rows: lines.map(criterionOf) };
}

function criterionOf(line: string): Criterion {
  const [id = '', title = '', max = '', method = '', parameters = '', counted = '', source = '', wanted = ''] = line
    .split('|')
    .map((cell) => cell.trim());
  const points = readNumber(max, 'vi');
  return { id, title, max: points.ok ? points.value : 0, method, parameters, counted, source, wanted };
}
