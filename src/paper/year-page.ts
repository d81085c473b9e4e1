import { YEAR_WORDS, type YearCell, type YearTable } from '../words/pages/years.ts';
import { escaped } from './docx/xml.ts';

/** The table of all indicators through the years as the inside of a page: a heading for each field, its rows, every text escaped. */
export function yearPage({ years, rows }: YearTable): string {
  const { title, hint, none, noField } = YEAR_WORDS;
  const fields = [...new Set(rows.map(({ field }) => field))];
  const tables = fields.map((field) => {
    const own = rows.filter((row) => row.field === field).map(rowHtml);
    return `<h2>${escaped(field || noField)}</h2><table>${headHtml(years)}<tbody>${own.join('')}</tbody></table>`;
  });
  const inside = tables.length === 0 ? `<p>${escaped(none)}</p>` : `<p>${escaped(hint)}</p>${tables.join('')}`;
  return `<main class="years"><h1>${escaped(title)}</h1>${inside}</main>`;
}

function headHtml(years: readonly number[]): string {
  const all = [YEAR_WORDS.indicator, ...years.map(String)].map((text) => `<th scope="col">${escaped(text)}</th>`);
  return `<thead><tr>${all.join('')}</tr></thead>`;
}

function rowHtml({ id, title, cells }: YearTable['rows'][number]): string {
  return `<tr><th scope="row">${escaped(`${id}: ${title}`)}</th>${cells.map(cellHtml).join('')}</tr>`;
}

/** Never by colour alone: the word stands beside it. */
function cellHtml({ result, said, period, level, verdict }: YearCell): string {
  const lines = [
    result === '' ? '' : `<strong>${escaped(result)}</strong>`,
    escaped([said, period].filter((part) => part !== '').join(', ')),
    level === '' ? '' : `<small>${escaped(YEAR_WORDS.level(level))}</small>`,
  ];
  return `<td${verdict === null ? '' : ` class="${verdict}"`}>${lines.filter((text) => text !== '').join('<br>')}</td>`;
}
