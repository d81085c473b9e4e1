import type { Book } from '../../workbook/core/book.ts';
import type { CellValue, RawBook, RawTab } from '../../workbook/core/cell.ts';
import type { TabKey } from '../../workbook/core/tab.ts';
import type { CachePort } from '../base/ports.ts';

/** The two tabs whose rows are judged while people type. */
export const ENTRY_KEYS = ['actuals', 'entries'] as const;
export type EntryKey = (typeof ENTRY_KEYS)[number];

/** The plan as an edit needs it beside the edited tab: what a cold edit reads, and what the cache keeps for the next. */
export type EditContext = { readonly entry: EntryKey; readonly entrySheetId: number; readonly plan: RawBook };

/** The plan tabs that judging a row of each entry tab needs; no more, because each costs two calls on a cold edit. */
export const CONTEXT_TABS: Readonly<Record<EntryKey, readonly TabKey[]>> = {
  actuals: ['indicators', 'periods', 'settings'],
  entries: ['tasks', 'periods', 'settings', 'holidays'],
};

/** Columns of those tabs that no verdict asks for: left out, so that the context stays small. */
const NOT_NEEDED = ['title', 'product', 'note', 'planPlace', 'budgetSource', 'result', 'verdict', 'explanation', 'status'];

/** A key holds at most 100 kB; Vietnamese letters take up to three bytes each. */
const CHARACTERS_PER_KEY = 30_000;
const MOST_KEYS = 24;

const keysOf = (entry: EntryKey): string[] => Array.from({ length: MOST_KEYS }, (_, index) => `edit-${entry}-${index}`);
const ALL_KEYS: readonly string[] = ENTRY_KEYS.flatMap(keysOf);

/** The context of an edit from the plan just read, without what no verdict needs. */
export function editContext(entry: EntryKey, entrySheetId: number, { plan, book }: { plan: RawBook; book: Book }): EditContext {
  return { entry, entrySheetId, plan: { ...plan, tabs: plan.tabs.map((tab) => lean(tab, book)) } };
}

function lean(tab: RawTab, book: Book): RawTab {
  const table = [...book.tables.values()].find(({ raw }) => raw.sheetId === tab.sheetId);
  if (table === undefined) return tab;
  const dropped = new Set(NOT_NEEDED.map((key) => (table.columns.get(key) ?? 0) - 1));
  const values = tab.values.map((row, at) =>
    at < table.headerRow ? row : row.map((cell, column) => (dropped.has(column) ? '' : cell)),
  );
  return { ...tab, values };
}

/** What the cache still knows, by entry tab; a part forgotten or spoilt makes the whole unknown. One call. */
export function recallEditContexts(cache: CachePort): EditContext[] {
  const held = cache.getAll(ALL_KEYS);
  return ENTRY_KEYS.map((entry) => unpack(keysOf(entry).map((key) => held.get(key) ?? ''))).filter((known) => known !== null);
}

/** Keeps a context for the next edit; one too large for the cache is read again each time. One call. */
export function keepEditContext(cache: CachePort, context: EditContext): void {
  const parts = pack(context);
  const keys = keysOf(context.entry);
  if (parts.length <= keys.length) cache.putAll(new Map(parts.map((part, at) => [keys[at] ?? '', part])));
}

/** Forgets all, because the plan, its calendar or its settings were edited, or a batch has run. One call. */
export function dropEditContexts(cache: CachePort): void {
  cache.removeAll(ALL_KEYS);
}

/** A tab with its percent formats alone, by place: the others do not change how a value is read. */
type PackedTab = Omit<RawTab, 'formats'> & {
  readonly percents: readonly (readonly [row: number, column: number, format: string])[];
};
type Packed = Omit<EditContext, 'plan'> & { readonly plan: Omit<RawBook, 'tabs'> & { readonly tabs: readonly PackedTab[] } };

/** Each part begins with «count:length:», so that parts of two different keepings are not joined. */
function pack({ plan, ...rest }: EditContext): string[] {
  const packed: Packed = { ...rest, plan: { ...plan, tabs: plan.tabs.map(packTab) } };
  const text = JSON.stringify(packed);
  const count = Math.ceil(text.length / CHARACTERS_PER_KEY);
  const size = CHARACTERS_PER_KEY;
  return Array.from({ length: count }, (_, at) => `${count}:${text.length}:${text.slice(at * size, (at + 1) * size)}`);
}

function packTab({ formats, ...tab }: RawTab): PackedTab {
  const percents = formats.flatMap((row, at) =>
    row.flatMap((format, column) => (format.includes('%') ? [[at, column, format] as const] : [])),
  );
  return { ...tab, percents };
}

function unpack(parts: readonly string[]): EditContext | null {
  const mark = /^(\d+):(\d+):/u.exec(parts[0] ?? '');
  if (mark === null) return null;
  const used = parts.slice(0, Number(mark[1]));
  if (!used.every((part) => part.startsWith(mark[0]))) return null;
  const text = used.map((part) => part.slice(mark[0].length)).join('');
  return text.length === Number(mark[2]) ? parsed(text) : null;
}

/** Only this file writes these keys; whatever else stands there is not understood and therefore unknown. */
function parsed(text: string): EditContext | null {
  try {
    const { plan, ...rest } = JSON.parse(text) as Packed;
    return { ...rest, plan: { ...plan, tabs: plan.tabs.map(unpackTab) } };
  } catch {
    return null;
  }
}

function unpackTab({ percents, ...tab }: PackedTab): RawTab {
  const formats = tab.values.map((row: readonly CellValue[]) => row.map(() => ''));
  for (const [row, column, format] of percents) {
    const cells = formats[row];
    if (cells !== undefined) cells[column] = format;
  }
  return { ...tab, formats };
}
