import type { Block, Cell, Paragraph, Table } from '../../domain/import/document.ts';
import { NotReadable } from '../../domain/import/read-fault.ts';
import { readAttributes, scanXml } from '../xml/scan.ts';
import type { Numbering } from './docx-numbering.ts';
import { headingLevel, isOn, localName, numberOf, type Style, type Styles } from './docx-styles.ts';

/** A paragraph being read. */
type Draft = {
  text: string[];
  style: string | null;
  numId: string | null;
  level: number | null;
  heading: number | null;
  /** Letters so far that are bold or capitals, and those that are not. */
  loud: number;
  quiet: number;
  /** Its end was deleted by a tracked change: what follows belongs to it. */
  runsOn: boolean;
};
type Run = { style: string | null; bold: boolean | null; capitals: boolean | null; hidden: boolean | null };
type OpenCell = { column: number; columns: number; merge: 'none' | 'start' | 'on'; paragraphs: Paragraph[]; row: number };
type OpenTable = {
  at: string;
  rows: number;
  columns: number;
  row: OpenCell[];
  column: number;
  cells: MutableCell[];
  /** The last cell that begins in each column: what a merged one goes on from. */
  last: Map<number, MutableCell>;
  cell: OpenCell | null;
  dropRow: boolean;
};
type MutableCell = Omit<Cell, 'rows'> & { rows: number };

/** What a tracked change took away, what repeats what stands elsewhere, and properties as they were before. */
const LEFT_OUT = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'delInstrText', 'sdtPr', 'sdtEndPr', 'rt']);
/** More cells or paragraphs than any plan has; a file of them is meant to do harm. */
const MOST_BLOCKS = 200_000;
const MOST_SPAN = 200;

export type BodyReader = { readonly styles: Styles; readonly numbering: Numbering };

/** Blocks of a part of a .docx (`word/document.xml`, or a part of notes), in order. */
export function readBody(xml: string, reader: BodyReader): Block[] {
  return new Body(reader).read(xml);
}

