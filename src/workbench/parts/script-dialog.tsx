import { useState } from 'preact/hooks';
import { DIALOG_BUTTONS, WORKBENCH } from '../../words/pages/workbench.ts';
import type { PageActions } from '../actions.ts';
import type { EventOf } from '../store.ts';
import { Modal } from './modal.tsx';
import { ScriptText } from './script-text.tsx';

/** What the script asks and waits for: a word, or a text to type. */
export function ScriptDialog({ dialog, actions }: { dialog: EventOf<'dialog'>; actions: PageActions }) {
  const [text, setText] = useState('');
  const [main = 'OK', ...others] = dialog.buttons;
  return (
    <Modal
      title={dialog.title === '' ? WORKBENCH.title : dialog.title}
      class="script"
      closable={false}
      onClose={() => actions.answer(dialog.dialog, 'CLOSE', text)}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          actions.answer(dialog.dialog, main, text);
        }}
      >
        {/* A long text scrolls by the keyboard, too. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
        <section class="said" tabIndex={0} aria-label={dialog.title === '' ? WORKBENCH.title : dialog.title}>
          <ScriptText text={dialog.text} actions={actions} />
        </section>
        {dialog.kind === 'prompt' && (
          <label>
            {WORKBENCH.said}
            <input
              type="text"
              value={text}
              autocomplete="off"
              autofocus
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </label>
        )}
        <p class="buttons">
          <button type="submit" autofocus={dialog.kind === 'alert'}>
            {DIALOG_BUTTONS[main]}
          </button>
          {others.map((button) => (
            <button key={button} type="button" class="quiet" onClick={() => actions.answer(dialog.dialog, button, text)}>
              {DIALOG_BUTTONS[button]}
            </button>
          ))}
        </p>
      </form>
    </Modal>
  );
}
