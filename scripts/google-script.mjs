/** The script that Google runs, as text: the same sources make the same bytes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { googleBundle } from './bundling.mjs';
import { linkRooms } from './link-rooms.mjs';

/**
 * The whole of `Code.js`, its globals, the bytes that every edit evaluates, and the files it is made of. The names that it offers stand at
 * its end as real declarations, which is what menus, triggers and google.script.run look for.
 */
export async function googleScript() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { code: unstamped } = await linkRooms(googleBundle, { BUILD_VERSION: '""' });
  const stamp = createHash('sha256').update(unstamped).digest('hex').slice(0, 8);
  const script = await linkRooms(googleBundle, { BUILD_VERSION: JSON.stringify(`${version}+${stamp}`) });
  const footer = script.globals.map((name) => `function ${name}() { return SoCchc.${name}(...arguments); }\n`).join('');
  return { ...script, code: script.code + footer };
}
