import { useEffect } from 'preact/hooks';
import { cellAt, headerOf, type Sheet } from '../sheet.ts';
import type { Store } from '../store.ts';

/** What an A4 sheet lying down takes so that it can be read, in the pixels of the grid. */
const MOST_WIDTH = 1500;
const USUAL_WIDTH = 100;

/** Headers that say nothing on paper: what repeats from row to row, what stands empty until a letter is muted, the machine's own marks. */
const LEFT_OUT = [
  'Lĩnh vực',
  'Số liệu tính từ – đến',
  'Cách tính',
  'Kỳ trước',
  'Không nhắc đến hết ngày',
  'Nhắc từ ngày',
  'Quá hạn từ ngày',
  'Không nhập',
  'Ô cần sửa',
  'Ngày công bố',
  'Số liệu đến ngày',
];

type Props = { readonly sheet: Sheet; readonly rows: readonly number[]; readonly store: Store };

/** The lines that are shown as a table for paper, its headers on each sheet; asks the browser to print and goes away. */
export function PrintSheet({ sheet, rows, store }: Props) {
  const filled = rows.filter(
    (row) => row > (sheet.headerRow ?? 0) && Object.values(sheet.lines.get(row)?.cells ?? {}).some(({ t }) => t !== ''),
  );
  const columns = columnsToPrint(sheet, filled);
  useEffect(() => {
    const done = () => store.set({ printing: false });
    addEventListener('afterprint', done);
    const begun = setTimeout(() => {
      print();
      done();
    });
    return () => {
      clearTimeout(begun);
      removeEventListener('afterprint', done);
    };
  }, []);
  return (
    <section class="printed" aria-label={sheet.name}>
      <h2>{sheet.name}</h2>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {headerOf(sheet, { row: (sheet.headerRow ?? 0) + 1, column })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {filled.map((row) => (
            <tr key={row}>
              {columns.map((column) => (
                <td key={column}>{cellAt(sheet, { row, column }).t}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The columns in which something stands, from the left, as many as can be read. */
export function columnsToPrint(sheet: Sheet, rows: readonly number[]): number[] {
  const chosen: number[] = [];
  let width = 0;
  for (let column = 1; column <= sheet.columns; column += 1) {
    const header = headerOf(sheet, { row: (sheet.headerRow ?? 0) + 1, column });
    if (LEFT_OUT.includes(header) || !rows.some((row) => cellAt(sheet, { row, column }).t !== '')) continue;
    width += sheet.widths[column] ?? USUAL_WIDTH;
    if (width > MOST_WIDTH && chosen.length > 0) break;
    chosen.push(column);
  }
  return chosen;
}
