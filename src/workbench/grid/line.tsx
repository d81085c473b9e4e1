import { Component, type VNode } from 'preact';
import { GRID } from '../../words/workbench.ts';
import { readableInk } from '../ink.ts';
import type { LineView, Look } from '../protocol.ts';
import type { Sheet } from '../sheet.ts';
import { type Columns, leftOf, widthIn } from './columns.ts';

export type LineProps = {
  readonly row: number;
  readonly line: LineView | undefined;
  readonly columns: Columns;
  readonly looks: readonly Look[];
  readonly columnLooks: Readonly<Record<number, number>>;
  /** Upper edge, for the lines that scroll. */
  readonly top: number | null;
  readonly from: number;
  readonly to: number;
  /** The column of the cell that is typed into, with its field. */
  readonly active: number;
  readonly field: VNode | null;
  readonly pending: ReadonlyMap<number, string> | undefined;
};

/** A line of the sheet; drawn again only when something in it changed. */
export class Line extends Component<LineProps> {
  override shouldComponentUpdate(next: LineProps): boolean {
    const now = this.props;
    return (Object.keys(next) as (keyof LineProps)[]).some((name) => next[name] !== now[name]);
  }

  override render({ row, columns, top, from, active }: LineProps) {
    const place = top === null ? undefined : { position: 'absolute', top: `${top}px` };
    return (
      <div
        role="row"
        class={active > 0 ? 'line active' : 'line'}
        aria-rowindex={row + 1}
        data-r={row}
        style={{ ...place, width: `${leftOf(columns, columns.count + 1)}px` }}
      >
        <div role="rowheader" class={from > 0 ? 'number marked' : 'number'} aria-colindex={1} data-c={0}>
          {row}
        </div>
        {Array.from({ length: columns.count }, (_, at) => (
          <Cell key={at} line={this.props} column={at + 1} />
        ))}
      </div>
    );
  }
}

function Cell({ line, column }: { line: LineProps; column: number }) {
  const cell = line.line?.cells[column];
  const waiting = line.pending?.get(column);
  const look = line.looks[cell === undefined ? (line.columnLooks[column] ?? 0) : (cell.s ?? 0)];
  const active = line.active === column;
  const selected = column >= line.from && column <= line.to;
  const wrap = look?.wrap === true;
  const names = [
    'cell',
    active && 'active',
    selected && 'selected',
    waiting !== undefined && 'pending',
    cell?.f && 'formula',
    column <= line.columns.frozen && 'frozen',
    !wrap && spills(line, column) && 'spills',
  ];
  return (
    <div
      role="gridcell"
      class={names.filter(Boolean).join(' ')}
      aria-colindex={column + 1}
      aria-selected={selected}
      data-c={column}
      style={styleOf(line.columns, column, look)}
    >
      <span class={wrap ? 'text wrap' : 'text'}>{waiting ?? cell?.t}</span>
      {waiting !== undefined && <span class="unheard">{GRID.saving}</span>}
      {active && line.field}
    </div>
  );
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

/** As in a spreadsheet, a text that is not wrapped runs on over the empty cell beside it. */
function spills({ line, columns }: LineProps, column: number): boolean {
  const text = line?.cells[column]?.t ?? '';
  return text !== '' && column < columns.count && column !== columns.frozen && (line?.cells[column + 1]?.t ?? '') === '';
}

/** The texts that are not yet answered, by line and column. */
export function pendingOf(pending: ReadonlyMap<string, string>, sheet: Sheet): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const lines = new Map<number, Map<number, string>>();
  for (const [key, text] of pending) {
    const [tab, row = 0, column = 0] = key.split(':').map(Number);
    if (tab !== sheet.id) continue;
    lines.set(row, (lines.get(row) ?? new Map<number, string>()).set(column, text));
  }
  return lines;
}
