/**
 * `npm run push [-- --only-look]`: brings `dist/` to the script that `.clasp.json` names, if it is what was tested, and nothing
 * but that. clasp replaces the whole project there; without `--force` it would skip a changed manifest and call that success.
 */
import { parseArgs } from 'node:util';
import { clasp, demandLogin, printedJson, readConfig, run, Stop } from './clasp.mjs';
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

function push(values) {
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
      : `Pushed ${pushed.join(', ')}.\n  Reload the sheet: the menu is new at once.\n`,
  );
}

const { values } = parseArgs({ options: { [UNTESTED]: { type: 'boolean' }, 'only-look': { type: 'boolean' } } });
run(() => push(values));
