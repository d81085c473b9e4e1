/** The page of the local workbench as one file: script, styles and the viewer of papers within, nothing fetched from elsewhere. */
import { readFileSync } from 'node:fs';
import { build, transform } from 'esbuild';

const FOLDER = 'src/workbench';
/** In the order in which the later one wins. */
const STYLES = ['base', 'top', 'menu', 'middle', 'notices', 'grid', 'cells', 'field', 'tabs', 'windows', 'files', 'narrow'];

async function bundled(entry) {
  const { outputFiles } = await build({
    entryPoints: [`${FOLDER}/${entry}`],
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
  return outputFiles[0].text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

/** `__NONCE__`, `__TOKEN__` and `__WINDOW__` are filled in by the server at each answer. */
export async function workbenchPage() {
  const [script, paper] = await Promise.all([bundled('workbench.tsx'), bundled('paper-viewer.ts')]);
  const css = STYLES.map((name) => readFileSync(`${FOLDER}/styles/${name}.css`, 'utf8')).join('\n');
  const small = await transform(css, { loader: 'css', minify: true, charset: 'utf8' });
  return readFileSync(`${FOLDER}/workbench.html`, 'utf8')
    .replace('/*CSS*/', () => small.code)
    .replace('/*PAPER*/', () => paper)
    .replace('/*SCRIPT*/', () => script);
}
