import { useEffect } from 'preact/hooks';
import { cellAt, headerOf, periodColumn, type Sheet } from '../sheet.ts';
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

/** Headers that a sheet of paper is read for: they have their place before all others. */
const FIRST = [
  'Mã',
  'Chỉ tiêu',
  'Nhiệm vụ',
  'Đơn vị tính',
  'Mức kế hoạch',
  'Thời hạn hoàn thành',
  'Kết quả',
  'Đánh giá',
  'Mức độ thực hiện',
  'Ngày hoàn thành',
  'Kết quả thực hiện trong kỳ',
  'Tình trạng',
  'Chủ trì',
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
      <h2>{[sheet.name, onlyPeriodOf(sheet, filled)].filter((part) => part !== '').join(' – ')}</h2>
      <table>
        {sheet.headerRow !== null && (
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {headerAt(sheet, column)}
                </th>
              ))}
            </tr>
          </thead>
        )}
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

const headerAt = (sheet: Sheet, column: number): string => headerOf(sheet, { row: (sheet.headerRow ?? 0) + 1, column });

/** The period of all these lines, which then stands in the title; '' where there are several. */
function onlyPeriodOf(sheet: Sheet, rows: readonly number[]): string {
  const column = periodColumn(sheet);
  if (column === null) return '';
  const [period = '', ...others] = new Set(rows.map((row) => cellAt(sheet, { row, column }).t));
  return others.length === 0 ? period : '';
}

function allColumns({ columns }: Sheet): number[] {
  return Array.from({ length: columns }, (_, at) => at + 1);
}

/** The columns in which something stands, as many as can be read: those a person looks for first, then the others from the left; in the sheet's order. */
export function columnsToPrint(sheet: Sheet, rows: readonly number[]): number[] {
  const isTold = onlyPeriodOf(sheet, rows) !== '';
  const isSaid = (column: number): boolean => {
    const header = headerAt(sheet, column);
    if (LEFT_OUT.includes(header) || (isTold && column === periodColumn(sheet))) return false;
    return rows.some((row) => cellAt(sheet, { row, column }).t !== '');
  };
  const said = allColumns(sheet).filter(isSaid);
  const first = said.filter((column) => FIRST.includes(headerAt(sheet, column)));
  const chosen: number[] = [];
  let width = 0;
  for (const column of [...first, ...said.filter((one) => !first.includes(one))]) {
    width += sheet.widths[column] ?? USUAL_WIDTH;
    if (width > MOST_WIDTH && chosen.length > 0) break;
    chosen.push(column);
  }
  return chosen.sort((one, other) => one - other);
}
