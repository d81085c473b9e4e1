import type { Cell, Paragraph, SourceDocument, Table } from '../../../domain/import/document.ts';
import { LAN_WORDS } from '../../../words/pages/lan.ts';

/** The official text that was made last. */
export type MadeReport = { readonly name: string; readonly document: SourceDocument };

/** A report to be read on a phone: its text from top to bottom, each row of a table under the names of its columns. `bar`: what stands above it. */
export function reportPage(report: MadeReport | null, bar: string): string {
  const main =
    report === null ? `<p>${escaped(LAN_WORDS.noReport)}</p>` : `<h2>${escaped(report.name)}</h2>${bodyOf(report.document)}`;
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${
    LAN_WORDS.readReport
  }</title><style>${STYLE}</style></head><body>${bar}<main><h1>${LAN_WORDS.readReport}</h1>${main}</main></body></html>`;
}

function bodyOf({ blocks }: SourceDocument): string {
  return blocks.map((block) => (block.is === 'paragraph' ? paragraph(block) : table(block))).join('\n');
}

function paragraph({ text, number, bold }: Paragraph): string {
  const whole = escaped([number, text].filter((part) => part !== '').join(' ')).replaceAll('\n', '<br>');
  if (whole.trim() === '') return '';
  return bold ? `<p><strong>${whole}</strong></p>` : `<p>${whole}</p>`;
}

/** Fewer columns than this only lay out the page: what stands in them is read one after the other. */
const LEAST_COLUMNS = 3;

function table({ columns, rows, cells }: Table): string {
  if (columns < LEAST_COLUMNS || rows < 2) return cells.flatMap(({ paragraphs }) => paragraphs.map(paragraph)).join('');
  const head = new Map(cells.filter(({ row }) => row === 0).map((cell) => [cell.column, cell.text]));
  const lines = Array.from({ length: rows - 1 }, (_, at) => cells.filter(({ row }) => row === at + 1));
  const heads = [...head].map(([, text]) => `<th scope="col">${escaped(text)}</th>`).join('');
  return `<table><thead><tr>${heads}</tr></thead><tbody>${lines.map((line) => row(line, head)).join('')}</tbody></table>`;
}

function row(line: readonly Cell[], head: ReadonlyMap<number, string>): string {
  const cells = line.map((cell) => {
    const label = escaped(head.get(cell.column) ?? '');
    const text = escaped([cell.number, cell.text].filter((part) => part !== '').join(' ')).replaceAll('\n', '<br>');
    return `<td${cell.columns > 1 ? ` colspan="${cell.columns}"` : ''} data-label="${label}">${text}</td>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** As HTML may hold it, in a text and in an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => SIGNS[sign] ?? sign);
}

/** What is said of the connection and where else to go, above every page of the door; in colours of both grounds. */
export const BAR_STYLE =
  '.lan{display:flex;flex-wrap:wrap;gap:8px;padding:8px;font:14px/1.4 sans-serif;background:#fff4e0;color:#4a2b00}.lan a{color:#0b4a86}.lan p{flex:1 0 100%;margin:0}@media(prefers-color-scheme:dark){.lan{background:#3a2f1c;color:#ffe2b3}.lan a{color:#9fd0ff}}';

const STYLE = `${BAR_STYLE}
:root{color-scheme:light dark}
body{margin:0;font:16px/1.5 sans-serif;overflow-wrap:anywhere}
main{padding:8px 12px 40px}
h1{font-size:20px}h2{font-size:17px}
table{width:100%;border-collapse:collapse}
th,td{padding:3px 6px;border:1px solid #8a949e;text-align:left;vertical-align:top}
@media(max-width:700px){thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}table,tbody,tr,td{display:block}tr{margin:0 0 10px;border-top:2px solid #8a949e}td{border:0}td:empty{display:none}td[data-label]:not([data-label=""])::before{content:attr(data-label) ": ";font-weight:700}}`;
