/**
 * `npm run create -- [--title "Sổ CCHC xã …"] [--parent <id or address of a sheet>]`: makes the sheet and the script bound to it, or a script in
 * a sheet that is there, and writes the script's id into `.clasp.json`. clasp works in a temporary folder: where it stands it writes an
 * `appsscript.json` and a `.clasp.json` of its own, and ours must survive.
 */
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { clasp, demandLogin, readConfig, run, Stop, writeConfig } from './clasp.mjs';

const TITLE = 'Sổ CCHC';

/** The id out of a sheet's address, or the id itself. */
function sheetId(given) {
  const [, id = given] = /\/spreadsheets\/d\/([\w-]+)/u.exec(given) ?? [];
  if (!/^[\w-]{20,}$/u.test(id)) throw new Stop(`“${given}” is neither the id nor the address of a Google Sheet.`);
  return id;
}

/** What clasp made: read from the file it leaves, else from what it said, because it may fail after the making. */
function madeIn(folder, said) {
  const path = join(folder, '.clasp.json');
  const { scriptId, parentId } = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const [, toldScript] = /script\.google\.com\/d\/([\w-]+)\/edit/u.exec(said) ?? [];
  const [, toldParent] = /drive\.google\.com\/open\?id=([\w-]+)/u.exec(said) ?? [];
  return { scriptId: scriptId ?? toldScript, parentId: parentId ?? toldParent };
}

function create({ title, parent }) {
  const config = readConfig();
  if (config.scriptId !== null)
    throw new Stop(
      `.clasp.json already names a script (${config.scriptId}), so nothing was made.\n  To bring the program up to date there: npm run push\n  To begin anew with another sheet: git checkout .clasp.json, then npm run create`,
    );
  const wanted = parent === undefined ? ['--type', 'sheets'] : ['--parentId', sheetId(parent)];
  demandLogin();
  // The real path: clasp refuses a folder behind a link, as the temporary one of macOS is.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'so-cchc-create-')));
  try {
    const { stdout } = clasp(['create-script', '--title', title, ...wanted], folder);
    process.stdout.write(stdout);
    const { scriptId, parentId } = madeIn(folder, stdout);
    if (scriptId === undefined)
      throw new Stop(
        `No script was made. If the Apps Script API was off, switch it on (https://script.google.com/home/usersettings); a sheet “${title}” may\nlie empty in your Drive by now: delete it, or give its address: npm run create -- --parent <address>. A sheet that was never touched is refused (google/clasp#1017): open\nit, give it a name or type into a cell, and try again.`,
      );
    writeConfig({ scriptId, rootDir: 'dist', ...(parentId === undefined ? {} : { parentId }) });
    const address = parentId === undefined ? '' : `\n  The sheet: https://docs.google.com/spreadsheets/d/${parentId}/edit`;
    process.stdout.write(`.clasp.json now names the script ${scriptId}.${address}\n  Next: npm test, then npm run push\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { values } = parseArgs({ options: { title: { type: 'string', default: TITLE }, parent: { type: 'string' } } });
run(() => create(values));
