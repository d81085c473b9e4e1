import { fromBase64, toBase64 } from '../../paper/zip/base64.ts';
import { sayTagFault, sayTemplateFault, TEMPLATE_WORDS } from '../../words/report/template.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block } from '../../workbook/core/cell.ts';
import { cellAt, plainText } from '../../workbook/core/key.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import { appendRows, rowBlocks } from '../../workbook/write/write.ts';
import { fileIn } from '../base/file-in.ts';
import { now } from '../base/journal.ts';
import { openBook, tableOf } from '../base/open-book.ts';
import type { DocxPort, Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';

/** Every run reads the whole workbook: a template in it must stay small. */
const MOST_BYTES = 300_000;
/** Of the 32,767 characters that a cell of Excel holds; one of Sheets holds 50,000. */
const CHARACTERS = 32_000;

/**
 * Keeps the office's own Word template in `Mẫu văn bản`, checked; an empty file goes back to the default one. A template that
 * cannot be used is refused with a sentence per tag, and the one kept before stays.
 */
export function storeTemplate(ports: Ports, { file }: { readonly file: string }): { readonly sentence: string } {
  const bytes = file === '' ? new Uint8Array() : fileIn(file);
  if (bytes.length > MOST_BYTES) refuse(TEMPLATE_WORDS.tooLarge);
  const faults = bytes.length === 0 ? [] : faultsOf(ports.docx, bytes);
  if (faults.length > 0) refuse([TEMPLATE_WORDS.cannotUse, ...faults].join('\n'));
  const book = openBook(ports);
  ports.workbook.write(partBlocks(ports, tableOf(book, 'template'), toBase64(bytes)));
  ports.workbook.flush();
  return { sentence: bytes.length === 0 ? TEMPLATE_WORDS.removed : TEMPLATE_WORDS.stored };
}

function faultsOf({ checkTemplate }: DocxPort, bytes: Uint8Array): string[] {
  const { fault, tags } = checkTemplate(bytes);
  return fault === null ? tags.map(sayTagFault) : [sayTemplateFault(fault)];
}

/** The rows of the old template take the parts of the new one; what is left of them is blanked. */
function partBlocks(ports: Ports, table: TabTable, text: string): Block[] {
  const parts = Array.from({ length: Math.ceil(text.length / CHARACTERS) }, (_, at) =>
    text.slice(at * CHARACTERS, (at + 1) * CHARACTERS),
  );
  const rows = [...table.rows.values()].sort((one, other) => one - other);
  const values = (at: number) => ({ content: parts[at] ?? '', storedAt: parts[at] === undefined ? '' : now(ports) });
  const added = parts
    .slice(rows.length)
    .map((_, at) => ({ name: TEMPLATE_WORDS.name, part: rows.length + at + 1, ...values(rows.length + at) }));
  return [
    ...rowBlocks(
      table,
      rows.map((row, at) => ({ row, values: values(at) })),
    ),
    ...appendRows(table, added),
  ];
}

/** The template a report takes: the office's, or `null` for the default one, with a word when the office's cannot be used. */
export function templateFor(
  docx: DocxPort,
  book: Book,
): { readonly template: Uint8Array | null; readonly notes: readonly string[] } {
  const table = book.tables.get('template');
  const text = table === undefined ? '' : storedText(table);
  if (text === '') return { template: null, notes: [] };
  const bytes = fromBase64(text);
  const faults = bytes === null ? [sayTemplateFault('broken')] : faultsOf(docx, bytes);
  return faults.length === 0 ? { template: bytes, notes: [] } : { template: null, notes: [TEMPLATE_WORDS.unusable, ...faults] };
}

/** The parts by their numbers, wherever the rows were sorted to. */
function storedText({ raw, columns, rows }: TabTable): string {
  const [part, content] = [columns.get('part') ?? 0, columns.get('content') ?? 0];
  const parts = [...rows.values()].map((row) => ({
    number: Number(plainText(cellAt(raw, row, part))),
    text: plainText(cellAt(raw, row, content)),
  }));
  return parts
    .sort((one, other) => one.number - other.number)
    .map(({ text }) => text)
    .join('');
}
