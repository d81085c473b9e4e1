import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, CallName, CallRequest, Calls } from '../../app/calls.ts';
import type { TextLine } from '../../app/replies/import.ts';
import { SIDEBAR } from '../../words/pages/sidebar.ts';

/** The part of `google.script.run` that the page uses: the host's one door. */
type ScriptRun = {
  withSuccessHandler(handle: (answer: string) => void): ScriptRun;
  withFailureHandler(handle: () => void): ScriptRun;
  ask(request: string): void;
};
declare const google: {
  readonly script: { readonly run: ScriptRun; readonly host?: { close(): void; show?: (what: Beside) => void } };
};

/** What a host with room shows beside the page: a document, and its passage in hand. */
type Beside = {
  readonly document?: { readonly file: string; readonly lines: readonly TextLine[] } | null;
  readonly passage?: { readonly at: string; readonly words: string };
};

/** Asks the server through its one door; a failed connection is an answer with a sentence, so that the promise never rejects. */
export function askServer<Name extends CallName>(call: Name, carried: Calls[Name]['request']): Promise<Answer<Name>> {
  const request: CallRequest<Name> = { call, with: carried };
  return new Promise((answer) => {
    const fail = () => answer({ ok: false, sentence: SIDEBAR.unreachable });
    try {
      google.script.run
        .withSuccessHandler((text) => answer(read<Name>(text)))
        .withFailureHandler(fail)
        .ask(JSON.stringify(request));
    } catch {
      fail();
    }
  });
}

function read<Name extends CallName>(text: string): Answer<Name> {
  try {
    return JSON.parse(text) ?? { ok: false, sentence: SIDEBAR.unreachable };
  } catch {
    return { ok: false, sentence: SIDEBAR.unreachable };
  }
}

/** Whether the host shows documents beside the page: the workbench does, Google does not. */
export const canShow = (): boolean => google.script.host?.show !== undefined;

/** Shows beside the page where that can be; elsewhere nothing happens. */
export function showBeside(what: Beside): void {
  google.script.host?.show?.(what);
}

/** Closes the dialog that this page stands in; beside a host that has none, nothing happens. */
export function closeDialog(): void {
  google.script.host?.close();
}

/** What is known of a call: the newest good reply stays while it is asked again or fails. */
export type Loaded<Name extends CallName> = {
  readonly reply: Calls[Name]['reply'] | null;
  readonly waiting: boolean;
  readonly failure: string | null;
  readonly load: () => void;
};

/** Asks once when the screen opens, and again when told to or when what it carries changes; late answers to older questions are dropped. */
export function useCall<Name extends CallName>(call: Name, carried: Calls[Name]['request']): Loaded<Name> {
  const [state, setState] = useState<Omit<Loaded<Name>, 'load'>>({ reply: null, waiting: true, failure: null });
  const newest = useRef(0);
  const request = JSON.stringify(carried);
  const load = useCallback(async () => {
    newest.current += 1;
    const mine = newest.current;
    setState((known) => ({ ...known, waiting: true, failure: null }));
    const answer = await askServer<Name>(call, JSON.parse(request));
    if (mine !== newest.current) return;
    setState(({ reply }) => ({
      reply: answer.ok ? answer.reply : reply,
      waiting: false,
      failure: answer.ok ? null : answer.sentence,
    }));
  }, [call, request]);
  useEffect(() => {
    load();
    return () => {
      newest.current += 1;
    };
  }, [load]);
  return { ...state, load };
}
