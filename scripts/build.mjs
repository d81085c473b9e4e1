/** Builds what clasp pushes (`dist/`: Code.js, sidebar.html, the guide, the plans, appsscript.json) and the local host (`build/`). */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { codeCache } from './code-cache.mjs';
import { dropStamp, sumOfSources, writeStamp } from './freshness.mjs';
import { googleScript } from './google-script.mjs';
import { blankPage, guidePage } from './guide-page.mjs';
import { plainPage, sidebarPage } from './sidebar-page.mjs';
import { provincePage, sharedStream, workbenchPage } from './workbench-page.mjs';

const ASIDE = '.building-';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
// Before there is anything to clean: between the two a signal would leave it.
for (const signal of SIGNALS) process.on(signal, stop);
const sources = sumOfSources();
sweep();
/**
 * Built aside and moved in when whole: a build that fails leaves the last good one. Named by the process, so that the next
 * build knows a dead one's.
 */
const aside = mkdtempSync(`${ASIDE}${process.pid}-`);
const dist = join(aside, 'dist');
const local = join(aside, 'build');

async function buildGoogle() {
  const { code, globals, eagerBytes } = await googleScript();
  writeFileSync(join(dist, 'Code.js'), code);
  writeFileSync(join(local, 'Code.cache'), codeCache(code));
  const facts = { globals, bytes: statSync(join(dist, 'Code.js')).size, eagerBytes };
  writeFileSync(join(local, 'bundle.json'), JSON.stringify(facts));
  return facts;
}

/** Each plan as a file of its own, which set-up reads: a script that carried it would be parsed with it at every click. */
function buildPlans() {
  for (const file of readdirSync('src/plan-templates').filter((name) => name.endsWith('.json'))) {
    const plan = JSON.stringify(JSON.parse(readFileSync(join('src/plan-templates', file), 'utf8')));
    // No letter of it may look like a tag.
    writeFileSync(
      join(dist, `plan-${file.replace('.json', '.html')}`),
      plan.replaceAll('<', '\\u003c').replaceAll('&', '\\u0026'),
    );
  }
}

async function buildSidebar() {
  writeFileSync(join(dist, 'sidebar.html'), await sidebarPage());
  writeFileSync(join(dist, 'sidebar-plain.html'), await plainPage());
  writeFileSync(join(dist, 'bang.html'), await blankPage());
  writeFileSync(join(dist, 'huong-dan.html'), await guidePage({ pictures: false }));
}

async function buildLocal() {
  await build({
    entryPoints: {
      cli: 'src/cli/cli.ts',
      start: 'src/cli/start.ts',
      bench: 'tools/bench/calls-and-growth.ts',
      selftest: 'tools/self-test/command.ts',
      surface: 'tools/surface/command.ts',
      province: 'tools/province/command.ts',
      worker: 'src/host/mail/worker.ts',
      'session-worker': 'src/workbench/server/session-worker.ts',
    },
    bundle: true,
    platform: 'node',
    packages: 'external',
    target: 'node20',
    format: 'esm',
    charset: 'utf8',
    outdir: local,
    outExtension: { '.js': '.mjs' },
    sourcemap: true,
    // The templates of documents.
    loader: { '.xml': 'text', '.rels': 'text' },
    logLevel: 'error',
  });
}

/** The page of `npm start` and its worker; never pushed to Google. */
async function buildWorkbench() {
  writeFileSync(join(local, 'workbench.html'), await workbenchPage());
  writeFileSync(join(local, 'shared-stream.js'), await sharedStream());
  writeFileSync(join(local, 'province.html'), await provincePage());
  writeFileSync(join(local, 'huong-dan.html'), await guidePage({ pictures: true }));
}

/** File by file, each either old or new: a server that runs meanwhile, or another build, never finds one missing. */
function moveIn(from, to) {
  mkdirSync(to, { recursive: true });
  const made = readdirSync(from);
  for (const file of made) renameSync(join(from, file), join(to, file));
  for (const file of readdirSync(to)) if (!made.includes(file)) rmSync(join(to, file), { recursive: true, force: true });
}

/** What killed builds left; one that goes on meanwhile keeps its own. */
function sweep() {
  for (const name of readdirSync('.').filter((each) => each.startsWith(ASIDE))) {
    if (!isRunning(Number.parseInt(name.slice(ASIDE.length), 10))) rmSync(name, { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    return Number.isInteger(pid) && process.kill(pid, 0);
  } catch (failure) {
    // Another user's process is alive, too.
    return failure.code === 'EPERM';
  }
}

/** Whoever stops us finds nothing left; the program that is run next has its own ways to stop. */
function stop(signal) {
  clean();
  process.kill(process.pid, signal);
}

function clean() {
  for (const signal of SIGNALS) process.off(signal, stop);
  rmSync(aside, { recursive: true, force: true });
}

try {
  mkdirSync(dist);
  mkdirSync(local);
  buildPlans();
  const [{ globals, eagerBytes: eager }] = await Promise.all([buildGoogle(), buildSidebar(), buildLocal(), buildWorkbench()]);
  copyFileSync('appsscript.json', join(dist, 'appsscript.json'));
  dropStamp();
  moveIn(dist, 'dist');
  moveIn(local, 'build');
  writeStamp(sources);
  const bytes = (file) => `${file} ${statSync(file).size.toLocaleString('en')} B`;
  process.stdout.write(
    `built ${bytes('dist/Code.js')} (${globals.length} globals, an edit evaluates ${eager.toLocaleString('en')} B), ${bytes('dist/sidebar.html')}, ${bytes('build/workbench.html')}, build/\n`,
  );
} finally {
  clean();
}
