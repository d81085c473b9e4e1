import { Component } from 'preact';
import type { Sheet } from '../sheet.ts';
import { Cell } from './cell.tsx';
import { leftOf } from './columns.ts';
import type { LineProps } from './line-props.ts';

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
