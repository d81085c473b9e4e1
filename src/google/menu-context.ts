import { ask } from '../app/ask.ts';
import type { Ports } from '../app/base/ports.ts';
import type { Answer, CallName, Calls } from '../app/calls.ts';
import type { Screen } from './screen.ts';
import type { Google } from './surface/google.ts';

/** All that a menu function works with. */
export type MenuContext = { readonly google: Google; readonly ports: Ports; readonly screen: Screen };

/** Asks through the one door, as a page does; a refusal is told and answers `null`. */
export function request<Name extends CallName>(
  { ports, screen }: MenuContext,
  call: Name,
  carried: Calls[Name]['request'],
): Calls[Name]['reply'] | null {
  const answer: Answer<Name> = JSON.parse(ask(ports, JSON.stringify({ call, with: carried })));
  if (answer.ok) return answer.reply;
  screen.tell(answer.sentence);
  return null;
}
