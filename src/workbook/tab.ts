/** What a column's cells hold; the reader, the validation and the format of the column derive from it. */
export type CellKind =
  | 'text'
  | 'long-text'
  | 'number'
  | 'whole'
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

/** The closed lists of design §4; their labels stand in `words/labels.ts`. */
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
  | 'verdict'
  | 'status';

export type Column = {
  /** Exact header (design §4); matched NFC, trimmed, case- and space-tolerant. */
  readonly header: string;
  readonly kind: CellKind;
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
  readonly columns: Readonly<Record<Key, Column>>;
  /** The columns that name a row: `Mã`, or `Mã` + `Kỳ`. Empty: rows have no key (a log). */
  readonly rowKey: readonly NoInfer<Key>[];
};

export type TabKey =
  | 'overview'
  | 'actuals'
  | 'entries'
  | 'narratives'
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

/** A column typed by the office. */
export function office(header: string, kind: CellKind, width: number): Column {
  return { header, kind, by: 'office', width };
}

/** A grey column written by the machine. */
export function machine(header: string, kind: CellKind, width: number): Column {
  return { header, kind, by: 'machine', width };
}

/** Fixes the column keys as literal types. */
export function tab<Key extends string>(spec: TabSpec<Key>): TabSpec<Key> {
  return spec;
}
