import { EXTRAS, type Extra } from '../../domain/plan/extras.ts';
import { EXTRA_HINTS, EXTRA_LABELS, EXTRA_PAGE } from '../../words/extras/extras.ts';

type Props = { chosen: readonly Extra[]; onChoose: (chosen: readonly Extra[]) => void };

/** The registers that an office may keep: none unless it says so here or asks for it later. */
export function ExtrasWished({ chosen, onChoose }: Props) {
  const turn = (extra: Extra, isOn: boolean) =>
    onChoose(EXTRAS.filter((each) => (each === extra ? isOn : chosen.includes(each))));
  return (
    <fieldset class="choice">
      <legend>{EXTRA_PAGE.wished}</legend>
      {EXTRAS.map((extra) => (
        <label key={extra} class="tick">
          <input
            type="checkbox"
            checked={chosen.includes(extra)}
            onChange={({ currentTarget }) => turn(extra, currentTarget.checked)}
          />
          <span>
            {EXTRA_LABELS[extra]}. {EXTRA_HINTS[extra]}
          </span>
        </label>
      ))}
      <p class="empty">{EXTRA_PAGE.later}</p>
    </fieldset>
  );
}
