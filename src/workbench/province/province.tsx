import { render } from 'preact';
import { useState } from 'preact/hooks';
import { sayNumber } from '../../words/core/number.ts';
import { PROVINCE_PAGE, type ProvinceView, sayOdd } from '../../words/province/page.ts';
import { SmallCharts } from './small-charts.tsx';
import { UnitDetails } from './unit-details.tsx';
import { UnitTable } from './unit-table.tsx';

/** The page of one consolidated period: the units in a table, each measure as a small chart, one unit's own figures on demand. */
function ProvincePage({ view }: { view: ProvinceView }) {
  const [measure, setMeasure] = useState(0);
  const [open, setOpen] = useState<string | null>(null);
  const unit = view.units.find(({ code }) => code === open);
  return (
    <>
      <header>
        <h1>{view.title}</h1>
        {view.banner !== '' && <p class="banner">{view.banner}</p>}
        <p>{view.line}</p>
      </header>
      <main>
        <UnitTable view={view} measure={measure} onMeasure={setMeasure} onOpen={setOpen} />
        {unit !== undefined && <UnitDetails key={unit.code} view={view} unit={unit} onClose={() => setOpen(null)} />}
        <Odd view={view} onOpen={setOpen} />
        <Missing missing={view.missing} />
        <SmallCharts view={view} chosen={measure} onChoose={setMeasure} />
      </main>
    </>
  );
}

function Odd({ view, onOpen }: { view: ProvinceView; onOpen: (code: string) => void }) {
  if (view.odd.length === 0) return null;
  const names = new Map(view.units.map(({ code, name }) => [code, name]));
  return (
    <section aria-labelledby="odd">
      <h2 id="odd">{PROVINCE_PAGE.odd}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <ul class="odd" tabIndex={0}>
        {view.odd.map((one) => (
          <li key={`${one.code}${one.what}${one.against}`}>
            <button type="button" onClick={() => onOpen(one.code)}>
              {names.get(one.code) ?? one.code}
            </button>
            : {one.what}
            {one.result !== null && ` – ${sayNumber(one.result)}`} ({sayOdd(one)})
          </li>
        ))}
      </ul>
    </section>
  );
}

function Missing({ missing }: Pick<ProvinceView, 'missing'>) {
  if (missing.length === 0) return null;
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">{PROVINCE_PAGE.missing}</h2>
      <p>{missing.join('; ')}</p>
    </section>
  );
}

const place = document.getElementById('province');
const data = document.getElementById('data')?.textContent ?? '';
if (place !== null) render(<ProvincePage view={JSON.parse(data)} />, place);
