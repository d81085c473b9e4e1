import type { WhoPort } from '../../app/base/ports.ts';
import type { Session } from '../surface/services.ts';

/**
 * Who runs this. Google hides the active user from a script of another domain; the menu, the page and the daily run all
 * work in the name of their own user, so the effective one is the same person. `''` in a simple trigger.
 */
export function googleWho(session: Session): WhoPort {
  return { email: () => session.getActiveUser().getEmail() || session.getEffectiveUser().getEmail() };
}
