import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** `npm test` builds first; a single test file run alone builds when nothing is there. */
export function ensureBuilt(): void {
  if (existsSync('dist/Code.js') && existsSync('build/workbench.html')) return;
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'pipe' });
}
