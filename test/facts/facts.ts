type Area =
  | 'realm'
  | 'authorisation'
  | 'identity'
  | 'ui'
  | 'typed-entry'
  | 'dates-and-zones'
  | 'display-formats'
  | 'grid'
  | 'validation'
  | 'protection'
  | 'charts'
  | 'writes'
  | 'edits'
  | 'locks'
  | 'properties-cache'
  | 'triggers'
  | 'mail'
  | 'page-calls'
  | 'clock'
  | 'errors';

export type Fact = {
  readonly id: string;
  readonly area: Area;
  readonly fact: string;
  /** A public address, or the section of `docs/platform.md` that has it; `assumed`: nobody has published it. */
  readonly source: string;
  /** Names the check of the self-test that observes it on a live account. */
  readonly selfTest?: string;
  /** Why the self-test does not ask what is only assumed, and what makes it harmless. */
  readonly notAsked?: string;
};

const GOOGLE = 'https://developers.google.com/apps-script';
const OURS = 'docs/platform.md';
const V8 = `${GOOGLE}/guides/v8-runtime`;
const SIMPLE = `${GOOGLE}/guides/triggers`;
const AUTH = 'https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle';
const SCOPES = `${GOOGLE}/concepts/scopes`;
const SESSION = `${OURS}#identity`;
const SESSION_CLASS = `${GOOGLE}/reference/base/session`;
const UI = `${GOOGLE}/reference/base/ui`;
const RUN = `${GOOGLE}/guides/html/reference/run`;
const HTML_FILES = `${GOOGLE}/guides/html/best-practices`;
const RUN_MEASURED = `${OURS}#calls-from-a-page`;
const TYPED = `${OURS}#typed-entry`;
const ZONES = `${OURS}#days-and-zones`;
const RANGE = `${GOOGLE}/reference/spreadsheet/range`;
const DIMENSIONS = `${OURS}#typed-entry`;
const VALIDATION = `${OURS}#validation`;
const PROTECTION = `${GOOGLE}/reference/spreadsheet/protection`;
const PROTECTION_MEASURED = `${OURS}#protection`;
const LIMITS = `${GOOGLE}/guides/services/quotas`;
const LIMITS_SEEN = `${OURS}#quotas-and-limits`;
const CHART = `${GOOGLE}/reference/spreadsheet/embedded-chart-builder`;
const CHART_SEEN = `${OURS}#charts`;
const CACHE = `${OURS}#quotas-and-limits`;
const LOCK = `${GOOGLE}/reference/lock/lock`;
const PROPERTIES = `${GOOGLE}/reference/properties/properties`;
const INSTALLABLE = `${GOOGLE}/guides/triggers/installable`;
const CLOCK = `${GOOGLE}/reference/script/clock-trigger-builder`;
const EVENTS = `${GOOGLE}/guides/triggers/events`;
const UTILITIES = `${GOOGLE}/reference/utilities/utilities`;
const WRITES = `${OURS}#when-a-write-happens`;
const ASSUMED = 'assumed';

