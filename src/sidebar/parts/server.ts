import type { Answer, CallName, CallRequest, Calls } from '../../app/calls.ts';
import { SIDEBAR } from '../../words/pages/sidebar.ts';

/** The part of `google.script.run` that the page uses: the host's one door. */
type Run = {
  withSuccessHandler(handle: (answer: string) => void): Run;
  withFailureHandler(handle: () => void): Run;
  ask(request: string): void;
};
declare const google: { readonly script: { readonly run: Run; readonly host?: { close(): void } } };

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

/** Closes the dialog that this page stands in; beside a host that has none, nothing happens. */
export function closeDialog(): void {
  google.script.host?.close();
}
