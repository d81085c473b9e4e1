/** How `src/sidebar` becomes one page without anything outside of it: what the build pushes and the tests open. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const FOLDER = 'src/sidebar';

export async function sidebarPage() {
  const page = await build({
    entryPoints: [join(FOLDER, 'sidebar.tsx')],
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
  const sheets = readdirSync(FOLDER).filter((name) => name.endsWith('.css'));
  const css = await build({
    stdin: { contents: sheets.sort().map(text).join('\n'), loader: 'css' },
    minify: true,
    charset: 'utf8',
    write: false,
  });
  const script = page.outputFiles[0].text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const html = text('sidebar.html')
    .replace('/*CSS*/', () => css.outputFiles[0].text)
    .replace('/*SCRIPT*/', () => script);
  if (html.includes('<?')) throw new Error('sidebar.html holds “<?”, which Apps Script would take for a scriptlet');
  return html;
}

const text = (name) => readFileSync(join(FOLDER, name), 'utf8');
