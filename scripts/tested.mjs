/**
 * What was tested: the fingerprints of `dist/` as they stood while every test of the tree ran and passed. A reporter of vitest, so that a
 * run of some files, or one whose `dist/` was built again meanwhile, leaves no such record.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const RECORD = '.tested.json';

/** Name → fingerprint of every file that would be pushed. */
export function fingerprints(folder = 'dist') {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const paths = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hash = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');
  return Object.fromEntries(paths.sort().map((path) => [path.replaceAll('\\', '/'), hash(path)]));
}

/** The record of the last full run that passed, or `null`. */
export function lastTested() {
  return existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, 'utf8')) : null;
}

/** The names of files that differ between two lists of fingerprints. */
export function differing(one, other) {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => one[name] !== other[name]).sort();
}

/** Every test file of the tree. */
function allTests() {
  const names = readdirSync('test', { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /(?<!\.sweep)\.test\.tsx?$/u.test(name)).map((name) => resolve('test', name));
}

/** To stand beside the default reporter in `vitest.config.ts`. */
export class TestedReporter {
  onInit(vitest) {
    this.named = vitest.config.testNamePattern !== undefined;
    this.before = fingerprints();
  }

  onTestRunEnd(modules, errors, reason) {
    const ran = new Set(modules.map(({ moduleId }) => resolve(moduleId)));
    if (this.named || !allTests().every((path) => ran.has(path))) return;
    rmSync(RECORD, { force: true });
    const dist = fingerprints();
    if (reason !== 'passed' || errors.length > 0 || differing(this.before, dist).length > 0) return;
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const skipped = tests.filter((test) => test.result().state === 'skipped').length;
    writeFileSync(RECORD, `${JSON.stringify({ tests: tests.length - skipped, skipped, dist }, null, 2)}\n`);
  }
}
