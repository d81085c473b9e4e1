/**
 * Whether what was built is what the sources would make now: a stamp keeps the fingerprints of both. By content and not by time,
 * because git, copies and clocks set times as they like.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = 'build/stamp.json';
/** npm's own record of what is installed stands among them: another version of a package is another source. */
const SOURCES = ['src', 'tools', 'scripts', 'docs', 'package.json', 'appsscript.json', 'node_modules/.package-lock.json'];
const BUILT = ['dist', 'build'];

/** Whether the last whole build made `dist/` and `build/` out of these very sources and nobody touched them since. */
export function isFresh() {
  if (!existsSync(STAMP)) return false;
  try {
    const { sources, built } = JSON.parse(readFileSync(STAMP, 'utf8'));
    return Object.entries(built).every(([path, sum]) => existsSync(path) && sumOf(path) === sum) && sources === sumOfSources();
  } catch (failure) {
    if (failure instanceof SyntaxError) return false;
    throw failure;
  }
}

/** Before anything is moved in: a build that is killed between two files must not pass for a whole one. */
export function dropStamp() {
  rmSync(STAMP, { force: true });
}

/** When everything is in its place; `sources` as they were before they were read. */
export function writeStamp(sources) {
  const built = Object.fromEntries(filesUnder(BUILT).map((path) => [path, sumOf(path)]));
  writeFileSync(STAMP, JSON.stringify({ sources, built }));
}

/** One fingerprint of all sources. */
export function sumOfSources() {
  const whole = createHash('sha256');
  for (const path of filesUnder(SOURCES)) whole.update(`${path}\0${sumOf(path)}\n`);
  return whole.digest('hex');
}

const sumOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

function filesUnder(places) {
  return places
    .filter((place) => existsSync(place))
    .flatMap((place) => {
      if (statSync(place).isFile()) return [place];
      const names = readdirSync(place, { recursive: true, withFileTypes: true });
      const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      return files.sort();
    });
}
