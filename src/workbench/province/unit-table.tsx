import { useMemo, useState } from 'preact/hooks';
import { csvOf } from '../../words/core/csv.ts';
import { sayNumber } from '../../words/core/number.ts';
import { PROVINCE_PAGE, type ProvinceView, sayDetailsOf, type UnitView } from '../../words/province/page.ts';

type Props = {
  readonly view: ProvinceView;
  readonly measure: number;
  readonly onMeasure: (measure: number) => void;
  readonly onOpen: (code: string) => void;
};

type Column = { readonly title: string; of(unit: UnitView): string | number | null };

const share = (part: number, whole: number): number | null => (whole === 0 ? null : Number(((100 * part) / whole).toFixed(2)));

function columnsOf({ measures }: ProvinceView, measure: number): Column[] {
  return [
    { title: PROVINCE_PAGE.place, of: ({ place }) => place },
    { title: PROVINCE_PAGE.code, of: ({ code }) => code },
    { title: PROVINCE_PAGE.name, of: ({ name }) => name },
    { title: PROVINCE_PAGE.met, of: ({ met, judged }) => share(met, judged) },
    { title: PROVINCE_PAGE.done, of: ({ done, tasks }) => share(done, tasks) },
    { title: PROVINCE_PAGE.overdue, of: ({ overdue }) => overdue },
    { title: measures[measure]?.name ?? '', of: ({ results }) => results[measure] ?? null },
    { title: PROVINCE_PAGE.verdict, of: ({ verdicts }) => verdicts[measure] ?? '' },
    { title: PROVINCE_PAGE.note, of: ({ note }) => note },
  ];
}

/** Every unit on a line, sorted by any column; the seventh column is the measure that was chosen. */
export function UnitTable({ view, measure, onMeasure, onOpen }: Props) {
  const [sort, setSort] = useState({ column: 0, down: false });
  const [wanted, setWanted] = useState('');
  const columns = useMemo(() => columnsOf(view, measure), [view, measure]);
  const shown = useMemo(() => sorted(found(view.units, wanted), columns[sort.column], sort.down), [view, columns, sort, wanted]);
  const by = (column: number) => setSort((now) => ({ column, down: now.column === column ? !now.down : false }));
  return (
    <section aria-labelledby="units">
      <h2 id="units">{PROVINCE_PAGE.units}</h2>
      <div class="tools">
        <label>
          {PROVINCE_PAGE.find}{' '}
          <input type="search" value={wanted} onInput={({ currentTarget }) => setWanted(currentTarget.value)} />
        </label>
        <label>
          {PROVINCE_PAGE.measure}{' '}
          <select value={measure} onChange={({ currentTarget }) => onMeasure(Number(currentTarget.value))}>
            {view.measures.map(({ name }, at) => (
              <option key={name} value={at}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => download(columns, shown)}>
          {PROVINCE_PAGE.export}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="scrolls" aria-label={PROVINCE_PAGE.table} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map(({ title }, at) => (
                <th key={title} scope="col" aria-sort={sort.column !== at ? 'none' : sort.down ? 'descending' : 'ascending'}>
                  <button type="button" onClick={() => by(at)}>
                    {title}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((unit) => (
              <Line key={unit.code} unit={unit} columns={columns} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      </section>
      {shown.length === 0 && <p>{PROVINCE_PAGE.none}</p>}
    </section>
  );
}

type LineProps = { readonly unit: UnitView; readonly columns: readonly Column[]; readonly onOpen: Props['onOpen'] };

function Line({ unit, columns, onOpen }: LineProps) {
  return (
    <tr>
      {columns.map((column, at) => {
        const value = column.of(unit);
        if (at !== NAME)
          return (
            <td key={column.title} class={typeof value === 'number' ? 'number' : ''}>
              {said(value)}
            </td>
          );
        return (
          <th key={column.title} scope="row">
            <button type="button" aria-label={sayDetailsOf(unit.name)} onClick={() => onOpen(unit.code)}>
              {unit.name}
            </button>
          </th>
        );
      })}
    </tr>
  );
}

const NAME = 2;
const said = (value: string | number | null): string => (typeof value === 'number' ? sayNumber(value) : (value ?? ''));

function found(units: readonly UnitView[], wanted: string): UnitView[] {
  const folded = wanted.trim().normalize('NFC').toLowerCase();
  return units.filter(({ code, name }) => folded === '' || `${code} ${name}`.normalize('NFC').toLowerCase().includes(folded));
}

/** What is not known stands last, whichever way. */
function sorted(units: readonly UnitView[], column: Column | undefined, down: boolean): UnitView[] {
  if (column === undefined) return [...units];
  const way = down ? -1 : 1;
  return [...units].sort((a, b) => {
    const [one, other] = [column.of(a), column.of(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    if (typeof one === 'number' && typeof other === 'number') return way * (one - other);
    return way * String(one).localeCompare(String(other), 'vi');
  });
}

/** The table as it is shown. */
function download(columns: readonly Column[], units: readonly UnitView[]): void {
  const rows = [columns.map(({ title }) => title), ...units.map((unit) => columns.map((column) => column.of(unit) ?? ''))];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv' }));
  link.download = PROVINCE_PAGE.file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}
