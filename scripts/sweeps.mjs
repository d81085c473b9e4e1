/** `npm run test:sweeps [-- files]`: the tests whose lists are long, every case of them. */
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CCHC_SWEEP: '1' },
});
process.exitCode = status ?? 1;
