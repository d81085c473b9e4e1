/** The page of the local workbench as one file: script, styles and the viewer of papers within, nothing fetched from elsewhere. */
import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { pageScript } from './page-script.mjs';

const FOLDER = 'src/workbench';
/** In the order in which the later one wins. */
const STYLES = [
  'base',
  'top',
  'menu',
  'middle',
  'notices',
  'grid',
  'cells',
  'field',
  'chart',
  'tabs',
  'windows',
  'document',
  'files',
  'print',
  'narrow',
];

async function bundled(entry) {
  const script = await pageScript(`${FOLDER}/${entry}`);
  return script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

/** The worker that holds the stream of news for all pages of a browser. */
export function sharedStream() {
  return pageScript(`${FOLDER}/shared-stream.ts`);
}

/** The page of a consolidated period, whose figures `gather` puts in the place of its mark. */
export async function provincePage() {
  const script = await bundled('province/province.tsx');
  const css = readFileSync(`${FOLDER}/province/province.css`, 'utf8');
  const small = await transform(css, { loader: 'css', minify: true, charset: 'utf8' });
  return readFileSync(`${FOLDER}/province/province.html`, 'utf8')
    .replace('/*CSS*/', () => small.code)
    .replace('/*SCRIPT*/', () => script);
}

/** `__NONCE__`, `__TOKEN__` and `__WINDOW__` are filled in by the server at each answer. */
export async function workbenchPage() {
  const [script, paper] = await Promise.all([bundled('workbench.tsx'), bundled('parts/paper-viewer.ts')]);
  const css = STYLES.map((name) => readFileSync(`${FOLDER}/styles/${name}.css`, 'utf8')).join('\n');
  const small = await transform(css, { loader: 'css', minify: true, charset: 'utf8' });
  return readFileSync(`${FOLDER}/workbench.html`, 'utf8')
    .replace('/*CSS*/', () => small.code)
    .replace('/*PAPER*/', () => paper)
    .replace('/*SCRIPT*/', () => script);
}
