/** The script that Google runs, as text: the same sources make the same bytes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { googleBundle } from './bundling.mjs';
import { linkRooms } from './link-rooms.mjs';
import { squeeze } from './squeeze.mjs';

/** Digits of the script's own sum that its version ends with. */
const STAMP = 8;

/**
 * The whole of `Code.js`, its globals, the bytes that every edit evaluates, and the files it is made of. The names that it offers stand at
 * its end as real declarations, which is what menus, triggers and google.script.run look for.
 */
export async function googleScript() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const unstamped = `${version}+${'0'.repeat(STAMP)}`;
  const { code: linked, globals, rooms, inputs } = await linkRooms(googleBundle, { BUILD_VERSION: JSON.stringify(unstamped) });
  const { code: small, eagerBytes } = await squeeze(linked, rooms);
  if (small.split(unstamped).length !== 2) throw new Error('Bug: the version stands not once in the script');
  const code = small.replace(unstamped, `${version}+${createHash('sha256').update(small).digest('hex').slice(0, STAMP)}`);
  const footer = globals.map((name) => `function ${name}() { return SoCchc.${name}(...arguments); }\n`).join('');
  return { code: code + footer, globals, eagerBytes, inputs };
}
