import { useState } from 'preact/hooks';

type Texts = Readonly<Record<string, string>>;

/** What was typed and not yet saved, by form, as long as the page is open: another screen, a reload or a failed call loses nothing. */
const DRAFTS = new Map<string, Texts>();

type Draft<Fields extends Texts> = {
  /** What the fields show: what was typed, else what is stored. */
  readonly texts: Fields;
  /** The fields that differ from what is stored. */
  readonly typed: Partial<Fields>;
  readonly type: (field: keyof Fields & string, text: string) => void;
  /** Gives one field up: it shows again what is stored. */
  readonly give: (field: keyof Fields & string) => void;
  /** When it is saved, or given up: all that was typed so far, but not what was typed since. Answers whether nothing is left. */
  readonly forget: () => boolean;
};

/** A form of texts that keeps what was typed under its name; `stored` is what stands there until somebody types. */
export function useDraft<Fields extends Texts>(form: string, stored: Fields): Draft<Fields> {
  const [, draw] = useState(0);
  const typed = (DRAFTS.get(form) ?? {}) as Partial<Fields>;
  const keep = (next: Texts) => {
    if (Object.keys(next).length === 0) DRAFTS.delete(form);
    else DRAFTS.set(form, next);
    draw((times) => times + 1);
  };
  // As it stands now, not as it was drawn: one choice may set several fields.
  const without = (field: string): Texts =>
    Object.fromEntries(Object.entries(DRAFTS.get(form) ?? {}).filter(([name]) => name !== field));
  return {
    texts: { ...stored, ...typed },
    typed,
    type: (field, text) => keep(text === stored[field] ? without(field) : { ...without(field), [field]: text }),
    give: (field) => keep(without(field)),
    forget: () => {
      const left = Object.entries(DRAFTS.get(form) ?? {}).filter(([field, text]) => text !== (typed as Texts)[field]);
      keep(Object.fromEntries(left));
      return left.length === 0;
    },
  };
}
