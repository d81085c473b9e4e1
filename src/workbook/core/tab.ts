import type { Extra } from '../../domain/plan/extras.ts';
import type { CellValue, RawTab } from './cell.ts';

/** What a column's cells hold; the reader, the validation and the format of the column derive from it. */
export type CellKind =
  | 'text'
  | 'long-text'
  | 'number'
  | 'whole'
  | 'year'
  | 'day'
  | 'stamp'
  | 'email'
  | 'yes-no'
  | 'roles'
  | 'period-name'
  | 'level'
  | 'due'
  | 'typed-result'
  | { readonly list: ListName };

/** The closed lists of the cells; their labels stand in `src/words/core/labels.ts`. */
export type ListName =
  | 'target-kind'
  | 'judged-when'
  | 'data-kind'
  | 'frequency'
  | 'due-rule'
  | 'origin'
  | 'progress'
  | 'period-state'
  | 'holiday-kind'
  | 'mail-state'
  | 'period-kind'
  | 'part-role'
  | 'plan-kind'
  | 'inspection-kind'
  | 'recheck'
  | 'recommendation-state'
  | 'survey-subject'
  | 'survey-method'
  | 'survey-state'
  | 'score-method'
  | 'score-declaration'
  | 'score-state'
  | 'verdict'
  | 'status';

export type Column<Kind extends CellKind = CellKind> = {
  /** Exact header, matched NFC, trimmed, case- and space-tolerant. */
  readonly header: string;
  readonly kind: Kind;
  /** `machine` columns are grey and written by us; `office` columns are typed by people and never overwritten. */
  readonly by: 'machine' | 'office';
  readonly width: number;
  /** False: the tab works without this column. */
  readonly required?: boolean;
};

/** One tab, described once: reader, writer, validation, blank template and colours derive from it. */
export type TabSpec<Key extends string = string> = {
  readonly key: TabKey;
  readonly name: string;
  readonly group: 'overview' | 'entry' | 'plan' | 'hidden';
  /** True: a workbook without this tab is whole, and a tab of that name without its key is the office's own. */
  readonly optional?: true;
  /** The register that the tab holds: set-up makes it only where somebody wants it. */
  readonly extra?: Extra;
  readonly columns: Readonly<Record<Key, Column>>;
  /** The columns that name a row: `Mã`, or `Mã` + `Kỳ`. Empty: rows have no key (a log). */
  readonly rowKey: readonly NoInfer<Key>[];
  /** Parts of the key that may be blank: a setting without `Áp dụng từ ngày` holds from the start. */
  readonly blankKeys?: readonly NoInfer<Key>[];
};

/** A tab whose reader knows the kind of each column. */
export type TypedTab<Columns extends Readonly<Record<string, Column>>> = Omit<TabSpec<keyof Columns & string>, 'columns'> & {
  readonly columns: Columns;
};

export type TabKey =
  | 'overview'
  | 'actuals'
  | 'entries'
  | 'narratives'
  | 'inspections'
  | 'surveys'
  | 'scores'
  | 'plans'
  | 'indicators'
  | 'tasks'
  | 'periods'
  | 'roles'
  | 'settings'
  | 'holidays'
  | 'outline'
  | 'mails'
  | 'journal'
  | 'frozen'
  | 'reports'
  | 'template';

/** A column that a workbook may lack: those of an older layout, until it is upgraded. */
export function optional<Kind extends CellKind>(column: Column<Kind>): Column<Kind> {
  return { ...column, required: false };
}

/** A column typed by the office. */
export function office<const Kind extends CellKind>(header: string, kind: Kind, width: number): Column<Kind> {
  return { header, kind, by: 'office', width };
}

/** A grey column written by the machine. */
export function machine<const Kind extends CellKind>(header: string, kind: Kind, width: number): Column<Kind> {
  return { header, kind, by: 'machine', width };
}

/** Fixes the column keys and the kind of each column as literal types. */
export function tab<Columns extends Readonly<Record<string, Column>>>(spec: TypedTab<Columns>): TypedTab<Columns> {
  return spec;
}

/** A tab found in a workbook: where each of its columns and rows stands. */
export type TabTable = {
  readonly spec: TabSpec;
  readonly raw: RawTab;
  /** 1-based row of the headers. */
  readonly headerRow: number;
  /** Column key → 1-based column; a missing or doubled header is absent (and is a problem). */
  readonly columns: ReadonlyMap<string, number>;
  /** Rows with a whole, unique key, by that key (NFC, trimmed, joined by `|`); 1-based row numbers. */
  readonly rows: ReadonlyMap<string, number>;
  /** 1-based number of the last row that holds anything in one of our columns; the next row is free. */
  readonly lastRow: number;
};

/** One cell to set in a row of a table, by column key. */
export type RowEdit = { readonly row: number; readonly values: Readonly<Record<string, CellValue>> };
