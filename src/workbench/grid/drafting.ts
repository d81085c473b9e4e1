import { useRef, useState } from 'preact/hooks';
import type { ListView } from '../protocol.ts';
import { choicesFor } from './choices.tsx';
import type { Draft, DraftLine } from './field.tsx';
import type { Mode } from './keys.ts';

export type Drafting = ReturnType<typeof useDrafting>;

type Offer = { readonly choices: readonly string[]; readonly chosen: number };
type Typed = { readonly draft: Draft | null; readonly offer: Offer | null };

const NOTHING: Typed = { draft: null, offer: null };

/** What is being typed into the active cell, and the drop-down beside it. */
export function useDrafting(list: ListView | null, line: () => DraftLine) {
  // Beside what is drawn stands what is true: a field that loses the focus while it goes must not save its text once more.
  const typed = useRef(NOTHING);
  const [{ draft, offer }, draw] = useState(NOTHING);
  const change = (to: Typed) => {
    typed.current = to;
    draw(to);
  };
  const offerFor = (text: string | null, stands: string): Offer | null => {
    const choices = list === null ? [] : choicesFor(list.choices, text);
    return choices.length === 0 ? null : { choices, chosen: choices.indexOf(stands) };
  };
  const mode: Mode = draft === null ? 'ready' : offer !== null ? 'choosing' : draft.quick ? 'quick' : 'full';
  return {
    draft,
    offer,
    mode,
    begin: (text: string) => change({ draft: { text, quick: false, line: line() }, offer: null }),
    type: (text: string) =>
      change({ draft: { quick: true, line: line(), ...typed.current.draft, text }, offer: offerFor(text, text) }),
    /** Opens the drop-down with all it holds, at what stands in the cell. */
    open: (text: string) =>
      change({ draft: typed.current.draft ?? { text, quick: false, line: line() }, offer: offerFor(null, text) }),
    step: (by: 1 | -1) => {
      const { draft: now, offer: open } = typed.current;
      if (open !== null) change({ draft: now, offer: { ...open, chosen: stepped(open, by) } });
    },
    /** What would be saved now. */
    text: (): string | null => {
      const { draft: now, offer: open } = typed.current;
      return now === null ? null : (open?.choices[open.chosen] ?? now.text);
    },
    /** The line as it was when this was begun; as it is now where nothing was. */
    line: (): DraftLine => typed.current.draft?.line ?? line(),
    end: () => change(NOTHING),
  };
}

function stepped({ choices, chosen }: Offer, by: 1 | -1): number {
  const from = chosen < 0 && by < 0 ? 0 : chosen;
  return (from + by + choices.length) % choices.length;
}
