/** How a page's own code becomes one script: the page at the side and the workbench alike. */
import { build } from 'esbuild';

/** The text of the script; `define` names what stands in it for the bundler. */
export async function pageScript(entry, define = {}) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    target: 'es2020',
    // HtmlService takes `//` and `/*` within template literals for comments.
    supported: { 'template-literal': false },
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define,
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}
