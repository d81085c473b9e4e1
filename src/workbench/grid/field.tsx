import type { RefObject, TargetedClipboardEvent, TargetedEvent, TargetedKeyboardEvent } from 'preact';

import type { SeenLines } from '../protocol.ts';

export type FieldRef = RefObject<HTMLTextAreaElement | HTMLInputElement | null>;
/** The line that is typed into as it was when that began: whatever others do meanwhile, the text is meant for that one. */
export type DraftLine = { readonly row: number; readonly seen: SeenLines };
export type Draft = { readonly text: string; readonly quick: boolean; readonly line: DraftLine };

type Handlers = {
  readonly onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>) => void;
  readonly onInput: (text: string) => void;
  readonly onCopy: (event: TargetedClipboardEvent<HTMLElement>) => void;
  readonly onCut: (event: TargetedClipboardEvent<HTMLElement>) => void;
  readonly onPaste: (event: TargetedClipboardEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
};

type Props = {
  readonly field: FieldRef;
  /** What it is for who hears it: header, address, what stands there. */
  readonly label: string;
  readonly draft: Draft | null;
  readonly readOnly: boolean;
  /** The chosen item of an open drop-down, by number; -1 for none; null where the cell has no drop-down. */
  readonly choice: number | null;
  readonly open: boolean;
  readonly handlers: Handlers;
};

export const LIST_ID = 'choices';

/**
 * The field of the active cell. It lies there, empty and unseen, before anything is typed: a Vietnamese keyboard composes its
 * letters only in a field that has the focus when the first key comes.
 */
export function Field({ field, label, draft, readOnly, choice, open, handlers }: Props) {
  const common = {
    class: draft === null ? 'field ready' : 'field',
    'aria-label': label,
    'aria-describedby': 'cell-hint',
    value: draft?.text ?? '',
    readOnly,
    autocomplete: 'off',
    spellcheck: false,
    onKeyDown: handlers.onKeyDown,
    onCopy: handlers.onCopy,
    onCut: handlers.onCut,
    onPaste: handlers.onPaste,
    onBlur: handlers.onBlur,
    onInput: (event: TargetedEvent<HTMLTextAreaElement | HTMLInputElement>) => handlers.onInput(event.currentTarget.value),
  } as const;
  const hold = (element: HTMLTextAreaElement | HTMLInputElement | null) => {
    field.current = element;
  };
  if (choice === null) return <textarea ref={hold} rows={1} {...common} />;
  return (
    <input
      ref={hold}
      type="text"
      role="combobox"
      aria-autocomplete="list"
      aria-expanded={open}
      aria-controls={open ? LIST_ID : undefined}
      aria-activedescendant={open && choice >= 0 ? `${LIST_ID}-${choice}` : undefined}
      {...common}
    />
  );
}
