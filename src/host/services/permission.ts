import { isSimple } from '../core/entry.ts';
import type { Environment } from '../core/environment.ts';
import { GoogleError } from '../core/google-error.ts';
import { SCOPE_BASE } from '../core/manifest.ts';

/** A call, and the scopes of which the manifest must list one (docs/platform.md#scopes). */
export type Guarded = { readonly call: string; readonly scopes: readonly string[] };

/** Throws Google's refusal when the manifest lists none of the scopes. */
export function demandScope(environment: Environment, guarded: Guarded): void {
  if (!guarded.scopes.some((scope) => environment.scopes.has(scope))) throw refusal(environment, guarded);
}

/** The same for what belongs to a person: a simple trigger, which nobody consented to, may not do it at all. */
export function demandConsent(environment: Environment, guarded: Guarded): void {
  if (isSimple(environment.entry)) throw refusal(environment, guarded);
  demandScope(environment, guarded);
}

function refusal({ entry }: Environment, { call, scopes }: Guarded): GoogleError {
  const wanted = `Required permissions: (${scopes.map((scope) => `${SCOPE_BASE}${scope}`).join(' || ')})`;
  return new GoogleError(
    entry === 'clock'
      ? `The script does not have permission to perform that action. ${wanted}`
      : `You do not have permission to call ${call}. ${wanted}`,
  );
}
