/** The script that Google runs, as text: the same sources make the same bytes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { googleBundle } from './bundling.mjs';

/** Digits of the script's own sum that its version ends with. */
const STAMP = 8;

/**
 * The whole of `Code.js`, its globals, the bytes that every execution evaluates, and the files it is made of. The names that it
 * offers stand at its end as real declarations, which is what menus, triggers and google.script.run look for.
 */
export async function googleScript() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const unstamped = `${version}+${'0'.repeat(STAMP)}`;
  const { outputFiles, metafile } = await build({ ...googleBundle, define: { BUILD_VERSION: JSON.stringify(unstamped) } });
  const [{ text }] = outputFiles;
  if (text.split(unstamped).length !== 2) throw new Error('Bug: the version stands not once in the script');
  const stamp = createHash('sha256').update(text).digest('hex').slice(0, STAMP);
  const [{ inputs }] = Object.values(metafile.outputs);
  const globals = await exportsOf(googleBundle.entryPoints[0]);
  const footer = globals.map((name) => `function ${name}() { return SoCchc.${name}(...arguments); }\n`).join('');
  const eager = eagerModules(metafile.inputs, googleBundle.entryPoints[0]);
  const eagerBytes = eager.reduce((sum, path) => sum + (inputs[path]?.bytesInOutput ?? 0), 0);
  return {
    code: text.replace(unstamped, `${version}+${stamp}`) + footer,
    globals,
    eagerBytes,
    inputs: Object.keys(metafile.inputs),
  };
}

/** What a module offers, as the bundler reads it; of a whole script it does not tell. */
async function exportsOf(path) {
  const { metafile } = await build({ entryPoints: [path], bundle: false, format: 'esm', metafile: true, write: false });
  return Object.values(metafile.outputs)[0].exports;
}

/** The module that starts, and all that it imports without `require`. */
function eagerModules(modules, entry) {
  const reached = new Set([entry]);
  for (const path of reached)
    for (const { path: next, kind } of modules[path].imports) if (kind === 'import-statement') reached.add(next);
  return [...reached];
}
