import { execFileSync } from 'node:child_process';
import { isFresh } from '../../scripts/freshness.mjs';

let isBuilt = false;

/** `npm test` builds first; a test file run alone builds when the sources are other than what was built. */
export function ensureBuilt(): void {
  if (!isBuilt && !isFresh()) execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'pipe' });
  isBuilt = true;
}