/** Every fact about Google that the calls of `src/google/surface` touch, each with one test on the embedded host. */
// biome-ignore format: one fact per line
export const FACTS = [
  // realm
  { id: 'fresh-realm', area: 'realm', fact: 'Every execution starts with fresh globals.', source: V8, selfTest: 'fresh-realm' },
  { id: 'top-level-runs', area: 'realm', fact: 'All code at the top level runs at every execution.', source: V8 },
  { id: 'bare-realm', area: 'realm', fact: 'Timers, fetch, URL, TextEncoder, crypto and the like do not exist.', source: V8, selfTest: 'bare-realm' },
  { id: 'no-web-assembly', area: 'realm', fact: 'Our script gets along without WebAssembly, which Google has and the host has not.', source: ASSUMED, selfTest: 'no-web-assembly' },
  { id: 'top-level-mode', area: 'realm', fact: 'Top-level code has the rights of the entry point, so a guarded call there breaks a simple trigger.', source: AUTH },
  { id: 'advanced-service', area: 'realm', fact: 'The advanced service Drive is a global only while the manifest enables it.', source: `${GOOGLE}/concepts/manifests`, selfTest: 'advanced-service' },
  { id: 'own-built-ins', area: 'realm', fact: 'Lists and dates that a service gives are instances of the script’s own Array and Date.', source: ASSUMED, selfTest: 'own-built-ins' },
  // authorisation
  { id: 'open-menu', area: 'authorisation', fact: 'The simple onOpen may add menu items.', source: AUTH },
  { id: 'open-no-pages', area: 'authorisation', fact: 'A simple trigger may show no sidebar.', source: AUTH },
  { id: 'simple-no-dialogs', area: 'authorisation', fact: 'A simple trigger may show no alert.', source: AUTH },
  { id: 'simple-no-mail', area: 'authorisation', fact: 'A simple trigger may not use MailApp.', source: SIMPLE },
  { id: 'simple-no-files', area: 'authorisation', fact: 'A simple trigger may not make files.', source: SIMPLE },
  { id: 'simple-no-triggers', area: 'authorisation', fact: 'A simple trigger may not handle installable triggers.', source: AUTH },
  { id: 'simple-bound-file', area: 'authorisation', fact: 'A simple trigger may change the file it belongs to.', source: SIMPLE },
  { id: 'simple-small-services', area: 'authorisation', fact: 'A simple trigger may use properties, cache, lock and Utilities.', source: AUTH },
  { id: 'full-menu', area: 'authorisation', fact: 'A menu item may use everything the manifest lists.', source: AUTH },
  { id: 'full-page', area: 'authorisation', fact: 'A page’s call may use everything the manifest lists.', source: AUTH },
  { id: 'full-trigger', area: 'authorisation', fact: 'A clock trigger may use everything the manifest lists.', source: INSTALLABLE },
  { id: 'scope-mail', area: 'authorisation', fact: 'MailApp needs the scope script.send_mail.', source: SCOPES },
  { id: 'scope-triggers', area: 'authorisation', fact: 'ScriptApp’s triggers need the scope script.scriptapp.', source: SCOPES },
  { id: 'scope-drive', area: 'authorisation', fact: 'Making files needs the scope drive.file or drive.', source: SCOPES },
  { id: 'scope-ui', area: 'authorisation', fact: 'Dialogs need the scope script.container.ui.', source: SCOPES },
  { id: 'scope-email', area: 'authorisation', fact: 'A person’s address needs the scope userinfo.email.', source: SCOPES },
  { id: 'scope-spreadsheet', area: 'authorisation', fact: 'The spreadsheet needs the scope spreadsheets.currentonly or spreadsheets.', source: SCOPES },
  { id: 'scope-none', area: 'authorisation', fact: 'Properties, cache, lock and Utilities need no scope.', source: SCOPES },
  { id: 'scope-trigger-words', area: 'authorisation', fact: 'In a trigger the missing scope is worded as the script’s, not the person’s.', source: `${OURS}#scopes` },
  { id: 'currentonly-in-trigger', area: 'authorisation', fact: 'The scope spreadsheets.currentonly is enough in a clock trigger of a bound script.', source: ASSUMED, selfTest: 'currentonly-in-trigger' },
  // identity
  { id: 'menu-person', area: 'identity', fact: 'In a menu item active and effective user are the person who clicked.', source: SESSION, selfTest: 'menu-person' },
  { id: 'page-person', area: 'identity', fact: 'In a page’s call active and effective user are the person before the page.', source: SESSION },
  { id: 'edit-other-blank', area: 'identity', fact: 'In a simple trigger fired by another person both addresses are blank.', source: SESSION },
  { id: 'edit-owner-named', area: 'identity', fact: 'In a simple trigger fired by the script’s owner the address is known.', source: SESSION_CLASS },
  { id: 'trigger-creator', area: 'identity', fact: 'An installable trigger runs as the person who created it.', source: INSTALLABLE, selfTest: 'trigger-creator' },
  { id: 'trigger-active', area: 'identity', fact: 'In a clock trigger the active user is its creator too.', source: ASSUMED, selfTest: 'trigger-active' },
  { id: 'mail-sender', area: 'identity', fact: 'Mail is sent by the effective user.', source: `${GOOGLE}/reference/mail/mail-app` },
  // ui
  { id: 'no-ui-in-trigger', area: 'ui', fact: 'getUi throws in a clock trigger.', source: `${OURS}#dialogs-and-pages`, selfTest: 'no-ui-in-trigger' },
  { id: 'dialog-answers', area: 'ui', fact: 'A prompt gives the button pressed and the text typed.', source: UI },
  { id: 'dialog-closed', area: 'ui', fact: 'A dialog closed without a button answers CLOSE.', source: UI },
  { id: 'toast-anywhere', area: 'ui', fact: 'A toast in a clock trigger shows nothing and throws nothing.', source: ASSUMED, selfTest: 'toast-anywhere' },
  { id: 'no-document', area: 'ui', fact: 'Outside of a document getActiveSpreadsheet gives null without an error.', source: `${OURS}#dialogs-and-pages` },
  { id: 'page-missing', area: 'ui', fact: 'A page that the project does not hold throws when it is made.', source: ASSUMED, selfTest: 'page-missing' },
  // typed entry
  { id: 'typed-day', area: 'typed-entry', fact: '“1-2” becomes a day of this year.', source: TYPED, selfTest: 'typed-day' },
  { id: 'typed-zero', area: 'typed-entry', fact: '“01” becomes the number 1.', source: TYPED, selfTest: 'typed-zero' },
  { id: 'typed-comma', area: 'typed-entry', fact: '“1,5” is one and a half where the locale has a decimal comma.', source: TYPED, selfTest: 'typed-comma' },
  { id: 'typed-point', area: 'typed-entry', fact: '“1.5” is one and a half in en_US.', source: TYPED },
  { id: 'typed-groups', area: 'typed-entry', fact: '“1.250” is one thousand two hundred and fifty where the point groups.', source: ASSUMED, selfTest: 'typed-groups' },
  { id: 'typed-wrong-groups', area: 'typed-entry', fact: '“1.25” stays text where the point groups.', source: ASSUMED, selfTest: 'typed-wrong-groups' },
  { id: 'typed-true', area: 'typed-entry', fact: '“TRUE” becomes a boolean.', source: TYPED, selfTest: 'typed-true' },
  { id: 'typed-percent', area: 'typed-entry', fact: '“50%” becomes 0.5.', source: TYPED, selfTest: 'typed-percent' },
  { id: 'typed-apostrophe', area: 'typed-entry', fact: 'A leading apostrophe is swallowed and the rest stays text.', source: TYPED, selfTest: 'typed-apostrophe' },
  { id: 'typed-rearmed', area: 'typed-entry', fact: 'Text read from behind an apostrophe and written back is read as typing again.', source: TYPED, selfTest: 'typed-rearmed' },
  { id: 'typed-equals', area: 'typed-entry', fact: 'A text that starts with = becomes a formula.', source: RANGE, selfTest: 'typed-equals' },
  { id: 'typed-plus', area: 'typed-entry', fact: 'A text that starts with + and is no number becomes a formula.', source: TYPED, selfTest: 'typed-plus' },
  { id: 'typed-minus', area: 'typed-entry', fact: 'A text that starts with - and is no number becomes a formula.', source: TYPED, selfTest: 'typed-minus' },
  { id: 'typed-at', area: 'typed-entry', fact: 'A text that starts with @ stays text.', source: ASSUMED, selfTest: 'typed-at' },
  { id: 'typed-us-day', area: 'typed-entry', fact: '“03/04/2026” is the 4th of March in en_US.', source: TYPED },
  { id: 'typed-vn-day', area: 'typed-entry', fact: '“03/04/2026” is the 3rd of April in vi_VN.', source: TYPED, selfTest: 'typed-vn-day' },
  { id: 'typed-no-day', area: 'typed-entry', fact: 'A day that does not exist stays text.', source: TYPED, selfTest: 'typed-no-day' },
  { id: 'typed-points-day', area: 'typed-entry', fact: '“30.6.2026” stays text in vi_VN.', source: TYPED, selfTest: 'typed-points-day' },
  { id: 'typed-text-format', area: 'typed-entry', fact: 'Under the format @ set before, what is written stays text.', source: TYPED, selfTest: 'typed-text-format' },
  { id: 'typed-text-formula', area: 'typed-entry', fact: 'Under the format @ even a leading = stays text.', source: ASSUMED, selfTest: 'typed-text-formula' },
  { id: 'true-types', area: 'typed-entry', fact: 'Numbers and booleans are written without being parsed.', source: TYPED, selfTest: 'true-types' },
  { id: 'undefined-blanks', area: 'typed-entry', fact: 'undefined and null in a written block leave a blank cell.', source: TYPED, selfTest: 'undefined-blanks' },
  // dates and zones
  { id: 'date-read-zone', area: 'dates-and-zones', fact: 'A date cell is read as midnight of the spreadsheet’s zone.', source: SESSION_CLASS, selfTest: 'date-read-zone' },
  { id: 'date-written-zone', area: 'dates-and-zones', fact: 'A Date is written as the day it is in the spreadsheet’s zone.', source: SESSION_CLASS },
  { id: 'script-zone', area: 'dates-and-zones', fact: 'Date parts are shown in the script’s zone, as the manifest says it.', source: SESSION_CLASS, selfTest: 'script-zone' },
  { id: 'time-only', area: 'dates-and-zones', fact: 'A time alone is read as a Date of 30/12/1899.', source: `${GOOGLE}/guides/sheets/functions`, selfTest: 'time-only' },
  { id: 'time-only-offset', area: 'dates-and-zones', fact: 'In 1899 the zone was 7 h 6 min 30 s ahead, so its instant is no plain subtraction.', source: ZONES, selfTest: 'time-only-offset' },
  { id: 'format-date', area: 'dates-and-zones', fact: 'formatDate says a date in the zone given, with the letters of SimpleDateFormat.', source: UTILITIES, selfTest: 'format-date' },
  { id: 'format-quotes', area: 'dates-and-zones', fact: 'formatDate leaves text in single quotes as it is.', source: UTILITIES },
  // display formats
  { id: 'format-percent', area: 'display-formats', fact: 'A typed percentage brings a percent format along.', source: ASSUMED, selfTest: 'format-percent' },
  { id: 'format-day', area: 'display-formats', fact: 'A typed day brings a date format along.', source: ASSUMED, selfTest: 'format-day' },
  { id: 'format-kept', area: 'display-formats', fact: 'A typed day keeps the date format that the cell has.', source: ASSUMED, selfTest: 'format-kept' },
  { id: 'format-general', area: 'display-formats', fact: 'A cell without a format of its own tells no percent and no date format.', source: ASSUMED, selfTest: 'format-general' },
  { id: 'format-not-value', area: 'display-formats', fact: 'A percent cell that shows 10% is read as 0.1.', source: RANGE, selfTest: 'format-not-value' },
  // grid
  { id: 'new-sheet', area: 'grid', fact: 'A new sheet has 1000 rows and 26 columns.', source: LIMITS_SEEN, selfTest: 'new-sheet' },
  { id: 'grid-end', area: 'grid', fact: 'A range beyond the grid throws.', source: DIMENSIONS, selfTest: 'grid-end' },
  { id: 'grid-start', area: 'grid', fact: 'A range that starts above row 1 throws.', source: DIMENSIONS, selfTest: 'grid-start' },
  { id: 'grid-empty', area: 'grid', fact: 'A range without rows throws.', source: DIMENSIONS, selfTest: 'grid-empty' },
  { id: 'grid-signature', area: 'grid', fact: 'Arguments of the wrong type throw the signature error.', source: DIMENSIONS, selfTest: 'grid-signature' },
  { id: 'grid-grows', area: 'grid', fact: 'Rows and columns inserted at the end make the grid larger.', source: ASSUMED, selfTest: 'grid-grows' },
  { id: 'grid-out-of-bounds', area: 'grid', fact: 'Rows inserted behind the end throw.', source: DIMENSIONS },
  { id: 'insert-moves', area: 'grid', fact: 'Inserted rows push what lies below them: values, validations, colours, protections.', source: ASSUMED, selfTest: 'insert-moves' },
  { id: 'data-range-formula', area: 'grid', fact: 'A formula that shows nothing belongs to the data range.', source: ASSUMED, selfTest: 'data-range-formula' },
  { id: 'data-range-false', area: 'grid', fact: 'A checkbox that is FALSE belongs to the data range.', source: ASSUMED, selfTest: 'data-range-false' },
  { id: 'data-range-blank', area: 'grid', fact: 'The data range of a blank sheet is A1.', source: ASSUMED, selfTest: 'data-range-blank' },
  { id: 'blank-text', area: 'grid', fact: 'A blank cell is read as an empty text.', source: RANGE, selfTest: 'blank-text' },
  { id: 'error-text', area: 'grid', fact: 'A cell in error is read as its text, such as #N/A.', source: ASSUMED, selfTest: 'error-text' },
  { id: 'sheet-id', area: 'grid', fact: 'A sheet’s id survives renaming.', source: `${GOOGLE}/release-notes` },
  { id: 'sheet-name-taken', area: 'grid', fact: 'A new sheet may not take a name that is there.', source: ASSUMED, selfTest: 'sheet-name-taken' },
  { id: 'last-sheet', area: 'grid', fact: 'The last sheet cannot be deleted.', source: ASSUMED, notAsked: 'a workbook of an office has others; the add-on deletes none but a blank one beside others' },
  { id: 'last-visible', area: 'grid', fact: 'The last visible sheet cannot be hidden.', source: ASSUMED, notAsked: 'a workbook of an office has others that are visible' },
  // validation
  { id: 'validation-rejects', area: 'validation', fact: 'A rejecting validation stops scripts too.', source: VALIDATION, selfTest: 'validation-rejects' },
  { id: 'validation-warns', area: 'validation', fact: 'A warning validation lets a script write anything.', source: VALIDATION, selfTest: 'validation-warns' },
  { id: 'validation-blank', area: 'validation', fact: 'A rejecting validation lets a cell be cleared.', source: ASSUMED, selfTest: 'validation-blank' },
  { id: 'validation-exact', area: 'validation', fact: 'A rejecting list compares exactly: decomposed letters do not match.', source: VALIDATION },
  { id: 'paints-replaced', area: 'validation', fact: 'setConditionalFormatRules replaces all rules of the sheet.', source: `${GOOGLE}/reference/spreadsheet/sheet`, selfTest: 'paints-replaced' },
  // protection
  { id: 'protect-alone', area: 'protection', fact: 'A new protection keeps nobody out until its editors change.', source: PROTECTION },
  { id: 'protect-denies', area: 'protection', fact: 'Who is taken out of the editors may not write.', source: PROTECTION_MEASURED },
  { id: 'protect-owner', area: 'protection', fact: 'The owner may always write.', source: PROTECTION, selfTest: 'protect-owner' },
  { id: 'protect-self', area: 'protection', fact: 'Nobody can take himself out of a protection.', source: PROTECTION },
  { id: 'protect-self-throws', area: 'protection', fact: 'To take out oneself or the owner throws.', source: ASSUMED, selfTest: 'protect-self-throws' },
  { id: 'protect-warning-editors', area: 'protection', fact: 'The editors of a warning-only protection cannot be changed.', source: ASSUMED, selfTest: 'protect-warning-editors' },
  { id: 'protect-again', area: 'protection', fact: 'To protect a protected tab gives the protection that stands.', source: `${GOOGLE}/reference/spreadsheet/sheet`, selfTest: 'protect-again' },
  { id: 'protect-stranger', area: 'protection', fact: 'An address without an account cannot become an editor.', source: ASSUMED, selfTest: 'protect-stranger' },
  { id: 'protect-owner-unlisted', area: 'protection', fact: 'The owner is not listed among a new protection’s editors.', source: 'https://issuetracker.google.com/issues/442636162', selfTest: 'protect-owner-unlisted' },
  { id: 'protect-warning', area: 'protection', fact: 'A warning-only protection lets everyone’s script write.', source: PROTECTION },
  { id: 'protect-overlap', area: 'protection', fact: 'Of overlapping protections any one that denies wins.', source: PROTECTION },
  { id: 'protect-clerk-script', area: 'protection', fact: 'A script that a clerk starts has the clerk’s rights, in a simple trigger too.', source: PROTECTION_MEASURED },
  { id: 'protect-owner-trigger', area: 'protection', fact: 'A trigger that the owner created writes with the owner’s rights.', source: INSTALLABLE },
  { id: 'protect-tab', area: 'protection', fact: 'A protected tab can be neither hidden nor deleted by who may not edit it.', source: ASSUMED, notAsked: 'needs two people; a refusal is told either way' },
  { id: 'protect-insert', area: 'protection', fact: 'Rows cannot be inserted inside a protected range by who may not edit it.', source: ASSUMED, notAsked: 'needs two people; a refusal is told either way' },
  // charts
  { id: 'chart-put-in', area: 'charts', fact: 'A chart that was built stands on no sheet until it is put in.', source: CHART },
  { id: 'chart-changed', area: 'charts', fact: 'What modify changes of a chart shows only after updateChart.', source: CHART },
  { id: 'chart-title', area: 'charts', fact: 'The title that a script gave a chart is read back from its options; one that was never given is null.', source: CHART_SEEN, selfTest: 'chart-title' },
  { id: 'chart-range', area: 'charts', fact: 'A chart gives back the one range it was given, whole.', source: ASSUMED, selfTest: 'chart-range' },
  { id: 'chart-other-range', area: 'charts', fact: 'After clearRanges a chart draws only the range added next, and keeps its title.', source: ASSUMED, selfTest: 'chart-other-range' },
  { id: 'chart-moved', area: 'charts', fact: 'Rows inserted above what a chart draws move it along.', source: ASSUMED, selfTest: 'chart-moved' },
  { id: 'chart-numbers', area: 'charts', fact: 'The option series.0.dataLabel “value” puts the numbers into the bars, as the cells format them.', source: CHART_SEEN },
  // writes
  { id: 'rows-differ', area: 'writes', fact: 'A block of another height than its range throws, naming both.', source: DIMENSIONS, selfTest: 'rows-differ' },
  { id: 'columns-differ', area: 'writes', fact: 'A block of another width than its range throws, naming both.', source: DIMENSIONS, selfTest: 'columns-differ' },
  { id: 'too-long', area: 'writes', fact: 'A cell holds at most 50,000 characters.', source: LIMITS_SEEN, selfTest: 'too-long' },
  { id: 'error-at-read', area: 'writes', fact: 'A bad write is told at the next read.', source: WRITES, selfTest: 'error-at-read' },
  { id: 'error-at-flush', area: 'writes', fact: 'A bad write is told at the next flush.', source: WRITES, selfTest: 'error-at-flush' },
  { id: 'error-at-end', area: 'writes', fact: 'A bad write that nobody flushed fails the execution after the script has ended.', source: WRITES },
  { id: 'bad-block', area: 'writes', fact: 'One bad cell refuses its whole block.', source: ASSUMED, selfTest: 'bad-block' },
  { id: 'formula-overwritten', area: 'writes', fact: 'A value written over a formula replaces it.', source: RANGE, selfTest: 'formula-overwritten' },
  // edits
  { id: 'edit-range', area: 'edits', fact: 'The event of an edit names its range.', source: EVENTS },
  { id: 'edit-value', area: 'edits', fact: 'The event has a value only when a single cell was edited.', source: EVENTS },
  { id: 'edit-old-value', area: 'edits', fact: 'The event has an old value only for a single cell that was not blank.', source: EVENTS },
  { id: 'edit-cleared', area: 'edits', fact: 'The event of a cleared cell has no value.', source: ASSUMED, notAsked: 'no script can type; the handler reads the range and not the event' },
  { id: 'edit-checkbox', area: 'edits', fact: 'A checkbox’s event value is the text TRUE or FALSE.', source: `${OURS}#event-objects` },
  { id: 'edit-day', area: 'edits', fact: 'A day’s event value is its serial number as a text.', source: ASSUMED, notAsked: 'no script can type; the handler reads the range and not the event' },
  { id: 'edit-queue', area: 'edits', fact: 'Of edits made faster than they are handled two events are kept.', source: SIMPLE },
  { id: 'edit-late', area: 'edits', fact: 'A waiting event sees the sheet as it is by then.', source: `${OURS}#simple-triggers` },
  { id: 'edit-not-by-script', area: 'edits', fact: 'What a script writes fires no event.', source: SIMPLE },
  // locks
  { id: 'lock-exclusive', area: 'locks', fact: 'While one execution holds the script’s lock another does not get it.', source: LOCK },
  { id: 'lock-timeout', area: 'locks', fact: 'tryLock gives false after its time.', source: LOCK },
  { id: 'lock-ends', area: 'locks', fact: 'The end of an execution frees its lock, even by an error.', source: LOCK },
  { id: 'lock-alert', area: 'locks', fact: 'A lock does not last across an alert.', source: UI },
  { id: 'lock-no-document', area: 'locks', fact: 'The script’s lock is there where no document is.', source: `${GOOGLE}/reference/lock/lock-service`, selfTest: 'lock-in-trigger' },
  { id: 'lock-no-wall', area: 'locks', fact: 'A lock stops no person from typing.', source: LOCK },
  // properties and cache
  { id: 'property-missing', area: 'properties-cache', fact: 'A property that is not there is null.', source: PROPERTIES, selfTest: 'property-missing' },
  { id: 'property-text', area: 'properties-cache', fact: 'A property is kept as text.', source: PROPERTIES, selfTest: 'property-text' },
  { id: 'property-value-limit', area: 'properties-cache', fact: 'A property holds at most 9 kB.', source: LIMITS },
  { id: 'property-store-limit', area: 'properties-cache', fact: 'All properties of a document hold at most 500 kB.', source: LIMITS },
  { id: 'property-shared', area: 'properties-cache', fact: 'The document’s properties are the same for everyone.', source: PROPERTIES },
  { id: 'cache-key-limit', area: 'properties-cache', fact: 'A cache key has at most 250 characters and at least one.', source: CACHE, selfTest: 'cache-key-limit' },
  { id: 'cache-value-limit', area: 'properties-cache', fact: 'A cached value has at most 100 kB.', source: CACHE, selfTest: 'cache-value-limit' },
  { id: 'cache-six-hours', area: 'properties-cache', fact: 'A cached value is gone after six hours at the latest.', source: CACHE },
  { id: 'cache-text', area: 'properties-cache', fact: 'What is cached is kept as text.', source: CACHE, selfTest: 'cache-text' },
  { id: 'cache-eviction', area: 'properties-cache', fact: 'Above 1,000 items the hundred oldest are forgotten.', source: CACHE },
  { id: 'cache-no-document', area: 'properties-cache', fact: 'The script’s cache is there where no document is.', source: `${GOOGLE}/reference/cache/cache-service`, selfTest: 'cache-in-trigger' },
  { id: 'lock-negative', area: 'locks', fact: 'To wait less than no time for a lock throws.', source: ASSUMED, selfTest: 'lock-negative' },
  { id: 'typed-blanks-equals', area: 'typed-entry', fact: 'A text that starts with blanks and = stays text.', source: ASSUMED, selfTest: 'typed-blanks-equals' },
  { id: 'color-names', area: 'display-formats', fact: 'A colour given by its name is read back as a number of six hex digits.', source: RANGE, selfTest: 'color-names' },
  // triggers
  { id: 'triggers-own', area: 'triggers', fact: 'Each person sees only his own triggers.', source: INSTALLABLE },
  { id: 'triggers-limit', area: 'triggers', fact: 'A person has at most 20 triggers in a script.', source: LIMITS },
  { id: 'triggers-double', area: 'triggers', fact: 'Creating a trigger twice makes two, and both run.', source: INSTALLABLE },
  { id: 'triggers-hour', area: 'triggers', fact: 'A trigger at an hour goes off within that hour.', source: CLOCK },
  { id: 'triggers-same-minute', area: 'triggers', fact: 'A daily trigger goes off at the same minute every day.', source: CLOCK },
  { id: 'triggers-gone', area: 'triggers', fact: 'A trigger that was deleted runs no more.', source: INSTALLABLE, selfTest: 'triggers-gone' },
  { id: 'triggers-all-scopes', area: 'triggers', fact: 'To demand all scopes asks nothing of a person who has agreed to them.', source: `${GOOGLE}/reference/script/script-app`, selfTest: 'triggers-all-scopes' },
  { id: 'triggers-failure', area: 'triggers', fact: 'The failure of one trigger is told to its creator and stops no other.', source: INSTALLABLE },
  // mail
  { id: 'mail-by-recipient', area: 'mail', fact: 'The quota counts recipients, not messages.', source: `${GOOGLE}/reference/mail/mail-app` },
  { id: 'mail-exhausted', area: 'mail', fact: 'Beyond the day’s quota sending throws.', source: LIMITS },
  { id: 'mail-new-day', area: 'mail', fact: 'The next day has its own quota.', source: LIMITS },
  { id: 'mail-fifty', area: 'mail', fact: 'A message has at most 50 recipients.', source: LIMITS },
  { id: 'mail-body', area: 'mail', fact: 'A body has at most 200 kB.', source: LIMITS },
  { id: 'mail-address', area: 'mail', fact: 'What is no address is refused.', source: ASSUMED, notAsked: 'would send a mail if it were not so; addresses are checked before they are used' },
  // page calls
  { id: 'page-date', area: 'page-calls', fact: 'A Date, even a nested one, makes the whole answer arrive as nothing.', source: RUN_MEASURED },
  { id: 'page-object', area: 'page-calls', fact: 'A Google object arrives as nothing.', source: RUN_MEASURED },
  { id: 'page-map', area: 'page-calls', fact: 'A Map, a Set and a RegExp arrive as empty objects, undefined as null.', source: RUN_MEASURED },
  { id: 'page-private', area: 'page-calls', fact: 'A function whose name ends in _ cannot be called from a page.', source: RUN },
  { id: 'page-undeclared', area: 'page-calls', fact: 'A function that is only assigned, not declared, cannot be called from a page.', source: RUN },
  { id: 'page-illegal', area: 'page-calls', fact: 'A Date, function, Map, Set or RegExp as an argument throws in the page.', source: RUN_MEASURED },
  { id: 'page-undefined', area: 'page-calls', fact: 'undefined as an argument arrives as null.', source: RUN_MEASURED },
  { id: 'page-copy', area: 'page-calls', fact: 'Arguments and answers are copies.', source: RUN },
  { id: 'page-content', area: 'page-calls', fact: 'createHtmlOutputFromFile(name).getContent() is the text of that file.', source: HTML_FILES },
  { id: 'page-ten', area: 'page-calls', fact: 'Ten calls of a page run at once; the eleventh waits.', source: RUN },
  // clock
  { id: 'kill-simple', area: 'clock', fact: 'A simple trigger is ended after 30 seconds.', source: SIMPLE },
  { id: 'kill-full', area: 'clock', fact: 'Any other execution is ended after 6 minutes.', source: LIMITS },
  { id: 'kill-no-catch', area: 'clock', fact: 'An execution that was ended does nothing more, whatever it catches.', source: ASSUMED, notAsked: 'takes six minutes; a run is finished by the next either way' },
  { id: 'kill-flushed', area: 'clock', fact: 'What was flushed before the end stays.', source: `${GOOGLE}/reference/spreadsheet/spreadsheet-app` },
  { id: 'kill-unflushed', area: 'clock', fact: 'What was not flushed may be kept or lost.', source: ASSUMED, notAsked: 'takes six minutes; both are tested on the host' },
  { id: 'read-sends', area: 'clock', fact: 'A read sends waiting writes off first.', source: 'http://googleappsscript.blogspot.com/2010/06/optimizing-spreadsheet-operations.html' },
  { id: 'call-cost', area: 'clock', fact: 'Time passes with every service call, by the published measurements.', source: `${OURS}#what-calls-cost` },
  // errors
  { id: 'error-name', area: 'errors', fact: 'A service’s refusal is an Error named Exception.', source: LIMITS_SEEN, selfTest: 'error-name' },
  { id: 'error-own', area: 'errors', fact: 'An error of the script itself keeps its own name.', source: V8 },
  { id: 'error-unknown-method', area: 'errors', fact: 'An unknown method is a TypeError.', source: V8 },
  { id: 'error-no-function', area: 'errors', fact: 'A handler that the script does not have fails the execution.', source: ASSUMED, notAsked: 'all handlers are in the bundle, as a test proves' },
  { id: 'error-language', area: 'errors', fact: 'Refusals are worded in the language of the person’s account.', source: ASSUMED, notAsked: 'every refusal that the self-test records shows it' },
  { id: 'error-told', area: 'errors', fact: 'Our menu tells a refusal in a Vietnamese sentence in either language.', source: ASSUMED, notAsked: 'ours, not Google’s' },
] as const satisfies readonly Fact[];

export type FactId = (typeof FACTS)[number]['id'];

/** How many facts have a source, and how many are only assumed. */
export function factCounts(): { readonly sourced: number; readonly assumed: number } {
  const assumed = FACTS.filter(({ source }) => source === ASSUMED).length;
  return { sourced: FACTS.length - assumed, assumed };
}
