import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Extent, keepHeight, placeAt, placeOf } from '../extent.ts';
import type { Sheet, Spot } from '../sheet.ts';
import { type Columns, leftOf, NUMBERS_WIDTH } from './columns.ts';

/** Lines drawn beyond what is seen, above and below. */
const MORE = 8;

export type ViewPort = {
  readonly width: number;
  readonly first: number;
  readonly last: number;
  readonly onScroll: () => void;
};

type Parts = { readonly frame: RefObject<HTMLDivElement | null>; readonly head: RefObject<HTMLDivElement | null> };

/** Which lines are near enough to the window to be drawn. */
export function useViewPort({ frame, head }: Parts, extent: Extent): ViewPort {
  const [seen, setSeen] = useState({ width: 800, top: 0, height: 600 });
  const look = useCallback(() => {
    const box = frame.current;
    if (box === null) return;
    const now = { width: box.clientWidth, top: box.scrollTop, height: box.clientHeight - (head.current?.offsetHeight ?? 0) };
    setSeen((was) => (was.width === now.width && was.top === now.top && was.height === now.height ? was : now));
  }, [frame, head]);
  useLayoutEffect(() => {
    look();
    const watch = new ResizeObserver(look);
    if (frame.current !== null) watch.observe(frame.current);
    if (head.current !== null) watch.observe(head.current);
    return () => watch.disconnect();
  }, [look, frame, head]);
  return {
    width: seen.width,
    first: Math.max(0, placeAt(extent, seen.top) - MORE),
    last: Math.min(extent.rows.length - 1, placeAt(extent, seen.top + seen.height) + MORE),
    onScroll: look,
  };
}

/** Takes the heights of the drawn lines from the screen. What is seen stays where it is while lines above it turn out higher or lower. */
export function useMeasured(frame: RefObject<HTMLDivElement | null>, { sheet, extent }: { sheet: Sheet; extent: Extent }): void {
  const [, redraw] = useState(0);
  /** Where the lines stood before the heights that were taken last. */
  const before = useRef<Extent | null>(null);
  useLayoutEffect(() => {
    const box = frame.current;
    if (box === null) return;
    if (before.current !== null) stayAt(box, before.current, extent);
    before.current = null;
    if (!measure(box, sheet)) return;
    before.current = extent;
    redraw((count) => count + 1);
  });
}

/** The line at the upper edge stays there, also where a cell was brought into view since the heights were taken. */
function stayAt(box: HTMLElement, was: Extent, now: Extent): void {
  const first = placeAt(was, box.scrollTop);
  const at = placeOf(now.rows, was.rows[first] ?? 0);
  const top = at < 0 ? box.scrollTop : (now.tops[at] ?? 0) + box.scrollTop - (was.tops[first] ?? 0);
  if (Math.abs(box.scrollTop - top) > 0.5) box.scrollTop = top;
}

function measure(box: HTMLElement, sheet: Sheet): boolean {
  let differs = false;
  for (const drawn of box.querySelectorAll<HTMLElement>('.body > .line')) {
    const line = sheet.lines.get(Number(drawn.dataset['r']));
    if (line !== undefined && keepHeight(line, drawn.offsetHeight)) differs = true;
  }
  return differs;
}

type Scrolling = Parts & { readonly extent: Extent; readonly columns: Columns };

/** Scrolls as little as needed for a cell to be seen; one that is far away comes first, with what follows it. */
export function bringIntoView({ frame, head, extent, columns }: Scrolling, spot: Spot): void {
  const box = frame.current;
  if (box === null) return;
  const at = placeOf(extent.rows, spot.row);
  const height = box.clientHeight - (head.current?.offsetHeight ?? 0);
  if (at >= 0) {
    const span = { from: extent.tops[at] ?? 0, to: extent.tops[at + 1] ?? 0 };
    box.scrollTop = scrolled(box.scrollTop, span, height);
  }
  if (spot.column <= columns.frozen) return;
  const still = columns.frozen === 0 ? NUMBERS_WIDTH : leftOf(columns, columns.frozen + 1);
  const span = { from: leftOf(columns, spot.column) - still, to: leftOf(columns, spot.column + 1) - still };
  box.scrollLeft = scrolled(box.scrollLeft, span, box.clientWidth - still);
}

function scrolled(now: number, { from, to }: { from: number; to: number }, room: number): number {
  const isFar = to > now + 2 * room;
  if (from < now || to - from > room || isFar) return from;
  return to > now + room ? to - room : now;
}
