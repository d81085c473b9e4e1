#!/usr/bin/env node
/**
 * clasp 3.4.1 as it behaves where nobody can log in: looks upwards for `.clasp.json`, pulls a manifest of its own over whatever stands
 * there, ends with 0 after some refusals. `fake.json` beside it says who is logged in and what goes wrong, and keeps the remote project.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';

const place = join(dirname(process.argv[1]), 'fake.json');
const state = JSON.parse(readFileSync(place, 'utf8'));
const [command, ...args] = process.argv.slice(2);
const has = (flag) => args.includes(flag);
const option = (name) => (has(name) ? args[args.indexOf(name) + 1] : undefined);
const keep = () => writeFileSync(place, JSON.stringify(state));
const say = (text) => process.stdout.write(`${text}\n`);
const end = (text, code) => {
  process.stderr.write(`${text}\n`);
  process.exit(code);
};
state.calls.push({ args: process.argv.slice(2), cwd: process.cwd() });
keep();

function configPath(folder = process.cwd()) {
  const path = join(folder, '.clasp.json');
  if (existsSync(path)) return path;
  return dirname(folder) === folder ? null : configPath(dirname(folder));
}

/** Only the endings that clasp knows, and of .json the manifest alone. */
function localFiles() {
  const config = configPath();
  if (config === null) end('Project settings not found.', 1);
  const root = join(dirname(config), JSON.parse(readFileSync(config, 'utf8')).rootDir ?? '.');
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  const isPushed = (name) => ['.js', '.gs', '.html'].includes(extname(name)) || name === 'appsscript.json';
  return names.filter(isPushed).map((name) => relative(process.cwd(), join(root, name)));
}

function create() {
  if (configPath() !== null) end('Project file already exists.', 0);
  if (!state.loggedIn) end('No credentials found.', 1);
  if (state.fails === 'api-off') end('User has not enabled the Apps Script API.', 1);
  const parentId = option('--type') === 'sheets' ? 'sheet-made-by-clasp-0001' : option('--parentId');
  const scriptId = 'script-made-by-clasp-0002';
  say(
    `Created new document: https://drive.google.com/open?id=${parentId}\nCreated new script: https://script.google.com/d/${scriptId}/edit`,
  );
  if (state.fails === 'pull') end('Request failed.', 1);
  writeFileSync('appsscript.json', '{"timeZone":"America/New_York","dependencies":{},"runtimeVersion":"V8"}');
  writeFileSync(
    '.clasp.json',
    JSON.stringify({ scriptId, rootDir: '', parentId, filePushOrder: [], skipSubdirectories: false }, null, 2),
  );
}

function push() {
  if (!state.loggedIn) end('No credentials found.', 1);
  const files = localFiles();
  const sources = Object.fromEntries(files.map((path) => [path, readFileSync(path, 'utf8')]));
  const changed = files.filter((path) => state.remote[path] !== sources[path]);
  if (changed.length === 0) return say(has('--json') ? '[]' : 'Script is already up to date.');
  if (changed.some((path) => path.endsWith('appsscript.json')) && !has('--force')) return has('--json') || say('Skipping push.');
  state.remote = sources;
  keep();
  say(has('--json') ? JSON.stringify(files) : `Pushed ${files.length} files.`);
}

/** As Google gives a script back: every file by its bare name, without the blanks at its end. */
function clone() {
  if (!state.loggedIn) end('No credentials found.', 1);
  for (const [path, text] of Object.entries(state.remote)) writeFileSync(path.replace(/^.*\//u, ''), text.trimEnd());
  writeFileSync('.clasp.json', '{}');
}

if (command === 'clone-script') clone();
else if (command === 'show-authorized-user') say(JSON.stringify({ loggedIn: state.loggedIn }));
else if (command === 'create-script') create();
else if (command === 'show-file-status') say(JSON.stringify({ filesToPush: localFiles(), untrackedFiles: [] }));
else if (command === 'push') push();
else end(`Unknown command "clasp ${command}"`, 1);
