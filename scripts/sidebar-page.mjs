/** How `src/sidebar` becomes one page without anything outside of it: what the build pushes and the tests open. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';

const FOLDER = 'src/sidebar';
const options = {
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
};

/** The script of the page as the browser runs it. */
export async function sidebarScript() {
  const page = await build({ ...options, entryPoints: [join(FOLDER, 'sidebar.tsx')] });
  return page.outputFiles[0].text;
}

/** The whole page. The rules and sentences that it shares with the script weigh more than all else, so its script travels deflated. */
export async function sidebarPage() {
  const packed = deflateRawSync(await sidebarScript(), { level: 9 }).toString('base64');
  const loader = await build({
    ...options,
    entryPoints: [join(FOLDER, 'start.ts')],
    define: { PACKED: JSON.stringify(packed) },
  });
  const html = text('sidebar.html')
    .replace('/*CSS*/', await styles())
    .replace('/*SCRIPT*/', () => loader.outputFiles[0].text);
  if (html.includes('<?')) throw new Error('sidebar.html holds “<?”, which Apps Script would take for a scriptlet');
  return html;
}

async function styles() {
  const sheets = readdirSync(FOLDER).filter((name) => name.endsWith('.css'));
  const contents = sheets.sort().map(text).join('\n');
  const css = await build({ stdin: { contents, loader: 'css' }, minify: true, charset: 'utf8', write: false });
  return css.outputFiles[0].text;
}

const text = (name) => readFileSync(join(FOLDER, name), 'utf8');
