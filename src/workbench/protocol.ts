/**
 * What the workbench page and its local server say to each other, as JSON. The page asks by `POST /lenh` with one `Command` and gets
 * one `Told`; what happens meanwhile, to all windows, comes as a stream of `ServerEvent` (`GET /tin`, one in each `data:`). Lines and columns
 * count from 1. Every address carries `?ma=` (the token) and those two also `&cua-so=` (the window), both from the page's `<body>`;
 * a file of the workspace is fetched at `/tep/<path>?ma=`. A served page posts `PageSaid` to its parent.
 */

/** A cell as it is shown. Texts are plain, never HTML. */
export type CellView = {
  /** As shown: «98,5», «14/6/2024», «12%». */
  readonly t: string;
  /** As one would type it, where that differs from what is shown. */
  readonly e?: string;
  /** Place in `BookView.looks`; 0 where absent. */
  readonly s?: number;
  /** True for a cell that holds a formula: read-only here, because nothing is calculated. */
  readonly f?: true;
};

export type Look = {
  readonly background: string | null;
  readonly color: string | null;
  readonly bold: boolean;
  readonly wrap: boolean;
  readonly align: 'left' | 'center' | 'right' | null;
};

export type AreaView = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };

/** A drop-down; `strict` refuses other texts (ours only warn). */
export type ListView = AreaView & { readonly choices: readonly string[]; readonly strict: boolean; readonly help: string | null };

export type TabHead = { readonly id: number; readonly name: string; readonly hidden: boolean; readonly color: string | null };

export type TabView = TabHead & {
  /** Lines that hold something, plus some to type into. */
  readonly rows: number;
  readonly columns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Pixels by column. */
  readonly widths: Readonly<Record<number, number>>;
  readonly lists: readonly ListView[];
  /** Cells that stand merged in the file: the first one is shown over the others. */
  readonly merges: readonly AreaView[];
  /** Where typing is refused to who sits at this window, and where it is only warned of («ô xám»). */
  readonly guards: readonly (AreaView & { readonly refused: boolean })[];
  /** The line of the headers; null where the tab has none. */
  readonly headerRow: number | null;
  /** The columns whose texts name a line below the headers (`Mã`, `Kỳ`); none where nothing names it. */
  readonly keyColumns: readonly number[];
  /** The version of the workbook that this shows. */
  readonly version: number;
  /** What moved lines since the version that was asked from, oldest first; null where that is not known. */
  readonly moves: readonly LineMove[] | null;
  /** Every look used so far, in the same places for as long as the workbook is open; newer than `BookView.looks`. */
  readonly looks: readonly Look[];
  /** How the cells look that are not in `cells`, by column; 0 where absent. */
  readonly columnLooks: Readonly<Record<number, number>>;
  readonly cells: readonly LineView[];
};

/** A line: its number, then all its cells by column; one that is absent is blank. */
export type LineView = {
  readonly row: number;
  readonly cells: Readonly<Record<number, CellView>>;
  /** Columns of blank cells to which a rule of the file gives a ground, as runs: the first, the last, the place of their look. */
  readonly blanks?: readonly (readonly [from: number, to: number, look: number])[];
};

export type MenuView = { readonly caption: string; readonly run: string | null; readonly items: readonly MenuView[] };

/** Who may sit at this window: «» is nobody in particular (the owner of the file). */
export type PersonView = { readonly user: string; readonly roles: readonly string[]; readonly keeps: boolean };

export type FileView = {
  /** Path in the workspace. */
  readonly path: string;
  /** Where it is downloaded from. */
  readonly address: string;
  /**
   * `report`: any document; `package`: a period's facts; `consolidated`: the page of many units' facts; `other`: pictures, forms and whatever else was made
   * of the workbook; `left`: what could not be typed again after the program ended by force.
   */
  readonly kind: 'workbook' | 'report' | 'package' | 'letter' | 'consolidated' | 'other' | 'left';
  readonly bytes: number;
  /** ISO moment. */
  readonly changed: string;
};

export type BookView = {
  readonly name: string;
  /** Grows by one with every change; a page that missed one asks again. */
  readonly version: number;
  /** The day the host plays, «20/6/2024»; the demonstration stands in 2024. */
  readonly today: string;
  readonly sample: boolean;
  readonly tabs: readonly TabHead[];
  readonly looks: readonly Look[];
  readonly menu: MenuView;
  readonly people: readonly PersonView[];
  readonly user: string;
  /** The names of the periods that are being entered, the one that matters most first. */
  readonly openPeriods: readonly string[];
  readonly files: readonly FileView[];
  /** Why this machine can make no PDF, as a sentence; null where it can. */
  readonly noPdf: string | null;
  /** Other workbooks of the workspace that can be opened, the one written last first. */
  readonly workbooks: readonly string[];
  /** What was found unsaved when the workbook was opened, and what became of it. */
  readonly notes: readonly string[];
  /** The workspace was empty: what to begin with is offered. */
  readonly welcome: boolean;
};

/** How lines changed places; `order` holds the old numbers in their new order, from line `from` on. */
export type LineMove =
  | { readonly is: 'inserted' | 'deleted'; readonly row: number; readonly count: number }
  | { readonly is: 'sorted'; readonly from: number; readonly order: readonly number[] };

/**
 * Lines as a person saw them when an act was begun: in which version of the tab, and what named each of them (the texts of
 * `TabView.keyColumns`). The numbers beside it are those of that version; by both the server finds the lines again.
 */
