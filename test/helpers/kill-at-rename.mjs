/** Loaded before the program: ends its process as a power cut would, at the n-th file that is put in its place. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const [at, moment] = (process.env.KILL_AT_RENAME ?? '').split(' ');
const rename = fs.renameSync;
let count = 0;
const die = () => process.kill(process.pid, 'SIGKILL');

if (isMainThread) {
  fs.renameSync = (from, to) => {
    count += 1;
    if (count === Number(at) && moment === 'before') die();
    rename(from, to);
    if (count === Number(at) && moment === 'after') die();
  };
  syncBuiltinESMExports();
}
process.on('exit', () => {
  if (process.env.COUNT_RENAMES === '1' && isMainThread) process.stderr.write(`renames ${count}\n`);
});
