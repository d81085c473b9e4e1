import { useState } from 'preact/hooks';
import type { Place } from '../../app/replies/lines.ts';
import { sayCell, sayGoTo } from '../../words/pages/sidebar.ts';
import { askServer } from './server.ts';

/** A button that scrolls the sheet to a cell; a failure is shown beside it. */
export function GoTo({ place }: { place: Place }) {
  const [failure, setFailure] = useState<string | null>(null);
  const go = async () => {
    setFailure(null);
    const answer = await askServer('go-to', { tab: place.tab, row: place.row, column: place.column });
    if (!answer.ok) setFailure(answer.sentence);
  };
  return (
    <>
      <button type="button" class="cell" aria-label={sayGoTo(place.tab, place.a1)} onClick={go}>
        {sayCell(place.tab, place.a1)}
      </button>
      {failure !== null && (
        <span role="alert" class="failure">
          {failure}
        </span>
      )}
    </>
  );
}

/** One sentence with the button of the cell it speaks of. */
export function Line({ text, at }: { text: string; at: Place | null }) {
  return (
    <>
      <span>{text}</span> {at !== null && <GoTo place={at} />}
    </>
  );
}
