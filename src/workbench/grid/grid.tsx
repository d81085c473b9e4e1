import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { sayCellValue } from '../../words/workbench.ts';
import { cellAddress } from '../address.ts';
import { areaOf, type Desk } from '../desk.ts';
import { type Extent, extentOf, heightOf, placeOf } from '../extent.ts';
import { cellAt, guardAt, headerOf, listAt, type Sheet } from '../sheet.ts';
import { type State, type Store, select } from '../store.ts';
import { Choices } from './choices.tsx';
import { columnsOf } from './columns.ts';
import { useDrafting } from './drafting.ts';
import { Field } from './field.tsx';
import { fieldHandlers } from './handlers.ts';
import { Letters } from './letters.tsx';
import { Line, type LineProps, pendingOf } from './line.tsx';
import { pointing } from './pointing.ts';
import { bringIntoView, useMeasured, useViewPort } from './view-port.ts';

type Props = {
  readonly sheet: Sheet;
  readonly state: State;
  /** The lines to show below the frozen ones. */
  readonly shown: readonly number[];
  readonly desk: Desk;
  readonly store: Store;
  readonly onFind: () => void;
};

/** The sheet as a grid: lines near the window are drawn, the field of the active cell holds the focus. */
export function Grid(props: Props) {
  const { sheet, state, shown, store } = props;
  const { looks, selection } = state;
  const { active } = selection;
  const frame = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement | HTMLInputElement>(null);
  const wanted = useRef(false);
  const parts = { frame, head };

  const frozen = useMemo(() => Array.from({ length: Math.min(sheet.frozenRows, sheet.rows) }, (_, at) => at + 1), [sheet]);
  const rows = useMemo(() => [...frozen, ...shown], [frozen, shown]);
  // Heights change as lines are measured: the sum is made anew each time, and costs less than drawing one line.
  const extent = extentOf(shown, (row) => heightOf(sheet, looks, row));
  const view = useViewPort(parts, extent);
  const columns = useMemo(() => columnsOf(sheet, view.width), [sheet.columns, sheet.widths, sheet.frozenColumns, view.width]);
  useMeasured(frame, { sheet, extent });

  const list = listAt(sheet, active);
  const drafting = useDrafting(list);
  const take = () => {
    wanted.current = true;
  };
  const handlers = fieldHandlers({ ...props, rows, drafting, take, field });
  const pointer = pointing({ store, sheet, commit: handlers.commit, begin: handlers.begin, take });

  useEffect(() => {
    if (placeOf(rows, active.row) < 0) select(store, { row: shown[0] ?? 1, column: active.column });
  }, [rows]);
  useEffect(() => {
    if (state.aim === null) return;
    drafting.end();
    select(store, state.aim);
    if (state.aim.text !== undefined) drafting.begin(state.aim.text);
    take();
    store.set({ aim: null });
  }, [state.aim?.key]);
  useLayoutEffect(() => {
    bringIntoView({ ...parts, extent, columns }, active);
    if (wanted.current) field.current?.focus({ preventScroll: true });
    wanted.current = false;
  }, [active.row, active.column, sheet.id, state.aim?.key]);

  const area = areaOf(active, selection.anchor);
  const pending = pendingOf(state.pending, sheet);
  const cell = cellAt(sheet, active);
  const address = cellAddress(active.row, active.column);
  const fieldNode = (
    <Field
      key={`${sheet.id}-${address}`}
      field={field}
      label={sayCellValue({ header: headerOf(sheet, active), address, text: state.pending.size > 0 ? handlers.shownText() : cell.t })}
      draft={drafting.draft}
      readOnly={cell.f === true || guardAt(sheet, active) === 'refused'}
      choice={list === null ? null : (drafting.offer?.chosen ?? -1)}
      open={drafting.offer !== null}
      handlers={handlers.field}
    />
  );
  const lineOf = (row: number, top: number | null): LineProps => {
    const inside = row >= area.row && row < area.row + area.rows;
    return {
      row,
      line: sheet.lines.get(row),
      columns,
      looks,
      columnLooks: sheet.columnLooks,
      top,
      from: inside ? area.column : 0,
      to: inside ? area.column + area.columns - 1 : -1,
      active: row === active.row ? active.column : 0,
      field: row === active.row ? fieldNode : null,
      pending: pending.get(row),
    };
  };
  return (
    <>
      <div class="frame" ref={frame} onScroll={view.onScroll} {...pointer}>
        <div role="grid" aria-label={sheet.name} aria-multiselectable aria-rowcount={sheet.rows + 1} aria-colcount={sheet.columns + 1}>
          <div role="rowgroup" class="head" ref={head}>
            <Letters columns={columns} marked={{ from: area.column, to: area.column + area.columns - 1 }} />
            {frozen.map((row) => (
              <Line key={row} {...lineOf(row, null)} />
            ))}
          </div>
          <div role="rowgroup" class="body" style={{ height: `${extent.tops[shown.length] ?? 0}px` }}>
            {drawn(extent, { ...view, active: active.row }).map((at) => (
              <Line key={shown[at]} {...lineOf(shown[at] ?? 0, extent.tops[at] ?? 0)} />
            ))}
          </div>
        </div>
      </div>
      {drafting.offer !== null && field.current !== null && (
        <Choices {...drafting.offer} onChoose={handlers.choose} at={field.current.getBoundingClientRect()} />
      )}
    </>
  );
}

/** The places of the lines to draw: those near the window, and that of the active cell, whose field would lose its text else. */
function drawn({ rows }: Extent, { first, last, active }: { first: number; last: number; active: number }): number[] {
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  const own = placeOf(rows, active);
  if (own >= 0 && own < first) places.unshift(own);
  if (own > last) places.push(own);
  return places;
}
