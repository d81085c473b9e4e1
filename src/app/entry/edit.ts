import { EDIT_GAVE_UP, EDIT_NEWER } from '../../words/entry/edit.ts';
import type { RawTab } from '../../workbook/core/cell.ts';
import type { TabKey } from '../../workbook/core/tab.ts';
import { isNewer } from '../../workbook/core/version.ts';
import { readBook } from '../../workbook/read/read-book.ts';
import { TABS } from '../../workbook/tabs/all.ts';
import { SETTINGS } from '../../workbook/tabs/settings.ts';
import type { Ports } from '../base/ports.ts';
import type { RollBack } from '../base/roll-back.ts';
import {
  CONTEXT_TABS,
  dropEditContexts,
  type EditContext,
  ENTRY_KEYS,
  type EntryKey,
  editContext,
  keepEditContext,
  recallEditContexts,
} from '../judging/edit-context.ts';
import { judgeRows } from '../judging/judge-rows.ts';
import type { Pasted } from './paste-summary.ts';

/** Where a person typed or pasted; `row` and `column` count from 1. */
export type Edit = {
  readonly sheetId: number;
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
};

/** `sentence`: what to tell the person, who otherwise only sees the grey cells change. */
export type EditReply = {
  readonly outcome: 'judged' | 'nothing-to-do' | 'plan-changed' | 'gave-up';
  readonly sentence: string | null;
};

const NOTHING: EditReply = { outcome: 'nothing-to-do', sentence: null };

/** What few edits need; passed in, so that only those evaluate it. */
export type LazyEdit = {
  /** What to tell of one row. */
  readonly sayEdit: (edited: Pasted, touched: Edit) => string | null;
  /** What to tell of a paste. */
  readonly sayPaste: (pasted: Pasted) => string | null;
  /** Restores what a write hit after people moved the rows. */
  readonly rollBack: RollBack;
};

/**
 * Judges the edited rows of an entry tab again and writes their grey cells (six calls when the cache is warm: test/end-to-end/calls.test.ts).
 * Takes no lock: grey cells are derived, so the next batch heals what a race leaves behind.
 */
export function onEdited(ports: Ports, edit: Edit, lazy: LazyEdit): EditReply {
  const known = recallEditContexts(ports.cache);
  const warm = known.find(({ entrySheetId }) => entrySheetId === edit.sheetId);
  if (warm !== undefined) return judgeTwiceAtMost(ports, warm, { edit, read: null, lazy });
  const edited = ports.workbook.readTab(edit.sheetId);
  const key = edited === null ? null : (keyOf([edited]) ?? adoptedKeyOf(ports, edited));
  const entry = ENTRY_KEYS.find((candidate) => candidate === key);
  if (edited !== null && entry !== undefined) return judgeCold(ports, { entry, edited }, { edit, read: edited, lazy });
  return key === null ? NOTHING : planEdited(ports, key, known.length > 0);
}

/** What the edited tab is, by its name and headers; `null` for a tab that is not ours. */
function keyOf(tabs: readonly RawTab[]): TabKey | null {
  const { tables } = readBook({ tabs, locale: '', timeZone: '' });
  return [...tables].find(([, { raw }]) => raw.sheetId === tabs[0]?.sheetId)?.[0] ?? null;
}

/** A tab of the office may be ours by the clerk's consent, which stands in another. */
function adoptedKeyOf({ workbook }: Ports, tab: RawTab): TabKey | null {
  return keyOf([tab, ...workbook.read([SETTINGS.name]).tabs]);
}

/** An edit of the plan makes its cached copy stale. */
function planEdited({ cache }: Ports, key: TabKey, anyKnown: boolean): EditReply {
  if (!ENTRY_KEYS.some((entry) => CONTEXT_TABS[entry].includes(key))) return NOTHING;
  if (anyKnown) dropEditContexts(cache);
  return { outcome: 'plan-changed', sentence: null };
}

/** Reads the plan for it first, and keeps that for the next edit; in a workbook of a newer build nothing is written. */
function judgeCold(ports: Ports, { entry, edited }: { entry: EntryKey; edited: RawTab }, judging: Judging): EditReply {
  const plan = ports.workbook.read(TABS.filter(({ key }) => CONTEXT_TABS[entry].includes(key)).map(({ name }) => name));
  const book = readBook(plan);
  if (isNewer(book)) return { outcome: 'gave-up', sentence: EDIT_NEWER };
  const context = editContext(entry, edited.sheetId, { plan, book });
  keepEditContext(ports.cache, context);
  return judgeTwiceAtMost(ports, context, judging);
}

type Judging = { readonly edit: Edit; readonly read: RawTab | null; readonly lazy: LazyEdit };

/** People may sort or insert rows meanwhile: then what was written is rolled back and the work is done once more from the start. */
function judgeTwiceAtMost(ports: Ports, context: EditContext, { edit, read, lazy }: Judging): EditReply {
  const rows = Array.from({ length: edit.rows }, (_, at) => edit.row + at);
  const first = judgeRows(ports, context, { rows, keys: [], read });
  if (first === null) return NOTHING;
  if (first.moved) lazy.rollBack(ports, first.table, first.written);
  const last = first.moved ? judgeRows(ports, context, { rows: [], keys: first.keys, read: null }) : first;
  if (last === null) return { outcome: 'judged', sentence: null };
  if (last.moved) {
    lazy.rollBack(ports, last.table, last.written);
    return { outcome: 'gave-up', sentence: EDIT_GAVE_UP };
  }
  const outcome = first.written.length > 0 ? 'judged' : 'nothing-to-do';
  return {
    outcome,
    sentence: sentenceOn({ book: last.book, entry: context.entry, rows, today: ports.clock.today() }, edit, lazy),
  };
}

/** One row is spoken of where something is wrong with what was typed, several always. */
function sentenceOn(pasted: Pasted, edit: Edit, lazy: LazyEdit): string | null {
  return edit.rows > 1 ? lazy.sayPaste(pasted) : lazy.sayEdit(pasted, edit);
}
