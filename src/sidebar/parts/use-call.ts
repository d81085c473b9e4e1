import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CallName, Calls } from '../../app/calls.ts';
import { askServer } from './server.ts';

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
