import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Calls } from '../../app/calls.ts';
import { DIALOG_TITLES, DIALOG_WORDS, OTHER_WAYS } from '../../words/pages/dialogs.ts';
import type { DialogName } from '../../words/pages/page-parts.ts';
import { SIDEBAR } from '../../words/pages/sidebar.ts';
import { Failure, Frame, focusOn } from '../parts/screen.tsx';
import { closeDialog, useCall } from '../parts/server.ts';

/** The calls that a dialog opens with; most carry nothing. */
type DialogCall = 'set-up-state' | 'roll-over-state' | 'open-choices' | 'close-choice' | 'check';
type Props<Name extends DialogCall> = {
  name: DialogName;
  call: Name;
  carried?: Calls[Name]['request'];
  /** `finish`: shows in place of the form that all is done. */
  children: (reply: Calls[Name]['reply'], finish: (sentences: readonly string[]) => void) => ComponentChildren;
};

/** A dialog over one call: waits, shows its form, and at the end what was done with the button that closes it. */
export function Dialog<Name extends DialogCall>({ name, call, carried, children }: Props<Name>) {
  const { reply, waiting, failure, load } = useCall(call, carried ?? ({} as Calls[Name]['request']));
  const [done, setDone] = useState<readonly string[] | null>(null);
  const finish = (sentences: readonly string[]) => {
    setDone(sentences.filter((sentence) => sentence !== ''));
    setTimeout(() => focusOn('done'));
  };
  return (
    <Frame title={DIALOG_TITLES[name]} busy={waiting} ready={reply !== null}>
      {failure !== null && <Failure sentence={withOtherWay(failure, name)} onRetry={load} />}
      {reply !== null && done === null && children(reply, finish)}
      {done !== null && <Done sentences={done} />}
    </Frame>
  );
}

/** A page that cannot reach the workbook names the menu item that can. */
export function withOtherWay(sentence: string, name: DialogName): string {
  return sentence === SIDEBAR.unreachable ? `${sentence}\n${OTHER_WAYS[name]}` : sentence;
}

function Done({ sentences }: { sentences: readonly string[] }) {
  return (
    <>
      <div id="done" tabIndex={-1} role="status">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <CloseButton text={DIALOG_WORDS.close} />
    </>
  );
}

/** Closes the dialog; nothing more is done. */
export function CloseButton({ text = DIALOG_WORDS.cancel, quiet = false }: { text?: string; quiet?: boolean }) {
  return (
    <button type="button" class={quiet ? 'quiet' : ''} onClick={closeDialog}>
      {text}
    </button>
  );
}
