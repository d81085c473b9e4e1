/** How `src/sidebar` becomes one page without anything outside of it: what the build pushes and the tests open. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { pageScript } from './page-script.mjs';

const FOLDER = 'src/sidebar';

/** The script of the page as the browser runs it. */
export function sidebarScript() {
  return pageScript(join(FOLDER, 'sidebar.tsx'));
}

/** The whole page. The rules and sentences that it shares with the script weigh more than all else, so its script travels deflated. */
export async function sidebarPage() {
  const packed = deflateRawSync(await sidebarScript(), { level: 9 }).toString('base64');
  const loader = await pageScript(join(FOLDER, 'start.ts'), { PACKED: JSON.stringify(packed) });
  return pageOf(loader);
}

/** The same page for browsers that cannot unpack it, or would not run what was unpacked; where this fails too, it says so. */
export async function plainPage() {
  const told = await pageScript(join(FOLDER, 'too-old.ts'));
  return pageOf(`${await sidebarScript()}</script><script>${told}`);
}

async function pageOf(script) {
  const css = await styles();
  const html = text('sidebar.html')
    .replace('/*CSS*/', () => css)
    .replace('/*SCRIPT*/', () => script);
  for (const [sign, why] of Object.entries(REFUSED))
    if (html.includes(sign)) throw new Error(`sidebar.html holds “${sign}”: ${why}`);
  return html;
}

/** What HtmlService would not leave as it is. */
const REFUSED = { '<?': 'Apps Script takes it for a scriptlet', '`': 'HtmlService strips comments within template literals' };

async function styles() {
  const sheets = readdirSync(FOLDER).filter((name) => name.endsWith('.css'));
  const contents = sheets.sort().map(text).join('\n');
  const css = await build({ stdin: { contents, loader: 'css' }, minify: true, charset: 'utf8', write: false });
  return css.outputFiles[0].text;
}

const text = (name) => readFileSync(join(FOLDER, name), 'utf8');
