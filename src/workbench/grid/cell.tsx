import { GRID } from '../../words/pages/workbench.ts';
import { readableInk } from '../ink.ts';
import type { AreaView, Look } from '../protocol.ts';
import { type Columns, leftOf, widthIn } from './columns.ts';
import type { LineProps } from './line-props.ts';
import { mergeAt } from './merges.ts';

const PADDING = 10;

/** One cell, as it looks in the sheet; the active one holds the field. Its text is text, whatever it looks like. */
export function Cell({ line, column }: { line: LineProps; column: number }) {
  const cell = line.line?.cells[column];
  const waiting = line.pending?.get(column);
  const look = line.looks[cell === undefined ? (blankLook(line, column) ?? line.columnLooks[column] ?? 0) : (cell.s ?? 0)];
  const wrap = look?.wrap === true;
  const merge = mergeAt(line.merges, column);
  const spill = wrap || (look?.align ?? 'left') !== 'left' ? 0 : spillRoom(line, column);
  const room = merge === null ? spill : mergedRoom(line, column, merge);
  return (
    <div
      role="gridcell"
      class={`${classesOf(line, column, room > 0)}${mergeClasses(line, column, merge)}`}
      aria-colindex={column + 1}
      aria-selected={isSelected(line, column)}
      data-c={column}
      style={styleOf(line.columns, column, look)}
    >
      <span class={wrap ? 'text wrap' : 'text'} style={room > 0 ? { width: `${room}px` } : undefined}>
        {waiting ?? cell?.t}
      </span>
      {waiting !== undefined && <span class="unheard">{GRID.saving}</span>}
      {line.active === column && line.field}
    </div>
  );
}

/** The ground of a blank cell, where a rule gives it one. */
function blankLook({ line }: LineProps, column: number): number | undefined {
  return line?.blanks?.find(([from, to]) => column >= from && column <= to)?.[2];
}

/** The first of merged cells is as wide as they are together. */
function mergedRoom({ row, columns }: LineProps, column: number, { row: top, column: first, columns: count }: AreaView): number {
  return row === top && column === first ? leftOf(columns, first + count) - leftOf(columns, first) - PADDING : 0;
}

/** No line stands between merged cells. */
function mergeClasses({ row }: LineProps, column: number, merge: AreaView | null): string {
  if (merge === null) return '';
  const isFirst = row === merge.row && column === merge.column;
  const [isLast, isLowest] = [column === merge.column + merge.columns - 1, row === merge.row + merge.rows - 1];
  return `${isFirst ? ' merged' : ' covered'}${isLast ? '' : ' joined-right'}${isLowest ? '' : ' joined-below'}`;
}

const isSelected = ({ from, to }: LineProps, column: number): boolean => column >= from && column <= to;

function classesOf(line: LineProps, column: number, spills: boolean): string {
  const is: Readonly<Record<string, boolean>> = {
    cell: true,
    active: line.active === column,
    selected: isSelected(line, column),
    pending: line.pending?.has(column) === true,
    formula: line.line?.cells[column]?.f === true,
    frozen: column <= line.columns.frozen,
    spills,
  };
  return Object.keys(is)
    .filter((name) => is[name])
    .join(' ');
}

function styleOf(columns: Columns, column: number, look: Look | undefined) {
  const place = {
    width: `${widthIn(columns, column)}px`,
    ...(column <= columns.frozen ? { left: `${leftOf(columns, column)}px` } : {}),
  };
  if (look === undefined) return place;
  const { background, color, bold, align } = look;
  return {
    ...place,
    ...(background === null ? {} : { background }),
    ...(color === null && background === null ? {} : { color: readableInk(color, background) }),
    ...(bold ? { fontWeight: 700 } : {}),
    ...(align === null ? {} : { textAlign: align }),
  };
}

/** As in a spreadsheet, a text that is not wrapped runs on over the empty cells beside it: so many pixels, or 0. */
function spillRoom({ line, columns }: LineProps, column: number): number {
  const blank = (at: number) => (line?.cells[at]?.t ?? '') === '';
  if (blank(column)) return 0;
  let last = column;
  while (last < columns.count && blank(last + 1)) last += 1;
  return last === column ? 0 : leftOf(columns, last + 1) - leftOf(columns, column) - PADDING;
}
