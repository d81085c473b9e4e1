import { deadlineIn } from '../deadlines.ts';
import type { Cell } from '../document.ts';
import { folded } from '../fold-text.ts';
import { fieldOf, isCapitals } from '../headings.ts';
import { leadAndWith } from '../labelled.ts';
import { markOf } from '../marks.ts';
import type { ColumnRole, MappedTable } from './columns.ts';

/** A value with the passage that proves it. */
export type Proved = { readonly text: string; readonly at: string; readonly passage: string };

/** One numbered row of a plan's table. */
export type TableTask = {
  readonly field: string;
  readonly task: Proved;
  readonly product: Proved | null;
  readonly deadline: Proved | null;
  readonly lead: Proved | null;
  readonly with: Proved | null;
  readonly watcher: Proved | null;
  readonly doubts: readonly TableDoubt[];
};
export type TableDoubt =
  | { readonly of: 'lead-and-with'; readonly at: string; readonly words: string }
  | { readonly of: 'continuation'; readonly at: string; readonly words: string };

export type TableRows = {
  readonly tasks: readonly TableTask[];
  /** Sections (I…VII) and rows that go on from the one above. */
  readonly sections: number;
  readonly continuations: number;
};

type Draft = { -readonly [Key in keyof TableTask]: TableTask[Key] } & { doubts: TableDoubt[] };

const VALUES = ['product', 'deadline', 'lead', 'with', 'watcher'] as const;
type Value = (typeof VALUES)[number];

/** The tasks of a mapped table; `field` holds until its first section. */
export function tasksInTable(table: MappedTable, field: string): TableRows {
  const reader = new TableReader(table, field);
  for (let row = table.first; row < table.grid.table.rows; row += 1) reader.read(row);
  return { tasks: reader.tasks, sections: reader.sections, continuations: reader.continuations };
}

class TableReader {
  readonly tasks: Draft[] = [];
  sections = 0;
  continuations = 0;
  private readonly table: MappedTable;
  private readonly numbered: boolean;
  private field: string;
  /** The last section without an Arabic number. */
  private outer = '';
  /** Since the last section no row has had a number. */
  private opened = false;

  constructor(table: MappedTable, field: string) {
    this.table = table;
    this.field = field;
    this.numbered = this.isNumbered();
  }

  read(row: number): void {
    const task = this.cell(row, 'task') ?? this.cell(row, 'target') ?? this.unitCell(row);
    if (this.isHeader(row)) return;
    if (this.isSection(row)) this.openSection(row);
    else if (task !== null && task.text.trim() !== '' && this.begins(row, task)) this.begin(row, task);
    else this.goOn(row, task);
  }

  /** «1 | Kiểm soát thủ tục hành chính» inside «II | CẢI CÁCH THỦ TỤC HÀNH CHÍNH» parts it, and names no other field. */
  private openSection(row: number): void {
    this.sections += 1;
    this.opened = true;
    const name = this.sectionName(row);
    const isPart = isArabic(this.numberAt(row));
    if (isPart && this.outer !== '' && fieldOf(this.outer) >= 0) {
      this.field = this.outer;
      return;
    }
    this.field = name;
    if (!isPart) this.outer = name;
  }

  /** A small plan lists units to visit: then the unit is what the row is about. */
  private unitCell(row: number): Cell | null {
    const has = (role: ColumnRole): boolean => this.table.columns.some((one) => one.role === role);
    return has('task') || has('target') ? null : (this.cell(row, 'paper') ?? this.cell(row, 'lead'));
  }

  private cell(row: number, role: ColumnRole): Cell | null {
    const column = this.table.columns.find((one) => one.role === role)?.column;
    return column === undefined ? null : this.table.grid.at(row, column);
  }

  /** Whether the table numbers its rows: then a row without a number goes on from the one above. */
  private isNumbered(): boolean {
    const { first, grid } = this.table;
    let numbers = 0;
    for (let row = first; row < grid.table.rows; row += 1) if (isArabic(this.numberAt(row))) numbers += 1;
    return numbers >= 1 && numbers * 3 >= grid.table.rows - first - 8;
  }

