/**
 * Google's command line, as `package.json` pins it. Its exit code is not to be trusted (it says «Project file already exists.», and
 * «Skipping push.», and ends with 0), so what it did is looked at instead.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LOGIN = 'npx clasp login';
/** What stands in `.clasp.json` of the repository. */
const PLACEHOLDER = 'PUT-THE-SCRIPT-ID-HERE';
const CONFIG = '.clasp.json';

/** A reason to stop that a person can act on. */
export class Stop extends Error {}

/** Runs clasp there and gives what it printed; its complaints go straight to the screen. `CCHC_CLASP`: another program to run instead. */
export function clasp(args, cwd = '.') {
  const [program, ...first] = command();
  const { stdout, status, error } = spawnSync(program, [...first, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  if (error !== undefined) throw new Stop(`${program} cannot be run: ${error.message}`);
  return { stdout, ok: status === 0 };
}

/** The file itself, so that no shell stands between, which on Windows would split arguments at spaces. */
function command() {
  const { CCHC_CLASP: other } = process.env;
  return other === undefined ? [process.execPath, fileURLToPath(import.meta.resolve('@google/clasp'))] : [other];
}

/** What clasp printed as JSON, or `null`. */
export function printedJson({ stdout, ok }) {
  try {
    return ok ? JSON.parse(stdout) : null;
  } catch {
    return null;
  }
}

/** Whether clasp can speak to Google in somebody's name. */
export function isLoggedIn() {
  return printedJson(clasp(['show-authorized-user', '--json']))?.loggedIn === true;
}

/** Stops when nobody is logged in: everything else would fail later, and less clearly. */
export function demandLogin() {
  if (!isLoggedIn())
    throw new Stop(
      `Nobody is logged in to Google.\n  1. ${LOGIN}\n  2. Switch the Apps Script API on: https://script.google.com/home/usersettings`,
    );
}

/** Our `.clasp.json`; `scriptId` is `null` as long as it is the repository's own. */
export function readConfig() {
  const held = JSON.parse(readFileSync(CONFIG, 'utf8'));
  return { ...held, scriptId: held.scriptId === PLACEHOLDER || held.scriptId === '' ? null : held.scriptId };
}

export function writeConfig(config) {
  writeFileSync(CONFIG, `${JSON.stringify(config, null, 2)}\n`);
}

/** Runs a script's work; a `Stop` is told, and makes the exit code 1. */
export function run(work) {
  try {
    work();
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    process.stderr.write(`${stop.message}\n`);
    process.exitCode = 1;
  }
}
