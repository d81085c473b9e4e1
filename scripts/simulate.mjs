/** `npm run simulate -- [--seed 1] [--seconds 60]`: people, clock, mail, locks and kills around toy scripts, without end of chance but by seed. */
import { build } from 'esbuild';

const outfile = 'build/simulate.mjs';
await build({
  entryPoints: ['test/simulation/command.ts'],
  bundle: true,
  platform: 'node',
  packages: 'external',
  target: 'node20',
  format: 'esm',
  charset: 'utf8',
  outfile,
  logLevel: 'error',
});
const { runCommand } = await import(`../${outfile}`);
process.exitCode = runCommand(process.argv.slice(2)) ? 0 : 1;
