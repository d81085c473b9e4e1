import { useEffect, useRef } from 'preact/hooks';
import { sayNumber } from '../../words/core/number.ts';
import { PROVINCE_PAGE, type ProvinceView, type UnitView } from '../../words/province/page.ts';

type Props = { readonly view: ProvinceView; readonly unit: UnitView; readonly onClose: () => void };

/** One unit's own rows: each measure with its level and verdict, each line of the forms. */
export function UnitDetails({ view, unit, onClose }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section class="details" aria-labelledby="details">
      <h2 id="details" tabIndex={-1} ref={title}>
        {unit.name} ({unit.code})
      </h2>
      <button type="button" onClick={onClose}>
        {PROVINCE_PAGE.close}
      </button>
      <table>
        <thead>
          <tr>
            {[PROVINCE_PAGE.indicators, PROVINCE_PAGE.level, PROVINCE_PAGE.result, PROVINCE_PAGE.verdict].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.measures.map(({ name }, at) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="number">{(unit.levels[at] ?? '').replace('..', ' – ').replace('.', ',')}</td>
              <td class="number">{saidNumber(unit.results[at])}</td>
              <td>{unit.verdicts[at]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {view.lines.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{PROVINCE_PAGE.forms}</th>
              <th scope="col">{PROVINCE_PAGE.figure}</th>
            </tr>
          </thead>
          <tbody>
            {view.lines.map((line, at) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                <td class="number">{saidNumber(unit.figures[at])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const saidNumber = (value: number | null | undefined): string => (value == null ? '' : sayNumber(value));
