import { fold } from '../../domain/core/word.ts';
import { SETTING_LABELS } from '../../words/core/labels.ts';
import { UPGRADE_REFUSALS } from '../../words/set-up/upgrade.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block } from '../../workbook/core/cell.ts';
import { cellAt, isBlankCell, plainText } from '../../workbook/core/key.ts';
import type { TabKey, TabTable } from '../../workbook/core/tab.ts';
import { versionOf, versionRows, WORKBOOK_VERSION } from '../../workbook/core/version.ts';
import { emptyLayout } from '../../workbook/layout/layouts.ts';
import { MIGRATIONS, migrationsFrom } from '../../workbook/migrations/all.ts';
import type { Migration } from '../../workbook/migrations/migration.ts';
import { renewals } from '../../workbook/migrations/renewal.ts';
import { TABS } from '../../workbook/tabs/all.ts';
import { appendRows, rowBlocks } from '../../workbook/write/write.ts';
import { type JournalEntry, journalBlocks, notYetLogged } from '../base/journal.ts';
import { headerPlace, lackingHeaders } from '../base/lacking-headers.ts';
import { openBook, tableOf } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { type Decision, verifiedWrite } from '../base/verified-write.ts';
import { dropEditContexts } from '../judging/edit-context.ts';
import type { UpgradeReply } from '../replies/actions.ts';
import { clerksOf } from './clerks.ts';
import { drawFirstChart } from './first-chart.ts';

/** Brings an older workbook to the layout of today, in place; one of today gets the columns that came since it was made, else it is not written to. */
export function upgrade(ports: Ports): UpgradeReply {
  const book = openBook(ports);
  const from = versionOf(book) ?? 1;
  return upgradeBy(ports, book, from === WORKBOOK_VERSION ? columnsSince(book) : migrationsFrom(from), from);
}

/** The newest step again, for its columns alone, where a tab lacks one: tabs and settings that are not there may have been taken away. */
function columnsSince({ tables }: Book): Migration[] {
  return MIGRATIONS.slice(-1).flatMap((step) => {
    const isLacking = (Object.keys(step.tabs) as TabKey[]).some((key) => {
      const known = tables.get(key)?.columns;
      return known !== undefined && (step.tabs[key]?.columns ?? []).some((column) => !known.has(column));
    });
    return isLacking ? [{ ...step, settings: [], newTabs: [] }] : [];
  });
}

/**
 * The same on a book just read, which is of this version whatever it says. First what is lacking, each thing logged so that it can be taken
 * back; then the looks, which can be done over; the version last: until it says so, all is looked at again and nothing done twice.
 */
export function upgradeBook(ports: Ports, book: Book, from: number): UpgradeReply {
  return upgradeBy(ports, book, migrationsFrom(from), from);
}

function upgradeBy(ports: Ports, book: Book, steps: readonly Migration[], from: number): UpgradeReply {
  if (steps.length === 0) return { from, to: from, tabs: [], columns: [], settings: [] };
  const lacking = verifiedWrite(ports, book, (read) => completed(ports, read, steps));
  addTabs(ports, steps);
  const complete = openBook(ports);
  ports.workbook.renew(renewals(complete, steps));
  ports.workbook.flush();
  drawFirstChart(ports, complete);
  verifiedWrite(ports, complete, (read) => ({ blocks: versionBlocks(tableOf(read, 'settings')), reply: null }));
  dropEditContexts(ports.cache);
  return { from, to: WORKBOOK_VERSION, ...lacking };
}

/** Whether the tabs are whole into which the steps would write. */
export function canUpgrade({ tables }: Book): boolean {
  const settings = tables.get('settings');
  return settings !== undefined && versionRows(settings).length < 2 && neededTabs().every((key) => tables.has(key));
}

function neededTabs(): TabKey[] {
  const changed = migrationsFrom(1).flatMap(({ tabs }) => Object.entries(tabs) as [TabKey, { columns?: readonly string[] }][]);
  return ['settings', 'journal', ...changed.flatMap(([key, { columns }]) => (columns === undefined ? [] : [key]))];
}

