import type { Extra } from '../../domain/plan/extras.ts';
import { EXTRA_REFUSALS, EXTRA_WORDS } from '../../words/extras/extras.ts';
import type { Book } from '../../workbook/core/book.ts';
import { isBlankCell } from '../../workbook/core/key.ts';
import type { TabSpec } from '../../workbook/core/tab.ts';
import { emptyLayout } from '../../workbook/layout/layouts.ts';
import { TABS } from '../../workbook/tabs/all.ts';
import { journalBlocks } from '../base/journal.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { verifiedWrite } from '../base/verified-write.ts';
import type { ExtraReply } from '../replies/extras.ts';
import { clerksOf } from '../set-up/clerks.ts';

/**
 * Makes the tab of a register that this office wants to keep, empty. The log first, so that what a cut run made can be taken back; a tab
 * that is there already stays, and an office's own tab of that name stands in the way and is named.
 */
export function addExtra(ports: Ports, { extra }: { readonly extra: Extra }): ExtraReply {
  const spec = specOf(extra);
  const first = openBook(ports);
  if (first.tables.has(spec.key)) return { tab: spec.name, isNew: false, sentence: EXTRA_WORDS.there(spec.name) };
  const standing = ports.workbook.read([spec.name]).tabs.some(({ values }) => !values.flat().every(isBlankCell));
  if (standing) refuse(EXTRA_REFUSALS.ownTab(spec.name));
  verifiedWrite(ports, first, (book) => ({ blocks: logged(ports, book, spec), reply: null }));
  layOutExtra(ports, first, spec);
  ports.workbook.flush();
  return { tab: spec.name, isNew: true, sentence: EXTRA_WORDS.added(spec.name) };
}

/** The tab that holds a register. */
export function specOf(extra: Extra): TabSpec {
  return TABS.find(({ key }) => key === extra) ?? refuse(EXTRA_REFUSALS.unknown(extra));
}

function logged(ports: Ports, book: Book, { name }: TabSpec) {
  const last = book.journal[book.journal.length - 1];
  // A run that was cut before it made the tab has said so already.
  const isSaid = last?.operation === 'add-tab' && last.place === name;
  return isSaid ? [] : journalBlocks(ports, book, [{ operation: 'add-tab', place: name, after: name }]);
}

function layOutExtra(ports: Ports, book: Book, spec: TabSpec): void {
  const behind = TABS.slice(0, TABS.indexOf(spec)).map(({ key, name }) => book.tables.get(key)?.raw.name ?? name);
  ports.workbook.layOutOne(emptyLayout(spec), { behind, clerks: clerksOf(ports, book) });
}
