import { type Day, yearOf } from '../../domain/core/day.ts';
import { fold } from '../../domain/core/word.ts';
import type { Extra } from '../../domain/plan/extras.ts';
import { setting } from '../../domain/plan/settings.ts';
import { SETTING_LABELS } from '../../words/core/labels.ts';
import { JOURNAL_WORDS, REFUSALS } from '../../words/core/refusals.ts';
import { ADOPT_REFUSALS } from '../../words/set-up/adopt.ts';
import { isNameAtBirth } from '../../words/set-up/layout.ts';
import { SET_UP_REFUSALS } from '../../words/set-up/offices.ts';
import { unitIn } from '../../words/set-up/set-up.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block, RawTab } from '../../workbook/core/cell.ts';
import { isBlankCell, joinKey, keysIn, plainText } from '../../workbook/core/key.ts';
import type { TabSpec } from '../../workbook/core/tab.ts';
import { versionOf, WORKBOOK_VERSION } from '../../workbook/core/version.ts';
import type { TabLayout } from '../../workbook/layout/layout.ts';
import { layoutsOf } from '../../workbook/layout/layouts.ts';
import { MIGRATIONS } from '../../workbook/migrations/all.ts';
import type { Proposal } from '../../workbook/read/own-layout.ts';
import { isWanted, TABS } from '../../workbook/tabs/all.ts';
import { INDICATORS } from '../../workbook/tabs/indicators.ts';
import { PERIODS } from '../../workbook/tabs/periods.ts';
import { PLANS } from '../../workbook/tabs/plans.ts';
import { ROLES, SETTINGS } from '../../workbook/tabs/settings.ts';
import { TASKS } from '../../workbook/tabs/tasks.ts';
import { appendRows } from '../../workbook/write/write.ts';
import { type JournalEntry, journalBlocks } from '../base/journal.ts';
import { openBook, openNear } from '../base/open-book.ts';
import type { PlanTemplate, Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { verifiedWrite } from '../base/verified-write.ts';
import { dropEditContexts } from '../judging/edit-context.ts';
import type { SetUpReply, UpgradeReply } from '../replies/actions.ts';
import type { SetUpState } from '../replies/views.ts';
import { keepLayout, sayNear } from './adopt.ts';
import { clerksOf } from './clerks.ts';
import { drawFirstChart } from './first-chart.ts';
import { canUpgrade, upgradeBook } from './upgrade.ts';
import { type Wish, wishedTemplate } from './wishes.ts';

type SetUpWish = Wish & {
  readonly template: string;
  readonly adopt?: boolean | undefined;
  /** The registers that are wanted. */
  readonly extras?: readonly Extra[] | undefined;
};

const LOCALE = 'vi_VN';
const ZONE = 'Asia/Ho_Chi_Minh';

/**
 * Lays out the tabs that are missing, with the plan of the template; a tab that is there keeps all its cells and its look, so
 * running it again only lets a new clerk through the guards, adds the periods and the name that were chosen and are not there, brings an
 * older workbook to the layout of today and gives an overview its chart, if it never had one. Locale and zone are set in a new workbook only:
 * in an office's own, `check` reports them.
 */
export function setUp(ports: Ports, { template: key, adopt, extras = [], ...wish }: SetUpWish): SetUpReply {
  const given = ports.templates.load(key) ?? refuse(REFUSALS.unknownTemplate(key, ports.templates.keys()));
  const { book: before, proposals } = openNear(ports);
  const template = wishedTemplate(given, ofWish(ports, wish));
  if (before.tables.size === 0 && !hasUnit(template)) refuse(SET_UP_REFUSALS.noUnit);
  const near = ofNearTabs(proposals);
  if (near.length > 0 && adopt === undefined)
    refuse(ADOPT_REFUSALS.nearTabs(near.flatMap(({ header, own }) => (header === null ? [own] : []))));
  const whole = before.tables.size === 0 ? ports.workbook.read('all').tabs : null;
  if (whole?.every(isBlank) === true) ports.workbook.setLocaleAndZone(LOCALE, ZONE);
  const { made, kept, refused } = ports.workbook.layOut(
    wantedLayouts(template, before, { near: adopt === true ? near : [], extras }),
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
  return { upgraded, made, kept: all, refused, dropped, added, ...planCounts(after) };
}

/** A plan without years begins in the year of today, or its periods would have none. */
function ofWish({ clock }: Ports, wish: Wish): Wish {
  const needsYears = wish.years === undefined && wish.periods !== undefined && wish.periods !== 'template';
  return needsYears ? { ...wish, years: [yearOf(clock.today())] } : wish;
}

function hasUnit({ tabs }: PlanTemplate): boolean {
  return unitIn(tabs[SETTINGS.name] ?? []).trim() !== '';
}

/** An older workbook that was here before, as far as its tabs are whole; what is broken, `check` tells. */
function broughtUp(ports: Ports, before: Book): UpgradeReply | null {
  if (!isOlder(before)) return null;
  const book = openBook(ports);
  return canUpgrade(book) ? upgradeBook(ports, book, versionOf(before) ?? 1) : null;
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

type WantedTabs = { readonly near: readonly Proposal[]; readonly extras: readonly Extra[] };

function wantedLayouts(template: PlanTemplate, before: Book, { near, extras }: WantedTabs): TabLayout[] {
  const adopted = TABS.filter(({ key }) => near.some(({ tab }) => tab === key));
  // What a later layout brought comes to an older workbook by its upgrade, which knows what it begins with. One without its settings is no older
  // one but what a cut set-up left: its tabs are the template’s, and get their guards.
  const upgraded =
    isOlder(before) && before.tables.has('settings') ? MIGRATIONS.flatMap(({ newTabs }) => newTabs.map(({ key }) => key)) : [];
  const brought = TABS.filter(({ key }) => upgraded.includes(key));
  const there = new Set([...renamedTabs(before), ...adopted, ...brought].map(({ name }) => name));
  const layouts = layoutsOf(template, extras).filter(({ name }) => !there.has(name));
  // A plan that is there is not the template's.
  const hasPlan = before.tables.has('indicators');
  return layouts.map((layout) => (hasPlan && layout.name === PLANS.name ? { ...layout, rows: [] } : layout));
}

function isOlder(before: Book): boolean {
  return before.tables.size > 0 && (versionOf(before) ?? 1) < WORKBOOK_VERSION;
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
  const added = verifiedWrite(ports, first, (book) => {
    const lacking = lackingRows(book, layouts, { ...wish, today: ports.clock.today() });
    const said = [...(made.length > 0 ? [JOURNAL_WORDS.made(made)] : []), ...lacking.added].join('; ');
    const entries: JournalEntry[] = [
      ...(said === '' ? [] : [{ operation: 'set-up' as const, place: '', after: said }]),
      ...(dropped === null ? [] : [{ operation: 'drop-tab' as const, place: dropped, note: JOURNAL_WORDS.dropped }]),
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

/** What was wished and is missing in tabs that existed: rows under the last one, no cell is changed. `added` names them. */
function lackingRows(
  book: Book,
  layouts: readonly TabLayout[],
  { unit = '', today, ...wish }: Wish & { readonly today: Day },
): { readonly blocks: Block[]; readonly added: readonly string[] } {
  const { periods, settings } = Object.fromEntries(book.tables);
  const known = periods === undefined ? new Set() : keysIn(periods);
  const isAsked = wish.years !== undefined || wish.periods !== undefined;
  const rows = (layouts.find(({ name }) => name === PERIODS.name)?.rows ?? []).filter(
    (row) => isAsked && !known.has(joinKey([plainText(row[0] ?? '')])),
  );
  const keys = Object.keys(PERIODS.columns);
  const records = rows.map((row) => Object.fromEntries(keys.map((key, at) => [key, row[at] ?? ''])));
  // A name in force is the office's to change, with the day from which another holds.
  const isNameless = unit !== '' && setting(book.plan, 'unit-name', today) === null;
  const names = isNameless ? [{ name: SETTING_LABELS['unit-name'], value: unit }] : [];
  return {
    blocks: [
      ...(periods === undefined ? [] : appendRows(periods, records)),
      ...(settings === undefined ? [] : appendRows(settings, names)),
    ],
    added: [...rows.map(([name = '']) => plainText(name)), ...names.map(({ value }) => value)],
  };
}

/** What the first set-up may choose among, and what is there already; writes nothing. */
export function setUpState({ templates, ...ports }: Ports): SetUpState {
  const { book, proposals } = openNear(ports);
  return {
    templates: templates.keys().flatMap((key) => {
      const template = templates.load(key);
      if (template === null) return [];
      const { title, tabs } = template;
      return [
        {
          key,
          title,
          settings: tabs[SETTINGS.name] ?? [],
          periods: tabs[PERIODS.name] ?? [],
          roles: (tabs[ROLES.name] ?? []).slice(1).map(([role]) => String(role ?? '')),
          isBlank: (tabs[INDICATORS.name] ?? []).length + (tabs[TASKS.name] ?? []).length <= 2,
        },
      ];
    }),
    made: book.tables.size,
    lacking: TABS.filter((spec) => isWanted(spec, []) && !book.tables.has(spec.key)).length,
    unit: setting(book.plan, 'unit-name', ports.clock.today()) ?? '',
    thisYear: yearOf(ports.clock.today()),
    years: [...new Set(book.plan.periods.map(({ year }) => year))],
    near: proposals.map(sayNear),
  };
}
