/** The page of the local workbench as one file: script, styles and the viewer of papers within, nothing fetched from elsewhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { build, transform } from 'esbuild';

const FOLDER = 'src/workbench';

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
  const styles = readdirSync(FOLDER).filter((name) => name.endsWith('.css'));
  // The base first, whatever the names.
  const order = ['workbench.css', ...styles.filter((name) => name !== 'workbench.css').sort()];
  const css = order.map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8')).join('\n');
  const small = await transform(css, { loader: 'css', minify: true, charset: 'utf8' });
  return readFileSync(`${FOLDER}/workbench.html`, 'utf8')
    .replace('/*CSS*/', () => small.code)
    .replace('/*PAPER*/', () => paper)
    .replace('/*SCRIPT*/', () => script);
}