/** The tabs that the steps bring and their first rows, which the log names already; one that holds a row has them. */
function addTabs(ports: Ports, steps: readonly Migration[]): void {
  for (const { key, rows } of steps.flatMap(({ newTabs }) => newTabs)) {
    const before = openBook(ports);
    const spec = TABS.find((each) => each.key === key);
    if (spec === undefined) continue;
    if (!before.tables.has(key)) {
      const behind = TABS.slice(0, TABS.indexOf(spec)).map(({ key: other, name }) => before.tables.get(other)?.raw.name ?? name);
      ports.workbook.layOutOne(emptyLayout(spec), { behind, clerks: clerksOf(ports, before) });
      ports.workbook.flush();
    }
    verifiedWrite(ports, openBook(ports), (book) => {
      const table = book.tables.get(key);
      const isNew = table !== undefined && table.rows.size === 0;
      return { blocks: isNew ? appendRows(table, rows(book.plan)) : [], reply: null };
    });
  }
}

/** Those that are not there yet; an office's own tab of that name stands in the way, and the workbook does without. */
function lackingTabs(book: Book, { workbook }: Ports, steps: readonly Migration[]): string[] {
  const wanted = steps.flatMap(({ newTabs }) => newTabs.map(({ key }) => key)).filter((key) => !book.tables.has(key));
  const names = TABS.filter(({ key }) => wanted.includes(key)).map(({ name }) => name);
  const standing = names.length === 0 ? [] : workbook.read(names).tabs.filter(({ values }) => !values.flat().every(isBlankCell));
  return names.filter((name) => !standing.some((raw) => fold(raw.name) === fold(name)));
}

type Lacking = Pick<UpgradeReply, 'tabs' | 'columns' | 'settings'>;

/** Headers, settings and the log of both; refuses, before anything is written, where a tab of them cannot be used. */
function completed(ports: Ports, book: Book, steps: readonly Migration[]): Decision<Lacking> {
  const settings = tableOf(book, 'settings');
  tableOf(book, 'journal');
  if (versionRows(settings).length > 1) refuse(UPGRADE_REFUSALS.doubledVersion);
  const headers = steps.flatMap(({ tabs }) =>
    (Object.keys(tabs) as TabKey[]).flatMap((key) => lackingHeaders(book, key, tabs[key]?.columns ?? [])),
  );
  const rows = lackingSettings(ports, book, steps);
  const tabs = lackingTabs(book, ports, steps);
  const entries: JournalEntry[] = [
    ...tabs.map((name) => ({ operation: 'upgrade' as const, place: name, before: '', after: name })),
    ...headers.flatMap(({ table, names }) =>
      names.map((name) => ({ operation: 'upgrade' as const, place: headerPlace(table, name), before: '', after: name })),
    ),
    ...rows.map(({ name, value, note }) => ({ operation: 'upgrade' as const, place: name, before: '', after: value, note })),
    ...versionEntries(settings),
  ];
  return {
    blocks: [
      ...journalBlocks(ports, book, notYetLogged(book, entries)),
      ...headers.flatMap(({ block }) => block),
      ...appendRows(
        settings,
        rows.map((row) => ({ ...row, from: '' })),
      ),
    ],
    reply: {
      tabs,
      columns: headers.flatMap(({ table, names }) => names.map((name) => headerPlace(table, name))),
      settings: rows.map(({ name }) => name),
    },
  };
}

type SettingRow = { readonly name: string; readonly value: string; readonly note: string };

function lackingSettings({ clock }: Ports, { plan }: Book, steps: readonly Migration[]): SettingRow[] {
  const known = new Set(plan.settings.map(({ key }) => key));
  return steps
    .flatMap(({ settings }) => settings)
    .filter(({ key }) => !known.has(key))
    .map(({ key, value, note }) => ({ name: SETTING_LABELS[key], value: value(plan, clock.today()), note }));
}

/** What the row says now, as text; '' where there is none. */
function saidVersion(table: TabTable): string {
  const [row] = versionRows(table);
  return row === undefined ? '' : plainText(cellAt(table.raw, row, table.columns.get('value') ?? 0));
}

function versionEntries(table: TabTable): JournalEntry[] {
  const [before, after] = [saidVersion(table), String(WORKBOOK_VERSION)];
  return before === after ? [] : [{ operation: 'upgrade', place: SETTING_LABELS['workbook-version'], before, after }];
}

function versionBlocks(table: TabTable): Block[] {
  const [row] = versionRows(table);
  const name = SETTING_LABELS['workbook-version'];
  if (row === undefined) return appendRows(table, [{ name, value: WORKBOOK_VERSION, from: '', note: '' }]);
  return rowBlocks(table, [{ row, values: { value: WORKBOOK_VERSION } }], { allowOffice: true });
}
