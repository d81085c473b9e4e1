/** Builds, then runs one program of the local host: `node scripts/run.mjs start|cli …`. */
import './build.mjs';

const [, , program, ...rest] = process.argv;
if (program !== 'start' && program !== 'cli') throw new Error(`unknown program ${program}`);
process.argv.splice(2, process.argv.length - 2, ...rest);
await import(`../build/${program}.mjs`);
