import type { Conflict } from '../../app/replies/enter.ts';
import { ENTER_FORM } from '../../words/entry/enter-form.ts';

type Props = { conflicts: readonly Conflict[]; onSettle: (conflict: Conflict, keepsTyped: boolean) => void };

/** Cells that somebody else changed meanwhile: both texts, and which one holds. */
export function Conflicts({ conflicts, onSettle }: Props) {
  return (
    <>
      {conflicts.map((conflict) => (
        <fieldset key={conflict.header}>
          <legend>{conflict.header}</legend>
          <p>
            {ENTER_FORM.inSheet} <strong>{conflict.now === '' ? ENTER_FORM.blank : conflict.now}</strong>
          </p>
          <p>
            {ENTER_FORM.typedHere} <strong>{conflict.typed === '' ? ENTER_FORM.blank : conflict.typed}</strong>
          </p>
          <button type="button" class="quiet" onClick={() => onSettle(conflict, false)}>
            {ENTER_FORM.keepSheet}
          </button>{' '}
          <button type="button" class="quiet" onClick={() => onSettle(conflict, true)}>
            {ENTER_FORM.keepTyped}
          </button>
        </fieldset>
      ))}
    </>
  );
}
