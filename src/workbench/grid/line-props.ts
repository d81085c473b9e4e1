import type { VNode } from 'preact';
import type { AreaView, LineView, Look } from '../protocol.ts';
import type { Columns } from './columns.ts';

/** What a line is drawn from. */
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
  /** Merged cells that the line has a part of. */
  readonly merges: readonly AreaView[] | undefined;
  readonly pending: ReadonlyMap<number, string> | undefined;
};
