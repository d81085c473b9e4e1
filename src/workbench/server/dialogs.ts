import type { Dialog, DialogAnswer } from '../../host/core/environment.ts';
import type { DialogButton, ServerEvent } from '../protocol.ts';

/** The dialogs that stand open, each with the script that waits for it. */
export type Dialogs = {
  /** Shows a dialog in a window and works for the others until somebody answers it. */
  ask(window: string, dialog: Dialog): DialogAnswer;
  /** False when this window has no such dialog open. */
  answer(given: { window: string; dialog: number; button: DialogButton; text: string }): boolean;
  /** A window that is gone has closed its dialogs; without a window all have. */
  closeOf(window: string | null): void;
  readonly open: () => boolean;
};

type Waiting = { readonly window: string; readonly buttons: readonly DialogButton[]; answer: DialogAnswer | null };

/** `tell` brings a dialog before the person, `work` does the next thing that somebody asks for. */
export function dialogsOver({ tell, work }: { tell: (news: ServerEvent) => void; work: () => void }): Dialogs {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  return {
    ask: (window, { kind, title, message, buttons }) => {
      count += 1;
      const dialog = count;
      const held: Waiting = { window, buttons: [...buttons, 'CLOSE'], answer: null };
      waiting.set(dialog, held);
      tell({ is: 'dialog', window, dialog, kind, title, text: message, buttons });
      while (held.answer === null) work();
      waiting.delete(dialog);
      return held.answer;
    },
    answer: ({ window, dialog, button, text }) => {
      const held = waiting.get(dialog);
      if (held === undefined || held.window !== window || held.answer !== null || !held.buttons.includes(button)) return false;
      held.answer = { button, text };
      return true;
    },
    closeOf: (window) => {
      for (const held of waiting.values()) {
        if (window === null || held.window === window) held.answer ??= { button: 'CLOSE' };
      }
    },
    open: () => waiting.size > 0,
  };
}
