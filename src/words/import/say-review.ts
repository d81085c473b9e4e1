import type { PlanRow } from '../../domain/import/table/sheet-values.ts';
import type { TargetOp } from '../../domain/import/targets.ts';

/** «đoạn 23», «bảng 2, dòng 4, cột 3», «'Kế hoạch'!C5»: a place in a document as a person finds it. */
export function sayPlace(at: string): string {
  return at
    .split('; ')
    .map((one) =>
      one
        .replace(/^p\[(\d+)\]$/u, 'đoạn $1')
        .replace(/tbl\[(\d+)\]/u, 'bảng $1')
        .replace(/^tabs\[(\d+)\]$/u, 'bảng bằng dấu tab $1')
        .replace(/\.r\[(\d+)\]/u, ', dòng $1')
        .replace(/\.c\[(\d+)\]/u, ', cột $1')
        .replace(/\.?p\[(\d+)\]$/u, ', đoạn $1')
        .replace(/^box\[(\d+)\]/u, 'khung chữ $1'),
    )
    .join('; ');
}

const OPS: Readonly<Record<TargetOp, string>> = {
  '>=': 'từ',
  '>': 'trên',
  '<=': 'không quá',
  '<': 'dưới',
  '=': 'đạt',
  range: 'trong khoảng',
  'rank<=': 'xếp hạng không quá',
  'grade>=': 'xếp loại từ',
  rise: 'tăng',
  'below-baseline': 'giảm so với số liệu gốc',
  yes: 'có',
  zero: 'không có',
  none: 'không nêu con số',
};

/** «Xếp hạng không quá 10», «xếp loại từ Tốt»: what is counted is said already. */
const SAID_BY_OP: readonly TargetOp[] = ['rank<=', 'grade>='];

/** The level of a target in words: «từ 98 %», «năm 2026: từ 80 %; năm 2030: từ 90 %»; '' of a task. */
export function sayLevelOf({ kind, op, target_from: from, target_to: to, unit, years }: PlanRow): string {
  if (kind === 'task' || op === null) return '';
  const upper = to === null ? '' : ` - ${sayPlain(to)}`;
  const one = (level: number | string): string =>
    `${OPS[op]} ${sayPlain(level)}${upper} ${SAID_BY_OP.includes(op) ? '' : (unit ?? '')}`.trim();
  if (from === null || op === 'zero') return OPS[op];
  if (years === null || Object.keys(years).length === 0) return one(from);
  return Object.entries(years)
    .map(([year, level]) => `năm ${year}: ${one(level)}`)
    .join('; ');
}

const sayPlain = (level: number | string): string => (typeof level === 'number' ? String(level).replace('.', ',') : level);
