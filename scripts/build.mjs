/**
 * Builds what clasp pushes (`dist/`: Code.js, sidebar.html, appsscript.json) and the local host (`build/`).
 * Two passes for Code.js because an `iife` metafile lists no exports: the first finds the names, the second writes them as
 * real declarations, which is what menus, triggers and google.script.run look for.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
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
import { googleBundle as google } from './bundling.mjs';

const MAIN = 'src/google/main.ts';
/** Built aside and moved in when whole: a build that fails leaves the last good one. */
const aside = mkdtempSync('.building-');
const dist = join(aside, 'dist');
const local = join(aside, 'build');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

async function buildGoogle() {
  const probe = await build({ ...google, format: 'esm', outfile: 'probe.js', define: { BUILD_VERSION: '""' } });
  const [output] = Object.values(probe.metafile.outputs);
  const stamp = createHash('sha256').update(probe.outputFiles[0].contents).digest('hex').slice(0, 8);
  const footer = output.exports.map((name) => `function ${name}() { return SoCchc.${name}.apply(this, arguments); }`).join('\n');
  const built = await build({
    ...google,
    format: 'iife',
    globalName: 'SoCchc',
    outfile: join(dist, 'Code.js'),
    define: { BUILD_VERSION: JSON.stringify(`${version}+${stamp}`) },
    footer: { js: footer },
    write: true,
  });
  const facts = { globals: output.exports, bytes: statSync(join(dist, 'Code.js')).size, eagerBytes: eagerBytes(built.metafile) };
  writeFileSync(join(local, 'bundle.json'), JSON.stringify(facts));
  return facts;
}

/** Bytes of the modules that every execution evaluates: all that `import` reaches; what `require` reaches waits for its first use. */
function eagerBytes({ inputs, outputs }) {
  const reached = new Set();
  const visit = (path) => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { path: next, kind } of inputs[path].imports) if (kind === 'import-statement' && inputs[next]) visit(next);
  };
  visit(MAIN);
  const [{ inputs: shares }] = Object.values(outputs);
  return [...reached].reduce((sum, path) => sum + (shares[path]?.bytesInOutput ?? 0), 0);
}

async function buildSidebar() {
  const page = await build({
    entryPoints: ['src/sidebar/sidebar.tsx'],
    bundle: true,
    target: 'es2020',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    write: false,
    logLevel: 'error',
  });
  const css = readFileSync('src/sidebar/sidebar.css', 'utf8');
  const script = page.outputFiles[0].text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const html = readFileSync('src/sidebar/sidebar.html', 'utf8')
    .replace('/*CSS*/', () => css)
    .replace('/*SCRIPT*/', () => script);
  if (html.includes('<?')) throw new Error('sidebar.html holds “<?”, which Apps Script would take for a scriptlet');
  writeFileSync(join(dist, 'sidebar.html'), html);
}

async function buildLocal() {
  await build({
    entryPoints: [
      'src/local/cli.ts',
      'src/local/start.ts',
      'src/local/bench.ts',
      'src/local/selftest.ts',
      'src/local/worker.ts',
    ].filter((file) => existsSync(file)),
    bundle: true,
    platform: 'node',
    packages: 'external',
    target: 'node20',
    format: 'esm',
    charset: 'utf8',
    outdir: local,
    outExtension: { '.js': '.mjs' },
    sourcemap: true,
    logLevel: 'error',
  });
}

/** File by file, each either old or new: a server that runs meanwhile, or another build, never finds one missing. */
function moveIn(from, to) {
  mkdirSync(to, { recursive: true });
  const made = readdirSync(from);
  for (const file of made) renameSync(join(from, file), join(to, file));
  for (const file of readdirSync(to)) if (!made.includes(file)) rmSync(join(to, file), { recursive: true, force: true });
}

try {
  mkdirSync(dist);
  mkdirSync(local);
  const { globals, eagerBytes: eager } = await buildGoogle();
  await buildSidebar();
  await buildLocal();
  copyFileSync('appsscript.json', join(dist, 'appsscript.json'));
  moveIn(dist, 'dist');
  moveIn(local, 'build');
  const bytes = (file) => `${file} ${statSync(file).size.toLocaleString('en')} B`;
  process.stdout.write(
    `built ${bytes('dist/Code.js')} (${globals.length} globals, an edit evaluates ${eager.toLocaleString('en')} B), ${bytes('dist/sidebar.html')}, build/\n`,
  );
} finally {
  rmSync(aside, { recursive: true, force: true });
}
