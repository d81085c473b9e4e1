import { GRID } from '../../words/pages/workbench.ts';
import { LIST_ID } from './field.tsx';

type Props = {
  readonly choices: readonly string[];
  readonly chosen: number;
  readonly onChoose: (text: string) => void;
  /** Where the cell stands in the window. */
  readonly at: DOMRect;
};

const MOST_HEIGHT = 264;
const LEAST_WIDTH = 180;

/** What a drop-down offers, below its cell, or above where there is no room. */
export function Choices({ choices, chosen, onChoose, at }: Props) {
  const below = window.innerHeight - at.bottom;
  const edge = below < Math.min(MOST_HEIGHT, choices.length * 36) && at.top > below;
  const width = Math.min(Math.max(at.width, LEAST_WIDTH), window.innerWidth - 8);
  const style = {
    left: `${Math.max(4, Math.min(at.left, window.innerWidth - width - 4))}px`,
    width: `${width}px`,
    maxHeight: `${Math.min(MOST_HEIGHT, (edge ? at.top : below) - 8)}px`,
    ...(edge ? { bottom: `${window.innerHeight - at.top}px` } : { top: `${at.bottom}px` }),
  };
  return (
    <div id={LIST_ID} role="listbox" aria-label={GRID.list} class="choices" style={style}>
      {choices.map((choice, at) => (
        // Keys go to the field, which names the chosen item; a press must not take the focus from it.
        <div
          key={choice}
          id={`${LIST_ID}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === chosen}
          class={at === chosen ? 'chosen' : undefined}
          ref={(item) => {
            if (at === chosen) item?.scrollIntoView({ block: 'nearest' });
          }}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(choice);
          }}
        >
          {choice}
        </div>
      ))}
    </div>
  );
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase().trim();

/** The items that hold what was typed; all of them before anything is. */
export function choicesFor(choices: readonly string[], typed: string | null): readonly string[] {
  if (typed === null || typed === '') return choices;
  const wanted = fold(typed);
  return choices.some((choice) => fold(choice) === wanted) ? choices : choices.filter((choice) => fold(choice).includes(wanted));
}