export type SeenLines = { readonly version: number; readonly keys: readonly LineKey[] };
export type LineKey = readonly string[];

export type Typing = { readonly row: number; readonly column: number; readonly rows: readonly (readonly string[])[] };

export type Command =
  | { readonly do: 'book' }
  /** `since`: the version of the tab that is shown, to be told what moved its lines meanwhile. */
  | { readonly do: 'tab'; readonly tab: number; readonly since: number | null }
  /** `nth` grows with each typing of a window: one that is sent again, because its answer was lost, is done once. `with`: the `nth` of the first block of one paste. */
  | {
      readonly do: 'type';
      readonly tab: number;
      readonly typing: Typing;
      readonly seen: SeenLines;
      readonly nth: number;
      readonly with?: number;
    }
  | { readonly do: 'undo' }
  /** Inserting names the line that is to follow, deleting each line. */
  | {
      readonly do: 'insert-rows' | 'delete-rows';
      readonly tab: number;
      readonly row: number;
      readonly count: number;
      readonly seen: SeenLines;
    }
  | {
      readonly do: 'sort';
      readonly tab: number;
      readonly column: number;
      readonly descending: boolean;
      readonly version: number;
    }
  | { readonly do: 'menu'; readonly run: string }
  | { readonly do: 'answer'; readonly dialog: number; readonly button: DialogButton; readonly text: string }
  | { readonly do: 'choose-user'; readonly user: string }
  | { readonly do: 'open'; readonly workbook: string }
  /** Makes a workbook of that name and begins its set-up. */
  | { readonly do: 'new'; readonly name: string }
  /** Makes the demonstration that plays in that year and opens it. */
  | { readonly do: 'demonstrate'; readonly year: string }
  /** Brings in a workbook of one's own, as base64, under a free name, and opens it. */
  | { readonly do: 'bring'; readonly name: string; readonly file: string }
  /** Reads the file again after another program changed it. */
  | { readonly do: 'reload' }
  | { readonly do: 'letter' | 'report' | 'pdf'; readonly path: string };

export type DialogButton = 'OK' | 'YES' | 'NO' | 'CANCEL' | 'CLOSE';

export type LetterView = {
  readonly from: string;
  readonly to: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly date: string;
  readonly html: string;
  readonly text: string;
};

/** What each command answers; a refusal is a sentence with the mend. */
export type Told<Reply = unknown> =
  | { readonly ok: true; readonly reply: Reply }
  | {
      readonly ok: false;
      readonly sentence: string;
      /** Where the line of a refused typing is now; absent where it is as it was, null where it is gone or nobody knows. */
      readonly row?: number | null;
      /** The file was changed or is open in another program: offer `reload`. */
      readonly stale?: true;
    };

export type Replies = {
  book: BookView;
  tab: TabView;
  type: { readonly version: number };
  undo: { readonly text: string | null };
  'insert-rows': { readonly version: number };
  'delete-rows': { readonly version: number };
  sort: { readonly version: number };
  menu: Record<string, never>;
  answer: Record<string, never>;
  'choose-user': BookView;
  open: BookView;
  new: BookView;
  demonstrate: BookView;
  bring: BookView;
  reload: BookView;
  letter: LetterView;
  /** The .docx as base64. */
  report: { readonly file: string };
  /** The document as a PDF, its name and its bytes as base64. */
  pdf: { readonly name: string; readonly file: string };
};

/** What all windows hear. `window` is the one whose act it came from; a dialog or page opens there alone. */
export type ServerEvent =
  | {
      readonly is: 'cells';
      readonly version: number;
      readonly tab: number;
      /** Each stands for the whole line. */
      readonly lines: readonly LineView[];
      /** All of them, as in `TabView`. */
      readonly looks: readonly Look[];
    }
  /** Lines moved, tabs came or went, another user: ask the tab (or, with `tab` null, the book) again. */
  | { readonly is: 'changed'; readonly version: number; readonly tab: number | null }
  | { readonly is: 'busy'; readonly with: string | null }
  | { readonly is: 'toast'; readonly window: string; readonly title: string; readonly text: string }
  | {
      readonly is: 'dialog';
      readonly window: string;
      readonly dialog: number;
      readonly kind: 'alert' | 'prompt';
      readonly title: string;
      readonly text: string;
      readonly buttons: readonly DialogButton[];
    }
  /** The sidebar, or a modal page, as HTML lies at this address. */
  | {
      readonly is: 'page';
      readonly window: string;
      readonly kind: 'sidebar' | 'dialog';
      readonly title: string;
      readonly address: string;
      readonly width: number | null;
      readonly height: number | null;
    }
  | { readonly is: 'go-to'; readonly window: string; readonly tab: number; readonly row: number; readonly column: number }
  | { readonly is: 'files'; readonly files: readonly FileView[] };

/** A document that a served page reads: the .docx as base64, of another file ('') its lines, each the cells of one row or one paragraph. */
export type ShownDocument = {
  readonly file: string;
  readonly lines: readonly (readonly { readonly at: string; readonly text: string }[])[];
};
/** A passage by its address and words. */
export type ShownPassage = { readonly at: string; readonly words: string };

/**
 * What a served page (sidebar or dialog) posts to its parent window, of its own origin: that it closes itself, what is to be shown
 * beside it (`null`: nothing any more), and which passage of that is in hand.
 */
export type PageSaid = {
  readonly closed?: string;
  readonly document?: ShownDocument | null;
  readonly passage?: ShownPassage;
};