  private numberAt(row: number): string {
    const text = this.rawNumber(row);
    return /[\p{L}\p{N}]/u.test(text) ? text : '';
  }

  private rawNumber(row: number): string {
    const cell = this.cell(row, 'number');
    // A section may be one cell over the whole row: then it is no number.
    if (cell === null || cell.row !== row || cell.columns > 1) return '';
    return (cell.text.trim() || cell.number).trim();
  }

  /** Printed again at the top of each page. */
  private isHeader(row: number): boolean {
    const { grid, first, columns } = this.table;
    if (first === 0) return false;
    const same = columns.filter(({ column }) => {
      const [here, head] = [grid.at(row, column)?.text ?? '', grid.at(first - 1, column)?.text ?? ''];
      return here.trim() !== '' && folded(here) === folded(head);
    });
    return same.length >= Math.max(2, columns.length - 1);
  }

  private isSection(row: number): boolean {
    const filled = this.table.grid.startingIn(row).filter(({ text }) => text.trim() !== '');
    const number = this.numberAt(row);
    const texts = filled.filter(({ text }) => text.trim() !== number);
    const [only, another] = texts;
    if (only === undefined || VALUES.some((value) => this.fresh(row, value, only))) return false;
    if (another !== undefined) return false;
    if (/^(?:[IVX]+|[A-HĐ])[.)]?$/u.test(number)) return true;
    const mark = markOf(only.text, only.number);
    if (mark.kind === 'roman' || mark.kind === 'letter-big') return true;
    const wide = only.columns >= Math.max(2, this.table.grid.table.columns - 2);
    const short = only.text.trim().length <= 160;
    return (
      short &&
      (wide ||
        isCapitals(only.text) ||
        (only.bold && number === '') ||
        (fieldOf(only.text) >= 0 && (only.bold || number === '' || this.isParent(row, number))))
    );
  }

  /** «1 | Cải cách thể chế» above «1.1 | …», «a) | …» or «- | …». */
  private isParent(row: number, number: string): boolean {
    const below = this.rawNumber(row + 1);
    return below.startsWith(`${number.replace(/\.$/u, '')}.`) || (isArabic(number) && INNER.test(below));
  }

  /** Whether a row has a value of its own in a column other than that of the section's words. */
  private fresh(row: number, value: Value, words: Cell): boolean {
    const cell = this.cell(row, value);
    return cell !== null && cell !== words && cell.text.trim() !== '';
  }

  private sectionName(row: number): string {
    const number = this.numberAt(row);
    const cell = this.table.grid.startingIn(row).find(({ text }) => text.trim() !== '' && text.trim() !== number);
    const text = cell?.text ?? '';
    return text
      .slice(markOf(text, '').from)
      .trim()
      .replace(/[\s:.;]+$/u, '');
  }

  private begins(row: number, task: Cell): boolean {
    if (task.row !== row) return false;
    if (!this.numbered || this.isGrouped(row)) return true;
    if (this.numberAt(row) !== '' || markOf(task.text, task.number).kind === 'number') return true;
    // Below a section nothing stands that a row without a number could go on from: then its dashes are its tasks.
    return this.opened && VALUES.some((value) => this.fresh(row, value, task));
  }

  /** A number and what its tasks are about, merged over the same rows: each of them is a task. */
  private isGrouped(row: number): boolean {
    const [number, group] = [this.cell(row, 'number'), this.cell(row, 'field')];
    return number !== null && group !== null && number.row < row && group.row === number.row && group.rows === number.rows;
  }

  private fieldIn(row: number): string {
    const own = this.cell(row, 'field')?.text.trim() ?? '';
    if (own === '') return this.field;
    return fieldOf(this.field) >= 0 && fieldOf(own) < 0 ? this.field : own;
  }

  private begin(row: number, task: Cell): void {
    const draft: Draft = {
      field: this.fieldIn(row),
      task: named(task),
      product: null,
      deadline: null,
      lead: null,
      with: null,
      watcher: null,
      doubts: [],
    };
    if (this.numberAt(row) !== '') this.opened = false;
    for (const value of VALUES) this.take(draft, row, value, task);
    this.tasks.push(this.parted(draft));
  }

  /** Where a row has no end, its beginning says how often («hằng quý»), and never when it ends. */
  private deadlineCell(row: number): Cell | null {
    const own = this.cell(row, 'deadline');
    const beside = this.table.columns.find(({ role }) => role === 'deadline')?.beside;
    if (beside === undefined || (own !== null && own.text.trim() !== '')) return own;
    const other = this.table.grid.at(row, beside);
    const kind = other === null ? null : deadlineIn(other.text, null).kind;
    return kind === 'recurrence' || kind === 'standing' ? other : own;
  }

  private take(draft: Draft, row: number, value: Value, task: Cell): void {
    const cell = value === 'deadline' ? this.deadlineCell(row) : this.cell(row, value);
    if (cell === null || cell === task || cell.text.trim() === '') return;
    const shared = VALUES.filter((other) => other !== value && this.cell(row, other) === cell);
    const isSecond = shared.some((other) => VALUES.indexOf(other) < VALUES.indexOf(value));
    if (isSecond) draft.doubts.push({ of: 'lead-and-with', at: cell.at, words: cell.text });
    else draft[value] = proved(cell);
  }

  /** «Phòng A chủ trì; Phòng B phối hợp» in the cell of who does it; a column of both whose cell does not part them is told. */
  private parted(draft: Draft): Draft {
    const { lead } = draft;
    if (lead === null || draft.with !== null) return draft;
    const found = leadAndWith(lead.text);
    if (found !== null)
      return { ...draft, lead: { ...lead, text: found.lead }, with: found.with === null ? null : { ...lead, text: found.with } };
    const isBoth = this.table.columns.some(({ role, both }) => role === 'lead' && both === true);
    if (isBoth && SEVERAL.test(lead.text)) draft.doubts.push({ of: 'lead-and-with', at: lead.at, words: lead.text });
    return draft;
  }

  /** A row without a number: its products, deadlines and units belong to the task above; words of its own are told. */
  private goOn(row: number, task: Cell | null): void {
    const last = this.tasks[this.tasks.length - 1];
    const cells = this.table.grid.startingIn(row).filter(({ text }) => text.trim() !== '');
    if (last === undefined || cells.length === 0) return;
    this.continuations += 1;
    for (const value of VALUES) {
      const cell = this.cell(row, value);
      if (cell === null || cell.row !== row || cell === task || cell.text.trim() === '') continue;
      const before = last[value];
      last[value] = before === null ? proved(cell) : joined(before, cell);
    }
    if (task !== null && task.row === row && task.text.trim() !== '')
      last.doubts.push({ of: 'continuation', at: task.at, words: task.text });
  }
}

/** A number inside a number: a letter, a small Roman, a dash. */
const INNER = /^(?:\(?[a-zđ]{1,4}[.)]|[-–+•*])$/u;
const SEVERAL = /[/;,\n]|(?<!\p{L})và(?!\p{L})/u;

function isArabic(text: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3})*[.)]?$/u.test(text);
}

function proved(cell: Cell): Proved {
  return { text: cell.text.trim(), at: cell.at, passage: cell.text };
}

/** A task without the number that some tables type in front of it. */
function named(cell: Cell): Proved {
  const mark = markOf(cell.text, '');
  const from = mark.kind === 'number' || mark.kind === 'bullet' ? mark.from : 0;
  return { ...proved(cell), text: cell.text.slice(from).trim() };
}

function joined(before: Proved, cell: Cell): Proved {
  return {
    text: `${before.text}\n${cell.text.trim()}`,
    at: `${before.at}; ${cell.at}`,
    passage: `${before.passage}\n${cell.text}`,
  };
}
