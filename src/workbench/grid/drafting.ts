import { useState } from 'preact/hooks';
import type { ListView } from '../protocol.ts';
import { choicesFor } from './choices.tsx';
import type { Draft } from './field.tsx';
import type { Mode } from './keys.ts';

export type Drafting = ReturnType<typeof useDrafting>;

type Offer = { readonly choices: readonly string[]; readonly chosen: number };

/** What is being typed into the active cell, and the drop-down beside it. */
export function useDrafting(list: ListView | null) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [offer, setOffer] = useState<Offer | null>(null);
  const offerFor = (typed: string | null): Offer | null => {
    if (list === null) return null;
    const choices = choicesFor(list.choices, typed);
    return choices.length === 0 ? null : { choices, chosen: typed === null ? -1 : list.choices.length === 1 ? 0 : -1 };
  };
  const mode: Mode = draft === null ? 'ready' : offer !== null ? 'choosing' : draft.quick ? 'quick' : 'full';
  return {
    draft,
    offer,
    mode,
    begin: (text: string) => setDraft({ text, quick: false }),
    type: (text: string) => {
      setDraft((was) => ({ text, quick: was?.quick ?? true }));
      setOffer(offerFor(text));
    },
    /** Opens the drop-down with all it holds, at what stands in the cell. */
    open: (text: string) => {
      setDraft((was) => was ?? { text, quick: false });
      const all = offerFor(null);
      setOffer(all === null ? null : { ...all, chosen: all.choices.indexOf(text) });
    },
    step: (by: 1 | -1) =>
      setOffer((was) =>
        was === null ? null : { ...was, chosen: (was.chosen + by + (was.chosen < 0 && by < 0 ? 1 : 0) + was.choices.length) % was.choices.length },
      ),
    /** What would be saved now. */
    text: (): string | null => (draft === null ? null : (offer?.choices[offer.chosen] ?? draft.text)),
    end: () => {
      setDraft(null);
      setOffer(null);
    },
  };
}
