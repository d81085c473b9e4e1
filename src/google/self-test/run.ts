import { SELF_TEST } from '../../words/host/self-test.ts';
import type { MenuContext } from '../menu-context.ts';
import type { Google } from '../surface/google.ts';
import type { Sheet } from '../surface/spreadsheet.ts';
import { CELL_PROBES } from './cells.ts';
import { CHART_PROBES } from './charts.ts';
import { convertedDoc, keepResult, keepsDocx } from './documents.ts';
import { attempt, look, type Observed, type Probe, type Scratch, said, scratchOn } from './scratch.ts';
import { SERVICE_PROBES } from './services.ts';
import { GRID_PROBES, RULE_PROBES } from './sheets.ts';
import { TIME_PROBES } from './timing.ts';
import { clearNote, countRun, isPageUnpacked, leaveNote, type Note, readNote, type TriggerProbeId } from './trigger.ts';
import { TYPED_PROBES } from './typed.ts';

/** The grid first, while the tab is blank; charts last, because they move what lies below them. */
const PROBES = {
  ...GRID_PROBES,
  ...CELL_PROBES,
  ...TYPED_PROBES,
  ...RULE_PROBES,
  ...SERVICE_PROBES,
  ...TIME_PROBES,
  ...CHART_PROBES,
};

/** Every question that the self-test answers. */
export type ProbeId =
  | keyof typeof PROBES
  | TriggerProbeId
  | 'docx-kept'
  | 'docx-converted'
  | 'docx-seen'
  | 'page-unpacked'
  | 'page-seen';
type Seen = Readonly<Record<string, Observed>>;

/** What the self-test saves. */
export type SelfTestResult = {
  readonly build: string;
  readonly locale: string;
  readonly zone: string;
  readonly day: string;
  /** Whether the file is the person's own: guards answer the two otherwise. */
  readonly person: 'owner' | 'editor';
  readonly observed: Seen;
};

/** Looks at everything a menu item can see, on a tab that is gone afterwards. */
function observe({ google, ports }: MenuContext): Seen {
  const seen = onScratchTab(google, (scratch) =>
    Object.entries<Probe>(PROBES).map(([id, probe]) => {
      const found = look(() => probe(scratch));
      // A write that was refused late must not be told to the next probe.
      said(() => google.SpreadsheetApp.flush());
      return [id, found] as const;
    }),
  );
  return { ...Object.fromEntries(seen), 'docx-kept': look(() => keepsDocx(google, ports.docx)) };
}

function onScratchTab<T>(google: Google, work: (scratch: Scratch) => T): T {
  const book = google.SpreadsheetApp.getActiveSpreadsheet();
  const drop = (): void => {
    for (const sheet of book.getSheets()) if (sheet.getName() === SELF_TEST.tab) book.deleteSheet(sheet);
  };
  // A run that Google ended may have left one.
  drop();
  try {
    const sheet: Sheet = book.insertSheet(SELF_TEST.tab, book.getSheets().length);
    return work(scratchOn(google, sheet));
  } finally {
    drop();
  }
}

/**
 * The menu item. The first click looks at all it can, leaves a document for the person to look at and a trigger that goes off
 * once; the second looks again, adds what those two saw, and takes them away. Each saves what it has.
 */
export function selfTest(context: MenuContext): void {
  const { google, screen } = context;
  countRun();
  const note = readNote(google);
  if (note === null && !screen.agrees(SELF_TEST.ask)) return;
  const looked = note === null ? null : screen.ask(SELF_TEST.look(note.doc?.url ?? ''));
  clearNote(google);
  if (note === null) begin(context);
  else finish(context, note, looked === null ? {} : sawByEye(note, looked));
}

/** The digits that a person typed: 0 is the page, the others are of the document, where there is one. */
function sawByEye({ doc }: Note, typed: string): Seen {
  const digits = [...new Set(typed.replace(/\D/gu, ''))].sort();
  const page = { 'page-seen': digits.includes('0') };
  return doc === null ? page : { ...page, 'docx-seen': digits.filter((digit) => digit !== '0').join('') };
}

function begin(context: MenuContext): void {
  const { google, ports } = context;
  const seen = observe(context);
  const made = attempt(() => convertedDoc(google, ports.docx));
  const doc = 'value' in made ? made.value : null;
  const converted = 'words' in made ? `threw ${made.words}` : made.value.kind;
  leaveNote(google, { doc, converted });
  tell(context, { ...seen, 'docx-converted': converted }, SELF_TEST.first(doc?.url ?? ''));
  // The page that the second click asks about.
  context.screen.openSidebar('today');
}

function finish(context: MenuContext, { doc, converted, seen }: Note, looked: Seen): void {
  if (doc !== null) said(() => context.google.Drive.Files.remove(doc.id));
  const pages = { 'page-unpacked': isPageUnpacked(context.google) };
  const observed = { ...observe(context), 'docx-converted': converted, ...pages, ...looked, ...seen };
  tell(context, observed, seen === null ? SELF_TEST.noTrigger : '');
}

/** Saves the result and shows where it is; where it cannot be saved, the text itself. */
function tell({ google, ports, screen }: MenuContext, observed: Seen, more: string): void {
  const book = google.SpreadsheetApp.getActiveSpreadsheet();
  const result: SelfTestResult = {
    build: ports.build.version(),
    locale: book.getSpreadsheetLocale(),
    zone: book.getSpreadsheetTimeZone(),
    day: ports.clock.today(),
    person: observed['protect-owner-unlisted'] === 0 ? 'owner' : 'editor',
    observed,
  };
  const text = JSON.stringify(result, null, 1);
  const kept = attempt(() => keepResult(google, SELF_TEST.file, text));
  const place = 'words' in kept ? text : kept.value;
  const seen = Object.values(observed);
  const threw = seen.filter((value) => String(value).startsWith('threw ')).length;
  screen.tell([SELF_TEST.done(seen.length, threw, place), more].filter((part) => part !== '').join('\n\n'));
}
