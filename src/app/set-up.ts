import { fold } from '../domain/word.ts';
import { ADOPT_REFUSALS } from '../words/adopt.ts';
import { JOURNAL_WORDS, REFUSALS } from '../words/app.ts';
import { isNameAtBirth } from '../words/layout.ts';
import type { Book } from '../workbook/book.ts';
import type { RawTab } from '../workbook/cell.ts';
import { isBlankCell } from '../workbook/key.ts';
import type { TabLayout } from '../workbook/layout.ts';
import { layoutsOf } from '../workbook/layouts.ts';
import type { Proposal } from '../workbook/own-layout.ts';
import type { TabSpec } from '../workbook/tab.ts';
import { TABS } from '../workbook/tabs/all.ts';
import { versionOf, WORKBOOK_VERSION } from '../workbook/version.ts';
import { keepLayout } from './adopt.ts';
import type { SetUpReply, UpgradeReply } from './calls.ts';
import { carefully } from './careful.ts';
import { dropEditContexts } from './edit-context.ts';
import { drawFirstChart } from './first-chart.ts';
import { type JournalEntry, journalBlocks } from './journal.ts';
import { openBook, openNear } from './open-book.ts';
import type { PlanTemplate, Ports } from './ports.ts';
import { refuse } from './refusal.ts';
import { keeperAddresses } from './roles.ts';
import { lackingRows, type Wish, wished } from './set-up-wish.ts';
import { canUpgrade, upgradeBook } from './upgrade.ts';

type SetUpWish = Wish & { readonly template: string; readonly adopt?: boolean | undefined };

const LOCALE = 'vi_VN';
const ZONE = 'Asia/Ho_Chi_Minh';

/**
 * Lays out the tabs that are missing, with the plan of the template; a tab that is there keeps all its cells and its look, so
 * running it again only lets a new clerk through the guards, adds the periods and the name that were chosen and are not there, brings an
 * older workbook to the layout of today and gives an overview its chart, if it never had one. Locale and zone are set in a new workbook only:
 * in an office's own, `check` reports them.
 */
export function setUp(ports: Ports, { template: key, adopt, ...wish }: SetUpWish): SetUpReply {
  const template = ports.templates.load(key) ?? refuse(REFUSALS.unknownTemplate(key, ports.templates.keys()));
  const { book: before, proposals } = openNear(ports);
  const near = ofNearTabs(proposals);
  if (near.length > 0 && adopt === undefined)
    refuse(ADOPT_REFUSALS.nearTabs(near.flatMap(({ header, own }) => (header === null ? [own] : []))));
  const whole = before.tables.size === 0 ? ports.workbook.read('all').tabs : null;
  if (whole?.every(isBlank) === true) ports.workbook.setLocaleAndZone(LOCALE, ZONE);
  const { made, kept } = ports.workbook.layOut(
    wantedLayouts(template, before, adopt === true ? near : []).map((layout) => wished(layout, wish)),
    clerksOf(ports, before),
  );
  ports.workbook.flush();
  if (adopt === true && near.length > 0) keepLayout(ports, openBook(ports), near);
  const upgraded = broughtUp(ports, before);
  const after = openBook(ports);
  drawFirstChart(ports, after);
  const dropped = dropBornTab(ports, whole);
  const added = recordSetUp(ports, after, { made, dropped, template, wish });
  const all = [...kept, ...renamedTabs(before).map(({ name }) => name)];
  return { upgraded, made, kept: all, dropped, added, ...planCounts(after) };
}

/** An older workbook that was here before, as far as its tabs are whole; what is broken, `check` tells. */
function broughtUp(ports: Ports, before: Book): UpgradeReply | null {
  const from = before.tables.size === 0 ? WORKBOOK_VERSION : (versionOf(before) ?? 1);
  if (from >= WORKBOOK_VERSION) return null;
  const book = openBook(ports);
  return canUpgrade(book) ? upgradeBook(ports, book, from) : null;
}

/** A workbook with anything in a tab is used for something else: it keeps its locale, or its figures would read otherwise. */
function isBlank({ values }: RawTab): boolean {
  return values.flat().every(isBlankCell);
}

/**
 * Takes away the one empty tab of a new workbook and gives its name. Only where it was alone, is called as it was born and
 * holds nothing, which is asked once more now that ours stand beside it: a chart, a form or a note of the office is no value.
 */
function dropBornTab({ workbook }: Ports, whole: readonly RawTab[] | null): string | null {
  const [only, ...others] = whole ?? [];
  if (only === undefined || others.length > 0 || !isBlank(only) || !isNameAtBirth(only.name)) return null;
  return workbook.dropIfBare(only.sheetId) ? only.name : null;
}

/** Our tabs that the office renamed: found by their headers, they must not be made a second time. */
function renamedTabs({ tables }: Book): TabSpec[] {
  return [...tables.values()].filter(({ spec, raw }) => fold(raw.name) !== fold(spec.name)).map(({ spec }) => spec);
}

/** The tabs of the office that are nearly ours, with their columns. */
function ofNearTabs(proposals: readonly Proposal[]): Proposal[] {
  const tabs = new Set(proposals.filter(({ header }) => header === null).map(({ tab }) => tab));
  return proposals.filter(({ tab }) => tabs.has(tab));
}

function wantedLayouts(template: PlanTemplate, before: Book, near: readonly Proposal[]): TabLayout[] {
  const adopted = TABS.filter(({ key }) => near.some(({ tab }) => tab === key));
  const there = new Set([...renamedTabs(before), ...adopted].map(({ name }) => name));
  return layoutsOf(template).filter(({ name }) => !there.has(name));
}

/** Who may edit the plan tabs: as `Phân công` says, else the person who sets up. */
function clerksOf({ who, clock }: Ports, { plan }: Book): string[] {
  const named = keeperAddresses(plan, clock.today());
  return named.length > 0 ? named : [who.email().trim()].filter((email) => email !== '');
}

type Laid = {
  readonly made: readonly string[];
  readonly dropped: string | null;
  readonly template: PlanTemplate;
  readonly wish: Wish;
};

/** Adds what was chosen and is not there yet, and says in `Nhật ký` what was made; answers with what was added to tabs of the office. */
function recordSetUp(ports: Ports, first: Book, { made, dropped, template, wish }: Laid): readonly string[] {
  const layouts = layoutsOf(template);
  const added = carefully(ports, first, (book) => {
    const lacking = lackingRows(book, layouts, { ...wish, today: ports.clock.today() });
    const said = [...(made.length > 0 ? [JOURNAL_WORDS.made(made)] : []), ...lacking.added].join('; ');
    const entries: JournalEntry[] = [
      ...(said === '' ? [] : [{ deed: 'set-up' as const, place: '', after: said }]),
      ...(dropped === null ? [] : [{ deed: 'drop-tab' as const, place: dropped, note: JOURNAL_WORDS.dropped }]),
    ];
    return { blocks: [...lacking.blocks, ...journalBlocks(ports, book, entries)], reply: lacking.added };
  });
  if (made.length + added.length > 0) dropEditContexts(ports.cache);
  return added;
}

function planCounts({ plan }: Book): Pick<SetUpReply, 'indicators' | 'tasks' | 'statistics'> {
  const statistics = plan.indicators.filter(({ kind }) => kind === 'statistic').length;
  return { indicators: plan.indicators.length - statistics, tasks: plan.tasks.length, statistics };
}
