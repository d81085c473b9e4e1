/** `npm run simulate -- [--seed 1] [--seconds 60]`: people, clock, mail, locks and kills around toy scripts, without end of chance but by seed. */
import { toolScript } from './tool-script.mjs';

const { runCommand } = await import(`../${await toolScript('test/simulation/command.ts', 'build/simulate.mjs')}`);
process.exitCode = runCommand(process.argv.slice(2)) ? 0 : 1;
