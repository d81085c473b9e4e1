import type { Place } from '../../app/replies/place.ts';
import { GoTo } from './go-to.tsx';

/** One sentence with the button of the cell it speaks of. */
export function Line({ text, at }: { text: string; at: Place | null }) {
  return (
    <>
      <span>{text}</span> {at !== null && <GoTo place={at} />}
    </>
  );
}