class Body {
  private readonly blocks: Block[] = [];
  private readonly path: string[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly drafts: Draft[] = [];
  /** Text boxes stand inside a paragraph, but are not of it. */
  private readonly boxed: Block[] = [];
  private run: Run = noRun();
  private skip = 0;
  private boxes = 0;
  private counts = { paragraphs: 0, tables: 0, boxes: 0, all: 0 };
  private carried: Draft | null = null;
  private readonly reader: BodyReader;

  constructor(reader: BodyReader) {
    this.reader = reader;
  }

  read(xml: string): Block[] {
    scanXml(xml, {
      open: (name, attributes) => this.open(localName(name), attributes),
      close: (name) => this.close(localName(name)),
      text: (content) => this.text(content),
    });
    return this.blocks;
  }

  private open(name: string, attributes: string): void {
    this.path.push(name);
    if (this.skip > 0 || this.isLeftOut(name)) {
      this.skip += 1;
      return;
    }
    this.begin(name, attributes);
    if (attributes !== '' || PROPERTIES.has(name)) this.property(name, readAttributes(attributes));
    this.glyph(name, attributes);
  }

  private isLeftOut(name: string): boolean {
    if (name === 'del' && this.marks('del')) return false;
    return LEFT_OUT.has(name) || name.endsWith('Change');
  }

  /** A deleted mark of a paragraph or row is a property, not a stretch of text. */
  private marks(name: string): boolean {
    const above = this.path[this.path.length - (this.path[this.path.length - 1] === name ? 2 : 1)];
    if (above === 'trPr') {
      const table = this.table();
      if (table !== undefined) table.dropRow = true;
      return true;
    }
    if (above === 'rPr' && this.path[this.path.length - 3] === 'pPr') {
      const draft = this.draft();
      if (draft !== undefined) draft.runsOn = true;
      return true;
    }
    return false;
  }

  private begin(name: string, _attributes: string): void {
    if (name === 'p') this.beginParagraph();
    else if (name === 'r') this.run = noRun();
    else if (name === 'tbl') this.beginTable();
    else if (name === 'tr') this.beginRow();
    else if (name === 'tc') this.beginCell();
    else if (name === 'txbxContent') {
      this.boxes += 1;
      this.counts.boxes += 1;
    }
  }

  private beginParagraph(): void {
    this.counts.all += 1;
    if (this.counts.all > MOST_BLOCKS) throw new NotReadable('too-large');
    this.drafts.push({ text: [], style: null, numId: null, level: null, heading: null, loud: 0, quiet: 0, runsOn: false });
  }

  private beginTable(): void {
    this.counts.tables += 1;
    const at = `tbl[${this.counts.tables}]`;
    this.tables.push({ at, rows: 0, columns: 0, row: [], column: 0, cells: [], last: new Map(), cell: null, dropRow: false });
  }

  private beginRow(): void {
    const table = this.table();
    if (table !== undefined) Object.assign(table, { row: [], column: 0, cell: null, dropRow: false });
  }

  private beginCell(): void {
    const table = this.table();
    if (table === undefined) return;
    table.cell = { column: table.column, columns: 1, merge: 'none', paragraphs: [], row: table.rows };
  }

  private property(name: string, attributes: Record<string, string>): void {
    const value = Object.entries(attributes).find(([key]) => localName(key) === 'val')?.[1];
    const above = this.path[this.path.length - 2];
    if (above === 'tcPr') this.cellProperty(name, value);
    else if (above === 'trPr' && name === 'gridBefore') {
      const table = this.table();
      if (table !== undefined) table.column += Math.min(numberOf(value ?? null) ?? 0, MOST_SPAN);
    } else if (above === 'pPr' || above === 'numPr') this.paragraphProperty(name, value);
    else if (above === 'rPr' && this.path[this.path.length - 3] === 'r') this.runProperty(name, value);
  }

  private cellProperty(name: string, value: string | undefined): void {
    const cell = this.table()?.cell;
    if (cell == null) return;
    if (name === 'gridSpan') cell.columns = Math.max(1, Math.min(numberOf(value ?? null) ?? 1, MOST_SPAN));
    if (name === 'vMerge') cell.merge = value === 'restart' ? 'start' : 'on';
  }

  private paragraphProperty(name: string, value: string | undefined): void {
    const draft = this.draft();
    if (draft === undefined || value === undefined) return;
    if (name === 'pStyle') draft.style = value;
    if (name === 'numId') draft.numId = value;
    if (name === 'ilvl') draft.level = numberOf(value);
    if (name === 'outlineLvl') draft.heading = headingLevel(value);
  }

  private runProperty(name: string, value: string | undefined): void {
    if (name === 'rStyle') this.run.style = value ?? null;
    if (name === 'b') this.run.bold = isOn(value);
    if (name === 'caps') this.run.capitals = isOn(value);
    if (name === 'vanish') this.run.hidden = isOn(value);
  }

  private glyph(name: string, attributes: string): void {
    if (name === 'tab' && this.path[this.path.length - 2] === 'tabs') return;
    if (name === 'tab' || name === 'ptab') this.put('\t');
    else if (name === 'cr') this.put('\n');
    else if (name === 'br') this.put(/type=["'](?:page|column)/u.test(attributes) ? '' : '\n');
    else if (name === 'noBreakHyphen') this.put('-');
  }

  private text(content: string): void {
    if (this.skip === 0 && this.path[this.path.length - 1] === 't') this.put(content);
  }

  private put(text: string): void {
    const draft = this.draft();
    if (draft === undefined || text === '') return;
    const paragraph = this.reader.styles.of(draft.style);
    const named: Style | null = this.run.style === null ? null : this.reader.styles.of(this.run.style);
    if (this.run.hidden ?? (named?.hidden === true || paragraph.hidden)) return;
    const bold = this.run.bold ?? (named?.bold === true || paragraph.bold);
    const capitals = this.run.capitals ?? (named?.capitals === true || paragraph.capitals);
    const letters = text.replace(/[^\p{L}\p{N}]/gu, '').length;
    draft[bold || capitals ? 'loud' : 'quiet'] += letters;
    draft.text.push(text);
  }

  private close(name: string): void {
    this.path.pop();
    if (this.skip > 0) {
      this.skip -= 1;
      return;
    }
    if (name === 'p') this.endParagraph();
    else if (name === 'tc') this.endCell();
    else if (name === 'tr') this.endRow();
    else if (name === 'tbl') this.endTable();
    else if (name === 'r') this.run = noRun();
    else if (name === 'txbxContent') this.boxes -= 1;
  }

  private endParagraph(): void {
    const draft = this.drafts.pop();
    if (draft === undefined) return;
    const whole = this.carried === null ? draft : follow(this.carried, draft);
    this.carried = draft.runsOn ? whole : null;
    if (this.carried !== null) return;
    const made = this.paragraph(whole);
    const cell = this.table()?.cell;
    if (cell != null) cell.paragraphs.push(made);
    else (this.drafts.length > 0 ? this.boxed : this.blocks).push({ is: 'paragraph', ...made });
    if (this.drafts.length === 0) this.blocks.push(...this.boxed.splice(0));
  }

  private paragraph({ text, style, numId, level, heading, loud, quiet }: Draft): Paragraph {
    const look = this.reader.styles.of(style);
    const wish = { id: numId ?? look.numbering.id, level: level ?? (numId === null ? look.numbering.level : null) };
    const { label, level: depth } = this.reader.numbering.next(wish, style);
    return {
      at: this.address(),
      text: text.join(''),
      number: label,
      level: depth,
      bold: loud > 0 && quiet === 0,
      heading: heading ?? look.heading,
    };
  }

  private address(): string {
    const table = this.table();
    if (table?.cell != null) return `${cellAt(table, table.cell)}.p[${table.cell.paragraphs.length + 1}]`;
    if (this.boxes > 0) return `box[${this.counts.boxes}].p[${this.boxed.length + 1}]`;
    this.counts.paragraphs += 1;
    return `p[${this.counts.paragraphs}]`;
  }

  private endCell(): void {
    const table = this.table();
    const cell = table?.cell;
    if (table === undefined || cell == null) return;
    table.row.push(cell);
    table.column = cell.column + cell.columns;
    table.columns = Math.max(table.columns, table.column);
    table.cell = null;
  }

  private endRow(): void {
    const table = this.table();
    if (table === undefined || table.dropRow) return;
    for (const cell of table.row) {
      const above = cell.merge === 'on' ? table.last.get(cell.column) : undefined;
      if (above !== undefined && above.row + above.rows === table.rows) above.rows += 1;
      else {
        const made = closed(table, cell);
        table.cells.push(made);
        table.last.set(cell.column, made);
      }
    }
    table.rows += 1;
  }

  private endTable(): void {
    const table = this.tables.pop();
    if (table === undefined || table.cells.length === 0) return;
    const outer = this.table()?.cell;
    if (outer != null) {
      outer.paragraphs.push(...table.cells.flatMap(({ paragraphs }) => paragraphs));
      return;
    }
    const { at, rows, columns, cells } = table;
    const made: Table = { is: 'table', at, title: '', rows, columns, cells };
    (this.drafts.length > 0 ? this.boxed : this.blocks).push(made);
  }

  private table(): OpenTable | undefined {
    return this.tables[this.tables.length - 1];
  }

  private draft(): Draft | undefined {
    return this.drafts[this.drafts.length - 1];
  }
}

const PROPERTIES = new Set(['b', 'caps', 'vanish', 'vMerge']);

function noRun(): Run {
  return { style: null, bold: null, capitals: null, hidden: null };
}

/** Two paragraphs whose mark in between was deleted; the look is that of the second, as Word has it. */
function follow(before: Draft, after: Draft): Draft {
  return { ...after, text: [...before.text, ...after.text], loud: before.loud + after.loud, quiet: before.quiet + after.quiet };
}

function cellAt({ at, rows }: OpenTable, { column }: OpenCell): string {
  return `${at}.r[${rows + 1}].c[${column + 1}]`;
}

function closed(table: OpenTable, cell: OpenCell): MutableCell {
  const { column, columns, paragraphs } = cell;
  const said = paragraphs.filter(({ text }) => text.trim() !== '');
  return {
    at: cellAt(table, cell),
    row: table.rows,
    column,
    columns,
    rows: 1,
    text: paragraphs.map(({ text }) => text).join('\n'),
    number: paragraphs[0]?.number ?? '',
    bold: said.length > 0 && said.every(({ bold }) => bold),
    paragraphs,
  };
}
