/**
 * Loaded before a program (`node --import`): counts every call that changes a file, and at step `CCHC_STEP` kills the process
 * itself with SIGKILL (`before` the call, or `half`way through a write), or lets the call fail with `CCHC_FAIL`.
 * Renames can be made slow, or busy for a while, as on a network folder.
 */
import { createRequire, syncBuiltinESMExports } from 'node:module';

const fs = createRequire(import.meta.url)('node:fs');
const { CCHC_STEP, CCHC_HOW, CCHC_FAIL, CCHC_STEPS_TO, CCHC_SLOW_RENAME, CCHC_BUSY_RENAMES } = process.env;
const plain = { writeSync: fs.writeSync, writeFileSync: fs.writeFileSync, appendFileSync: fs.appendFileSync };
const target = CCHC_STEP === undefined ? -1 : Number(CCHC_STEP);
const steps = [];
let busy = Number(CCHC_BUSY_RENAMES ?? 0);

const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
const failure = (code) => Object.assign(new Error(`${code}: injected`), { code });

function die() {
  process.kill(process.pid, 'SIGKILL');
  for (;;) pause(1000);
}

/** Half of what was to be written, by the true function. */
function writeHalf(name, [where, content]) {
  const bytes = Buffer.from(content);
  plain[name](where, bytes.subarray(0, Math.floor(bytes.length / 2)));
}

const isMine = (name, args) => !((name === 'writeSync' && args[0] <= 2) || (name === 'openSync' && /^r$/u.test(String(args[1]))));

/** What happens at the chosen step: the end of the process, or a failure of the call. */
function strike(name, args) {
  if (CCHC_HOW === 'half' && name in plain) writeHalf(name, args);
  if (CCHC_FAIL !== undefined) throw failure(CCHC_FAIL);
  die();
}

function slowly() {
  if (CCHC_SLOW_RENAME !== undefined) pause(Number(CCHC_SLOW_RENAME));
  if (busy === 0) return;
  busy -= 1;
  throw failure('EBUSY');
}

const CHANGING =
  'openSync writeSync writeFileSync appendFileSync fsyncSync fchmodSync ftruncateSync closeSync linkSync renameSync unlinkSync rmSync';
for (const name of CHANGING.split(' ')) {
  const original = fs[name];
  fs[name] = (...args) => {
    if (!isMine(name, args)) return original.apply(fs, args);
    steps.push(name);
    if (steps.length - 1 === target) strike(name, args);
    if (name === 'renameSync') slowly();
    return original.apply(fs, args);
  };
}
syncBuiltinESMExports();
if (CCHC_STEPS_TO !== undefined) process.on('exit', () => plain.writeFileSync(CCHC_STEPS_TO, JSON.stringify(steps)));
