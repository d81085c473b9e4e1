import { yearOf } from '../../domain/core/day.ts';
import { readDay } from '../core/day.ts';
import { SETTING_LABELS } from '../core/labels.ts';
import { partsOfUnit } from './offices.ts';

type Rows = readonly (readonly (string | number)[])[];

/** «UBND xã Gia Lương» → «Gia Lương»: the place that stands before the date of a document. */
export function placeNameOf(unit: string): string {
  return partsOfUnit(unit).name;
}

/** The name that a template's `Thông tin chung` begins with. */
export function unitIn(rows: Rows): string {
  return String(rows.find(([name]) => name === SETTING_LABELS['unit-name'])?.[1] ?? '');
}

/** The years in which the periods of a template's `Kỳ báo cáo` end. */
export function yearsIn([headers = [], ...rows]: Rows): number[] {
  const at = headers.indexOf('Đến ngày');
  const days = rows.flatMap((row) => readDay(String(row[at] ?? '')) ?? []);
  return [...new Set(days.map(yearOf))];
}
