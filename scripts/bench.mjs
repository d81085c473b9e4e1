/**
 * `npm run bench -- calls | page | xlsx`: what each action costs in service calls, how long a person waits at the workbench, or
 * reading and writing .xlsx beside excelts and mere inflating.
 */
import { toolScript } from './tool-script.mjs';

const [, , what] = process.argv;
if (what === 'xlsx') {
  // Not in build/, which another build sweeps.
  const made = (name) => toolScript(`tools/bench/${name}.ts`, `node_modules/.cache/so-cchc/bench-${name}.mjs`);
  const [main, child] = [await made('xlsx'), await made('xlsx-child')];
  const { benchXlsx } = await import(`../${main}`);
  await benchXlsx(child);
} else if (what === 'page') {
  await import('./build.mjs');
  // Beside the built programs, whose neighbours it looks for.
  const { benchPage } = await import(`../${await toolScript('tools/bench/page.ts', 'build/bench-page.mjs')}`);
  await benchPage(process.env.CHROMIUM ?? '/usr/bin/chromium');
} else {
  process.argv.splice(2, 0, 'bench');
  await import('./run.mjs');
}
