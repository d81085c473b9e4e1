import type { Google } from '../surface/google.ts';

/**
 * Asks the person for every permission that is still lacking, and ends the execution until it is given. Google lets a person tick only some
 * (https://developers.google.com/apps-script/concepts/scopes), and what is left out would fail one day, when nobody remembers why.
 */
export function consentToAll({ ScriptApp }: Pick<Google, 'ScriptApp'>): void {
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
}
