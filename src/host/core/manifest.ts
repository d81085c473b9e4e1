/** What the host needs of `appsscript.json`. */
export type Manifest = { readonly scopes: ReadonlySet<string>; readonly advanced: ReadonlySet<string> };

/** Every Google scope that a script of ours can ask for begins so. */
export const SCOPE_BASE = 'https://www.googleapis.com/auth/';

/** Reads the manifest's text; a part that is not there grants nothing. */
export function readManifest(text: string): Manifest {
  const held: unknown = JSON.parse(text);
  const scopes = listAt(held, 'oauthScopes').map((scope) => String(scope).replace(SCOPE_BASE, ''));
  const services = listAt(at(held, 'dependencies'), 'enabledAdvancedServices').map((service) =>
    String(at(service, 'userSymbol')),
  );
  return { scopes: new Set(scopes), advanced: new Set(services) };
}

function at(held: unknown, name: string): unknown {
  return typeof held === 'object' && held !== null ? new Map<string, unknown>(Object.entries(held)).get(name) : undefined;
}

function listAt(held: unknown, name: string): readonly unknown[] {
  const found = at(held, name);
  return Array.isArray(found) ? found : [];
}
