import type { Paragraph, SourceDocument, Table } from './document.ts';
import { folded } from './fold-text.ts';
import { fieldOf, isCapitals } from './headings.ts';
import { markOf } from './marks.ts';

/** A paper or a chapter that begins here has no field of what stands above it. */
const BEGINS = /^(?:phụ lục|nơi nhận|tổ chức thực hiện)/u;

/** The field under whose heading each table stands, or ''; only for plans that have a table in each field. */
export function fieldsAbove({ blocks }: SourceDocument, tables: ReadonlySet<Table>): ReadonlyMap<Table, string> {
  const fields = new Map<Table, string>();
  let field = '';
  for (const block of blocks) {
    if (block.is === 'table') {
      if (tables.has(block)) fields.set(block, field);
    } else field = fieldAfter(block, field);
  }
  const distinct = new Set(fields.values());
  return distinct.size >= 2 ? fields : new Map();
}

/** The field that holds behind a paragraph: its own where it is the heading of one, none where another chapter begins. */
function fieldAfter({ text, number, bold }: Paragraph, field: string): string {
  const mark = markOf(text, number);
  const body = text.slice(mark.from);
  const words = folded(body);
  const isHeading = mark.kind === 'roman' || mark.kind === 'letter-big' || mark.kind === 'number' || bold || isCapitals(body);
  if (!isHeading || /[;.,]$/u.test(words)) return field;
  if (fieldOf(body) >= 0) return body.trim().replace(/[\s:.;]+$/u, '');
  return BEGINS.test(words) || mark.kind === 'roman' || mark.kind === 'letter-big' ? '' : field;
}
