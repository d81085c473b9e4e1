import type { ExtrasView, RecommendationLine } from '../../app/replies/extras.ts';
import { sayCount } from '../../words/core/number.ts';
import { EXTRA_LABELS, EXTRA_PAGE } from '../../words/extras/extras.ts';
import { GoTo } from '../parts/go-to.tsx';
import { LongList } from '../parts/long-list.tsx';
import { RecordForm } from './record-form.tsx';

type View = NonNullable<ExtrasView['inspections']>;
type Shown = { view: View; onSaved: () => void };

/** What inspections found: what waits for somebody first, each with its form, and a form for a new one. */
export function Inspections({ view, onSaved }: Shown) {
  const { lines, begin, form, summary } = view;
  return (
    <section aria-labelledby="extra-inspections">
      <h2 id="extra-inspections" tabIndex={-1}>
        {EXTRA_LABELS.inspections}: {sayCount(lines.length)}
      </h2>
      <p>{summary}</p>
      <LongList items={lines}>{(line) => <Recommendation line={line} form={form} onSaved={onSaved} />}</LongList>
      {begin.length > 0 && (
        <details>
          <summary>{EXTRA_PAGE.begin}</summary>
          <RecordForm
            register="inspections"
            id=""
            cells={form.filter(({ header }) => begin.includes(header))}
            texts={{}}
            onSaved={onSaved}
          />
        </details>
      )}
    </section>
  );
}

/** What is late stands out by its word, not by its colour alone. */
const LATE = ['overdue', 'reopened'];

function Recommendation({ line, form, onSaved }: { line: RecommendationLine; form: View['form']; onSaved: () => void }) {
  const cells = form.filter(({ header }) => line.mine.includes(header));
  return (
    <div class={LATE.includes(line.state) ? 'must-fix' : undefined}>
      <p>
        <b>{line.id}</b>. {line.text}
        <br />
        {line.said}
      </p>
      {line.at !== null && <GoTo place={line.at} />}
      {cells.length > 0 && (
        <details>
          <summary>{EXTRA_PAGE.edit(line.id)}</summary>
          <RecordForm register="inspections" id={line.id} cells={cells} texts={line.texts} onSaved={onSaved} />
        </details>
      )}
    </div>
  );
}
