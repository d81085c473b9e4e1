import type { Day } from '../../domain/core/day.ts';
import type { Block, CellValue, RawBook, RawTab } from '../../workbook/core/cell.ts';
import type { ChartLayout, TabLayout, TabRenewal } from '../../workbook/layout/layout.ts';

/** A rectangle to read; `row` and `column` count from 1. */
export type Area = {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

/** The shared workbook: one read per tab asked for, one write per block. */
export type WorkbookPort = {
  /** `'all'` or the tabs by name (a renamed tab is found by its stored sheet id). Absent tabs are left out, never an error. */
  read(tabs: readonly string[] | 'all'): RawBook;
  /** One tab by its sheet id, for an edit: two service calls (values, formats) and no other; `null` when there is no such tab. */
  readTab(sheetId: number): RawTab | null;
  /** Values of a small area, one service call; what lies outside the tab is left out. */
  readRange(area: Area): readonly (readonly CellValue[])[];
  write(blocks: readonly Block[]): void;
  /** Makes missing tabs; an existing tab of that name is left as it is and named in the answer. `refused`: addresses that the guards could not take in or let out. */
  layOut(
    tabs: readonly TabLayout[],
    clerks: readonly string[],
  ): { readonly made: readonly string[]; readonly kept: readonly string[]; readonly refused: readonly string[] };
  /**
   * Makes one tab behind the last of `behind` that is there, its headers last, so that it is ours only when it is whole: a blank tab of that
   * name was left by a run that was cut, and is made anew. One that holds anything is left as it is.
   */
  layOutOne(tab: TabLayout, how: { readonly behind: readonly string[]; readonly clerks: readonly string[] }): void;
  /** Takes away a tab in which nothing stands; any other stays. */
  dropEmptied(name: string): void;
  /** Deletes a tab that holds nothing at all, as far as the host can ask: no value, drawing, picture, chart, note, drop-down, merge, guard or look. `false`: it stays. */
  dropIfBare(sheetId: number): boolean;
  /** Makes an empty tab behind the others; one of that name that is there stays as it is. */
  addTab(name: string): void;
  /** Whether the caller may lift the guard of this tab, as the file's owner and those it lets in may; `false` where none stands. */
  mayGuard(tab: string): boolean;
  /** Gives older tabs the looks of today; no cell of them changes. Doing it twice is doing it once. */
  renew(tabs: readonly TabRenewal[]): void;
  /** Keeps which sheet is which tab though its name is another; a hint, rebuilt by adopting again. */
  remember(tab: string, sheetId: number): void;
  /** Makes the chart, or gives its cells to the one that is there; charts of the office's own stay as they are. */
  putChart(sheetId: number, chart: ChartLayout): void;
  /** The same, but a chart that a person deleted is not made again. */
  fitChart(sheetId: number, chart: ChartLayout): void;
  /** Only for a new workbook. */
  setLocaleAndZone(locale: string, timeZone: string): void;
  setHidden(tabs: readonly string[], hidden: boolean): void;
  /** The address under which people find the workbook: a link, or a file of its host; '' = it cannot tell. */
  place(): string;
  /** Scrolls to a cell, where there is a screen. */
  show(tab: string, row: number, column: number): void;
  /** After this, what was written is on disk and a failed write has thrown. */
  flush(): void;
};

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv';
export const ZIP = 'application/zip';
/** A picture that stays sharp at any size. */
export const SVG = 'image/svg+xml';

/** A file the clicker gets. `bytes` are 0–255. */
type NewDocument = { readonly name: string; readonly bytes: Uint8Array; readonly mimeType: string };
export type MadeDocument = {
  readonly id: string;
  readonly name: string;
  /** '' where it is kept nowhere. */
  readonly url: string;
  /** Why it is kept nowhere, as a sentence; `null` when it is. */
  readonly notKept: string | null;
};

/** The name of the error of a disk that would not take a file: then nothing of the work is done. */
export const NOT_WRITTEN = 'NotWritten';

/** Only writes, and asks whether what it wrote is still there: one call per file. */
export type DocumentsPort = {
  /** Where the host may refuse its own store of files (Google's Drive), the answer says why; whoever asked has the bytes. */
  create(document: NewDocument): MadeDocument;
  /** A .docx as a document of the host's own kind, by a link that opens as a PDF; throws where there is no such kind. */
  /** What has become of a file made before, by its link: it lies in its place; it was deleted; or this account cannot tell. */
  fate(url: string): 'there' | 'gone' | 'not-seen';
  createAsPdf(document: Pick<NewDocument, 'name' | 'bytes'>): Omit<MadeDocument, 'notKept'>;
};

export type OutgoingMail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** '' = none: answers go to the account that sends. */
  readonly replyTo: string;
  readonly senderName: string;
};

/** The name of the error of a mailer that knows that the mail did not go. Google never knows; a local mail server does. */
export const NOT_SENT = 'NotSent';

export type MailPort = {
  /** Recipients left today; may be 0 or −1; `null` when the question itself failed. */
  remaining(): number | null;
  /**
   * A throw leaves open whether the mail went: the ledger then says «chưa rõ» and it is never sent again by the machine. An
   * error of the name `NOT_SENT` says that nothing left: «không gửi được».
   */
  send(mail: OutgoingMail): void;
};

export type ClockPort = {
  today(): Day;
  /** Minutes after midnight, for stamps («Đã lưu lúc 09:15»). */
  minutes(): number;
};

/** Holds only what can be rebuilt; may forget any key at any time. Each method is one service call, whatever the number of keys. */
export type CachePort = {
  /** The keys it still holds; the others are absent. */
  getAll(keys: readonly string[]): ReadonlyMap<string, string>;
  /** Values of at most 90 kB each; kept up to six hours. */
  putAll(values: ReadonlyMap<string, string>): void;
  removeAll(keys: readonly string[]): void;
};

/** Runs the work alone in this document, or answers `null` when another run holds the lock. */
export type LockPort = { alone<T>(work: () => T): T | null };

export type WhoPort = { email(): string };

/** The .docx engine, behind a port because it costs 75 ms to evaluate and an edit must not pay that. */
export type DocxPort = {
  /** `template`: the office's own Word file, checked before; `null` or none = ours. */
  toDocx(paper: import('../../words/paper/paper.ts').Paper, template?: Uint8Array | null): Uint8Array;
  /** What is wrong with an office's template. */
  checkTemplate(bytes: Uint8Array): import('../../paper/docx/engine.ts').TemplateCheck;
  /** The XML parts of a finished .docx by name, to check what was made. */
  partsOf(bytes: Uint8Array): Readonly<Record<string, string>>;
};

/** Plan templates by key, each as rows under its tab's own headers; loaded only by set-up. */
export type PlanTemplate = {
  readonly key: string;
  readonly title: string;
  /** Tab name → rows; the first row of each tab is its headers. */
  readonly tabs: Readonly<Record<string, readonly (readonly (string | number)[])[]>>;
};
export type TemplatesPort = { keys(): readonly string[]; load(key: string): PlanTemplate | null };

/** What the edition that made a file calls itself, for `Báo cáo đã tạo`. */
type BuildPort = { version(): string };

export type Ports = {
  readonly workbook: WorkbookPort;
  readonly documents: DocumentsPort;
  readonly mail: MailPort;
  readonly clock: ClockPort;
  readonly cache: CachePort;
  readonly lock: LockPort;
  readonly who: WhoPort;
  readonly docx: DocxPort;
  readonly templates: TemplatesPort;
  readonly build: BuildPort;
};
