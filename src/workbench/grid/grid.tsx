import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { sayCellValue, sayLostDraft } from '../../words/pages/workbench.ts';
import type { PageActions } from '../actions.ts';
import { cellAddress } from '../address.ts';
import { type Extent, extentOf, heightOf, placeOf } from '../extent.ts';
import type { ListView } from '../protocol.ts';
import { areaOf, headerOf, listAt, type Sheet, seenLines } from '../sheet.ts';
import { type State, type Store, sayRefusal, select } from '../store.ts';
import { ChartOver, chartFigures } from './chart-over.tsx';
import { Choices } from './choices.tsx';
import { type Columns, columnsOf } from './columns.ts';
import { type Drafting, useDrafting } from './drafting.ts';
import { Field, type FieldRef } from './field.tsx';
import { fieldHandlers } from './handlers.ts';
import { Letters } from './letters.tsx';
import { Line, pendingOf } from './line.tsx';
import type { LineProps } from './line-props.ts';
import { mergesByRow } from './merges.ts';
import { pointing } from './pointing.ts';
import { bringIntoView, useMeasured, useViewPort } from './view-port.ts';

type Props = {
  readonly sheet: Sheet;
  readonly state: State;
  /** The lines to show below the frozen ones. */
  readonly shown: readonly number[];
  readonly actions: PageActions;
  readonly store: Store;
  readonly onFind: () => void;
};

/** The sheet as a grid: lines near the window are drawn, the field of the active cell holds the focus. */
export function Grid(props: Props) {
  const { sheet, state, shown, store } = props;
  const parts = useParts();
  const lines = useLines(parts, props);
  const list = listAt(sheet, state.selection.active);
  const { row: activeRow } = state.selection.active;
  const drafting = useDrafting(list, () => ({ row: activeRow, seen: seenLines(sheet, [activeRow]) }));
  const following = useFollowing(parts, state);
  const handlers = fieldHandlers({ ...props, ...parts, ...following, rows: lines.rows, drafting });
  useAims(props, { parts, lines, drafting });
  const pointer = pointing({ store, sheet, commit: handlers.commit, begin: handlers.begin, take: parts.take });

  const field = <ActiveField {...props} {...{ drafting, handlers, list }} field={parts.field} />;
  const lineOf = linesOf(props, { columns: lines.columns, field });
  const { extent, frozen, columns, view } = lines;
  const { column, columns: marked } = areaOf(state.selection.active, state.selection.anchor);
  return (
    <>
      <div class="frame" ref={parts.frame} onScroll={view.onScroll} {...pointer}>
        <div
          role="grid"
          aria-label={sheet.name}
          aria-multiselectable
          aria-rowcount={sheet.rows + 1}
          aria-colcount={sheet.columns + 1}
        >
          <div role="rowgroup" class="head" ref={parts.head}>
            <Letters columns={columns} marked={{ from: column, to: column + marked - 1 }} />
            {frozen.map((row) => (
              <Line key={row} {...lineOf(row, null)} />
            ))}
          </div>
          <div role="rowgroup" class="body" style={{ height: `${extent.tops[shown.length] ?? 0}px` }}>
            {drawn(extent, { ...view, active: state.selection.active.row }).map((at) => (
              <Line key={shown[at]} {...lineOf(shown[at] ?? 0, extent.tops[at] ?? 0)} />
            ))}
            <Chart sheet={sheet} lines={lines} shown={shown} />
          </div>
        </div>
      </div>
      {drafting.offer !== null && parts.field.current !== null && (
        <Choices {...drafting.offer} onChoose={handlers.choose} at={parts.field.current.getBoundingClientRect()} />
      )}
    </>
  );
}

/** The chart of the overview where the file has it. */
function Chart({ sheet, lines: { extent, columns }, shown }: { sheet: Sheet; lines: Lines; shown: readonly number[] }) {
  const figures = useMemo(() => chartFigures(sheet), [sheet]);
  const at = figures === null ? -1 : shown.indexOf(figures.row);
  if (figures === null || at < 0) return null;
  return <ChartOver figures={figures} top={extent.tops[at] ?? 0} left={columns.lefts[figures.column] ?? 0} />;
}

/** The elements the grid must reach, and `take`: the next drawing gives the focus to the field. */
function useParts() {
  const frame = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement | HTMLInputElement>(null);
  const wanted = useRef(false);
  const take = () => {
    wanted.current = true;
  };
  return { frame, head, field, wanted, take };
}

type Parts = ReturnType<typeof useParts>;
type Lines = ReturnType<typeof useLines>;

