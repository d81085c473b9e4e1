import type { ComponentChildren } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import type { CallName, Calls } from '../../app/calls.ts';
import { SIDEBAR } from '../../words/pages/sidebar.ts';
import { TITLE_ID, WayContext } from './place.ts';
import { type Loaded, useCall } from './server.ts';

type Reply<Name extends CallName> = Calls[Name]['reply'];
type ScreenProps<Name extends CallName> = {
  title: string;
  call: Name;
  carried: Calls[Name]['request'];
  /** What the button that asks again says. */
  again?: string | undefined;
  /** What is shown of the reply; `load` asks again. */
  children: (reply: Reply<Name>, load: () => void) => ComponentChildren;
};

/** A screen over one call: says that it waits, shows the reply, or says what went wrong with a way to try again. */
export function Screen<Name extends CallName>({ title, call, carried, again, children }: ScreenProps<Name>) {
  return (
    <Shown title={title} loaded={useCall(call, carried)} again={again}>
      {children}
    </Shown>
  );
}

type ShownProps<Name extends CallName> = Pick<ScreenProps<Name>, 'title' | 'again' | 'children'> & { loaded: Loaded<Name> };

/** The same for a screen that asks by itself, because what its call carries changes while it is shown. */
export function Shown<Name extends CallName>({ title, loaded, again, children }: ShownProps<Name>) {
  const { reply, waiting, failure, load } = loaded;
  return (
    <Frame title={title} busy={waiting} ready={reply !== null} onReload={load} again={again}>
      {failure !== null && <Failure sentence={failure} onRetry={load} />}
      {reply !== null && children(reply, load)}
    </Frame>
  );
}

type FrameProps = {
  title: string;
  busy?: boolean;
  ready?: boolean;
  onReload?: () => void;
  again?: string | undefined;
  children: ComponentChildren;
};

/** The frame of every screen: its heading, which takes the focus when the screen is asked for, and whether it waits. */
export function Frame({ title, busy = false, ready = true, onReload, again, children }: FrameProps) {
  useFocus(title, ready);
  return (
    <main aria-busy={busy} aria-labelledby={TITLE_ID}>
      <header>
        <h1 id={TITLE_ID} tabIndex={-1}>
          {title}
        </h1>
        {onReload !== undefined && ready && (
          <button type="button" class="quiet" onClick={onReload}>
            {again ?? SIDEBAR.refresh}
          </button>
        )}
      </header>
      <div role="status">{busy && <p class="waiting">{SIDEBAR.waiting}</p>}</div>
      {children}
    </main>
  );
}

/** First the heading of the screen, then the part that was asked for, as soon as it is there. */
function useFocus(title: string, ready: boolean): void {
  const { focus } = useContext(WayContext);
  useEffect(() => {
    document.title = title;
    if (focus !== null) focusOn(TITLE_ID);
  }, [title, focus]);
  useEffect(() => {
    if (ready && focus !== null && focus !== TITLE_ID) focusOn(focus);
  }, [ready, focus]);
}

/** Gives the focus to an element by its id, where it is on the page. */
export function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

/** The sentence of a failed call and the button that tries again; the button goes away, so the heading takes its focus. */
export function Failure({ sentence, onRetry }: { sentence: string; onRetry: () => void }) {
  const retry = () => {
    focusOn(TITLE_ID);
    onRetry();
  };
  return (
    <div role="alert" class="failure">
      {sentence.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
      <button type="button" onClick={retry}>
        {SIDEBAR.retry}
      </button>
    </div>
  );
}
