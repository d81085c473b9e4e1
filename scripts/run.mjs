/**
 * Builds if the sources are other than what was built, then runs one program of the local host: `node scripts/run.mjs
 * start|cli|bench|selftest|surface|province …`.
 */
import { isFresh } from './freshness.mjs';

const [, , program, ...rest] = process.argv;
if (!['start', 'cli', 'bench', 'selftest', 'surface', 'province'].includes(program))
  throw new Error(`unknown program ${program}`);
if (!isFresh()) await import('./build.mjs');
process.argv.splice(2, process.argv.length - 2, ...rest);
await import(`../build/${program}.mjs`);