/** Which lines there are, where they and the columns stand, and which of them are near the window. */
function useLines(parts: Parts, { sheet, state, shown }: Props) {
  const frozen = useMemo(() => Array.from({ length: Math.min(sheet.frozenRows, sheet.rows) }, (_, at) => at + 1), [sheet]);
  const rows = useMemo(() => [...frozen, ...shown], [frozen, shown]);
  // Heights change as lines are measured: the sum is made anew each time, and costs less than drawing one line.
  const extent = extentOf(shown, (row) => heightOf(sheet, state.looks, row));
  const view = useViewPort(parts, extent);
  const { columns: count, widths, frozenColumns } = sheet;
  const columns = useMemo(() => columnsOf(sheet, view.width), [count, widths, frozenColumns, view.width]);
  useMeasured(parts.frame, { sheet, extent });
  return { frozen, rows, extent, view, columns };
}

/** When the field goes with its line it is drawn anew there: the focus and the caret go with it. */
function useFollowing({ field }: Parts, { follows }: State): { isFollowing: () => boolean } {
  const known = useRef(follows);
  const going = useRef<{ readonly caret: number | null } | null>(null);
  if (known.current !== follows) {
    const { current: own } = field;
    going.current ??= { caret: own !== null && document.activeElement === own ? own.selectionStart : null };
  }
  useLayoutEffect(() => {
    const caret = going.current?.caret ?? null;
    known.current = follows;
    going.current = null;
    if (caret === null) return;
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(caret, caret);
  }, [follows]);
  return { isFollowing: () => going.current !== null };
}

type Around = { readonly parts: Parts; readonly lines: Lines; readonly drafting: Drafting };

/** Follows the active cell: back among the shown lines, to a cell that was asked for, into view and under the fingers. */
function useAims({ sheet, state, shown, store }: Props, { parts, lines, drafting }: Around): void {
  const { active } = state.selection;
  useEffect(() => {
    if (placeOf(lines.rows, active.row) < 0) select(store, { row: shown[0] ?? 1, column: active.column });
  }, [lines.rows]);
  useEffect(() => {
    const text = drafting.text();
    drafting.end();
    if (state.lost > 0 && text !== null) sayRefusal(store, sayLostDraft(text));
  }, [state.lost]);
  useEffect(() => {
    if (state.aim === null) return;
    drafting.end();
    select(store, state.aim);
    if (state.aim.text !== undefined) drafting.begin(state.aim.text);
    parts.take();
    store.set({ aim: null });
  }, [state.aim?.key]);
  useLayoutEffect(() => {
    bringIntoView({ ...parts, extent: lines.extent, columns: lines.columns }, active);
    if (parts.wanted.current) parts.field.current?.focus({ preventScroll: true });
    parts.wanted.current = false;
  }, [active.row, active.column, sheet.id, state.aim?.key]);
}

type FieldProps = Props & {
  readonly drafting: Drafting;
  readonly handlers: ReturnType<typeof fieldHandlers>;
  readonly list: ListView | null;
  readonly field: FieldRef;
};

/** The field of the active cell, new for each cell, so that who hears the page is told where it came to. */
function ActiveField({ sheet, state, drafting, handlers, list, field }: FieldProps) {
  const { active } = state.selection;
  const address = cellAddress(active.row, active.column);
  return (
    <Field
      key={`${sheet.id}-${address}`}
      field={field}
      label={sayCellValue({ header: headerOf(sheet, active), address, text: handlers.heldText() })}
      draft={drafting.draft}
      readOnly={handlers.blocked() !== null}
      choice={list === null ? null : (drafting.offer?.chosen ?? -1)}
      open={drafting.offer !== null}
      handlers={handlers.field}
    />
  );
}

/** What each line is drawn from. */
function linesOf({ sheet, state }: Props, { columns, field }: { columns: Columns; field: VNode }) {
  const { active, anchor } = state.selection;
  const area = areaOf(active, anchor);
  const pending = pendingOf(state.pending, sheet);
  const merges = mergesByRow(sheet);
  return (row: number, top: number | null): LineProps => {
    const inside = row >= area.row && row < area.row + area.rows;
    return {
      row,
      line: sheet.lines.get(row),
      columns,
      looks: state.looks,
      columnLooks: sheet.columnLooks,
      top,
      from: inside ? area.column : 0,
      to: inside ? area.column + area.columns - 1 : -1,
      active: row === active.row ? active.column : 0,
      field: row === active.row ? field : null,
      merges: merges.get(row),
      pending: pending.get(row),
    };
  };
}

/** The places of the lines to draw: those near the window, and that of the active cell, whose field would lose its text else. */
function drawn({ rows }: Extent, { first, last, active }: { first: number; last: number; active: number }): number[] {
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  const own = placeOf(rows, active);
  if (own >= 0 && own < first) places.unshift(own);
  if (own > last) places.push(own);
  return places;
}
