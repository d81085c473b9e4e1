/** What the engine makes of the script, kept beside the programs of the local host, so that none of them compiles it. */
import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** The sum of the text, by which it is known again, then the engine's own data: every function of it, also those that only run later. */
export function codeCache(code) {
  setFlagsFromString('--no-lazy');
  try {
    const script = new Script(code, { filename: 'Code.js' });
    // Before the data is taken, because data made under other flags is refused.
    setFlagsFromString('--lazy');
    return Buffer.concat([createHash('sha256').update(code).digest(), script.createCachedData()]);
  } finally {
    setFlagsFromString('--lazy');
  }
}
