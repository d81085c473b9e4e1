import type { Day } from '../../domain/core/day.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block, CellValue } from '../../workbook/core/cell.ts';
import { cellAt } from '../../workbook/core/key.ts';
import { type OverviewFacts, overviewBlocks, overviewOf } from '../../workbook/layout/overview.ts';
import { chartToFit } from '../../workbook/layout/overview-chart.ts';
import { stampBlocks } from '../../workbook/layout/stamp.ts';
import { judgementEdits, lateRows } from '../../workbook/write/derived.ts';
import { extraEdits } from '../../workbook/write/extras.ts';
import { now } from '../base/journal.ts';
import { openBook } from '../base/open-book.ts';
import { sentBlocks } from '../base/period-state.ts';
import type { Ports } from '../base/ports.ts';
import { mayKeepPlan } from '../base/roles.ts';
import { type Decision, verifiedWrite } from '../base/verified-write.ts';
import { countedRows, feedOpen } from '../extras/feed-open.ts';
import type { RefreshReply } from '../replies/actions.ts';
import { type Assessment, assess } from './assess.ts';
import { foundBlocks } from './changes.ts';
import { dropEditContexts } from './edit-context.ts';

/**
 * Judges every open period, and what was published of closed ones, and writes the grey cells, the overview and the «Cập nhật lúc …» stamps.
 * An unchanged workbook is not written to: the stamp too waits for another change or another day, which is enough for
 * the head that turns red after 26 hours.
 */
export function refresh(ports: Ports): RefreshReply {
  return refreshBook(ports, openBook(ports));
}

/** The same on a book just read; the daily run also gets a place on the overview. */
export function refreshBook(ports: Ports, book: Book, { isDaily = false } = {}): RefreshReply {
  const reply = verifiedWrite(ports, feedOpen(ports, book), (read) => refreshed(ports, read, isDaily));
  if (reply.written > 0) dropEditContexts(ports.cache);
  return reply;
}

function refreshed(ports: Ports, book: Book, isDaily: boolean): Decision<RefreshReply> {
  const today = ports.clock.today();
  const assessed = assess(book, today);
  const mayWrite = writableSheets(ports, book);
  const found = [...sentBlocks(ports, book), ...foundBlocks(ports, book)];
  const changes = [...found, ...changesFor(book, assessed, { today, isDaily, minutes: ports.clock.minutes() })].filter(mayWrite);
  const stamps = stampBlocks(book, now(ports)).filter(mayWrite);
  const blocks = changes.length > 0 || stamps.some((stamp) => isOlder(book, stamp, today)) ? [...changes, ...stamps] : [];
  return {
    blocks,
    prepare: () => fitChart(ports, book, blocks),
    reply: { counts: assessed.counts, written: cellsChanged(book, blocks), problems: assessed.problems },
  };
}

/** How many cells hold something else once these are written: a block also covers cells between that stay as they are. */
function cellsChanged({ tables }: Book, blocks: readonly Block[]): number {
  const raws = new Map([...tables.values()].map(({ raw }) => [raw.sheetId, raw]));
  const isOther = ({ sheetId, row, column }: Block, down: number, across: number, value: CellValue): boolean => {
    const raw = raws.get(sheetId);
    return raw === undefined || JSON.stringify(cellAt(raw, row + down, column + across)) !== JSON.stringify(value);
  };
  const changed = (block: Block): number =>
    block.values.flatMap((line, down) => line.filter((value, across) => isOther(block, down, across, value))).length;
  return blocks.reduce((sum, block) => sum + changed(block), 0);
}

/** Before its figures are written: a run that ends between the two finds them unwritten, and does both again. */
function fitChart({ workbook }: Ports, book: Book, blocks: readonly Block[]): void {
  const overview = overviewOf(book);
  const chart = overview === null ? null : chartToFit(overview, book.plan);
  if (overview === null || chart === null || !blocks.some(({ sheetId }) => sheetId === overview.sheetId)) return;
  workbook.fitChart(overview.sheetId, chart);
}

type RunFacts = Pick<OverviewFacts, 'today' | 'isDaily' | 'minutes'>;

function changesFor(book: Book, { open, counts }: Assessment, run: RunFacts): Block[] {
  return [
    ...judgementEdits(book, open, { ...lateRows(book, run.today), beside: countedRows(book) }),
    ...extraEdits(book, run.today),
    ...overviewBlocks(book, { open, problems: counts.problems, ...run }),
  ];
}

/** Who is no keeper may only write where the plan's protection does not stand: the entry tabs and the overview. */
function writableSheets({ who, clock }: Ports, { plan, tables }: Book): (block: Block) => boolean {
  if (mayKeepPlan(plan, who.email(), clock.today())) return () => true;
  const open = [...tables.values()].filter(({ spec }) => spec.group === 'entry' || spec.group === 'overview');
  return ({ sheetId }) => open.some(({ raw }) => raw.sheetId === sheetId);
}

/** Whether the stamp that stands there was made on another day. */
function isOlder({ tables }: Book, { sheetId, row, column }: Block, today: Day): boolean {
  const raw = [...tables.values()].find((table) => table.raw.sheetId === sheetId)?.raw;
  const cell = raw === undefined ? '' : cellAt(raw, row, column);
  return typeof cell !== 'object' || cell.day !== today;
}
