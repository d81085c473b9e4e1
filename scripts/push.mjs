/**
 * `npm run push [-- --only-look | --check]`: brings `dist/` to the script that `.clasp.json` names, if it is what was tested, and nothing
 * but that; `--check` pushes nothing and says which files would change, by name and size. clasp replaces the whole project there; without `--force` it would skip a changed manifest and call that success.
 */
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { clasp, demandLogin, isLoggedIn, printedJson, readConfig, run, Stop } from './clasp.mjs';
import { differing, fingerprints, lastTested } from './tested.mjs';

/** To be typed out in full: the program of a whole office is about to be replaced by something nobody tried. */
const UNTESTED = 'push-what-was-not-tested';

function demandTested(dist) {
  const tested = lastTested();
  const others = tested === null ? [] : differing(tested.dist, dist);
  if (tested !== null && others.length === 0) {
    process.stdout.write(
      `dist/ is what ${tested.tests} tests passed on${tested.skipped > 0 ? ` (${tested.skipped} were skipped)` : ''}.\n`,
    );
    return;
  }
  const why =
    tested === null ? 'No full run of the tests has passed on it.' : `Other than what was tested: ${others.join(', ')}.`;
  throw new Stop(
    `dist/ is not what was tested. ${why}\n  npm ci && npm test, then npm run push\n  To push it all the same: npm run push -- --${UNTESTED}`,
  );
}

/** What clasp would push must be all of `dist/`: a file more or less is a fault of `.clasp.json` or of an ignore file. */
function demandSame(listed, dist, what) {
  const names = (listed ?? []).map((name) => name.replaceAll('\\', '/')).sort();
  if (names.join('\n') !== Object.keys(dist).sort().join('\n'))
    throw new Stop(
      `clasp ${what} [${names.join(', ')}], but dist/ holds [${Object.keys(dist).join(', ')}]. Nothing is known to be right; look at .clasp.json.`,
    );
}

/** What the project there holds: name → text; `null` where nobody can look. */
function remoteFiles(scriptId) {
  if (scriptId === null || !isLoggedIn()) return null;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'so-cchc-check-')));
  try {
    const { ok } = clasp(['clone-script', scriptId], folder);
    if (!ok) return null;
    const names = readdirSync(folder).filter((name) => name !== '.clasp.json');
    return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One line a file. Google gives a script back without the blanks at its end. */
function check() {
  const local = new Map(Object.keys(fingerprints()).map((path) => [basename(path), readFileSync(path, 'utf8')]));
  const there = remoteFiles(readConfig().scriptId);
  const size = (text) => (text === undefined ? '-' : `${Buffer.byteLength(text).toLocaleString('en')} B`);
  const fate = (mine, theirs) => {
    if (there === null) return '?';
    if (theirs === undefined) return 'new';
    if (mine === undefined) return 'goes';
    return mine.trimEnd() === theirs.trimEnd() ? 'same' : 'changes';
  };
  const names = [...new Set([...local.keys(), ...(there?.keys() ?? [])])].sort();
  const line = (name) => [
    name.padEnd(34),
    size(local.get(name)).padStart(12),
    size(there?.get(name)).padStart(12),
    fate(local.get(name), there?.get(name)),
  ];
  const head = ['file'.padEnd(34), 'here'.padStart(12), 'there'.padStart(12), ''];
  process.stdout.write(`${[head, ...names.map(line)].map((cells) => cells.join('  ').trimEnd()).join('\n')}\n`);
  if (there === null)
    process.stdout.write(
      'What is there is not known: nobody is logged in, or .clasp.json names no script yet. Nothing was pushed.\n',
    );
  else process.stdout.write('Nothing was pushed.\n');
}

function push(values) {
  if (values.check === true) return check();
  const dist = fingerprints();
  if (readConfig().scriptId === null && values['only-look'] !== true)
    throw new Stop('.clasp.json names no script yet.\n  npm run create, or write the id of the script there.');
  if (values[UNTESTED] !== true) demandTested(dist);
  if (values['only-look'] !== true) demandLogin();
  const listed = printedJson(clasp(['show-file-status', '--json']))?.filesToPush;
  demandSame(listed, dist, 'would push');
  process.stdout.write(`clasp would push ${listed.length} files: ${listed.join(', ')}.\n`);
  if (values['only-look'] === true) return;
  const pushed = printedJson(clasp(['push', '--force', '--json']));
  if (pushed === null) throw new Stop('Nothing was pushed; clasp has said why.');
  if (pushed.length > 0) demandSame(pushed, dist, 'pushed');
  process.stdout.write(
    pushed.length === 0
      ? 'The script there is the same already.\n'
      : `Pushed ${pushed.join(', ')}.\n  Reload the sheet: the menu is new at once.\n  Reports go to Drive only while its service is on: in the sheet, Tiện ích mở rộng (Extensions) ▸ Apps Script ▸ Dịch vụ (Services);\n  a push may leave it off (google/clasp#1151): remove Drive there and add Drive API again. Without it files are downloaded.\n`,
  );
}

const { values } = parseArgs({
  options: { [UNTESTED]: { type: 'boolean' }, 'only-look': { type: 'boolean' }, check: { type: 'boolean' } },
});
run(() => push(values));
