import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `dist/` seen from the built program in `build/`, and from the sources as tests run them; the manifest's own place last. */
const PLACES = ['../dist/', '../../../dist/', '../../../'];

/** The bundle that clasp pushes, the very same bytes. */
export function bundleCode(): string {
  const code = distFile('Code.js');
  if (code === null) throw new Error('Bug: dist/Code.js is missing: run `npm run build`');
  return code;
}

/** What the engine made of that bundle when it was built; `null` when it was not kept, or cannot be read: then it is made again. */
export function bundleCache(): Buffer | null {
  const path = builtFile('Code.cache');
  try {
    return path === null ? null : readFileSync(path);
  } catch {
    return null;
  }
}

/** A page of the bundle, as `createHtmlOutputFromFile` finds it; `null` when there is none. */
export function bundlePage(name: string): string | null {
  return /^[\w-]+$/u.test(name) ? distFile(`${name}.html`) : null;
}

/** The manifest that clasp pushes. */
export function bundleManifest(): string {
  const manifest = distFile('appsscript.json');
  if (manifest === null) throw new Error('Bug: dist/appsscript.json is missing: run `npm run build`');
  return manifest;
}

/** The page of the workbench, which is built beside the programs and never pushed. */
export function workbenchPage(): string {
  return buildFile('workbench.html');
}

/** The worker of that page which holds the stream of news for all pages of a browser. */
export function sharedStream(): string {
  return buildFile('shared-stream.js');
}

/** The guide with its pictures. */
export function guidePage(): string {
  return buildFile('huong-dan.html');
}

/** The page of a consolidated period with its figures, as JSON, within; no text of them can end its script. */
export function provincePage(json: string): string {
  return buildFile('province.html').replace('"DATA"', () => json.replaceAll('<', '\\u003c'));
}

function buildFile(name: string): string {
  const path = builtFile(name);
  if (path === null) throw new Error(`Bug: build/${name} is missing: run \`npm run build\``);
  return readFileSync(path, 'utf8');
}

function builtFile(name: string): string | null {
  const found = [`./${name}`, `../../../build/${name}`].map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return found.find((one) => existsSync(one)) ?? null;
}

function distFile(name: string): string | null {
  const found = PLACES.map((place) => fileURLToPath(new URL(`${place}${name}`, import.meta.url))).find((path) =>
    existsSync(path),
  );
  return found === undefined ? null : readFileSync(found, 'utf8');
}
