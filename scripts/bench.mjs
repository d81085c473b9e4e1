/** `npm run bench -- calls | page | xlsx`: what each action costs in service calls, how long a person waits at the workbench, or reading and writing .xlsx beside excelts and mere inflating. */
import { build } from 'esbuild';

const [, , what] = process.argv;
if (what === 'xlsx') {
  // Not in build/, which another build sweeps.
  const outfile = (name) => `node_modules/.cache/so-cchc/bench-${name}.mjs`;
  for (const name of ['xlsx', 'xlsx-child'])
    await build({
      entryPoints: [`test/bench/${name}.ts`],
      bundle: true,
      platform: 'node',
      packages: 'external',
      target: 'node20',
      format: 'esm',
      charset: 'utf8',
      outfile: outfile(name),
      logLevel: 'error',
    });
  const { benchXlsx } = await import(`../${outfile('xlsx')}`);
  await benchXlsx(outfile('xlsx-child'));
} else if (what === 'page') {
  await import('./build.mjs');
  // Beside the built programs, whose neighbours it looks for.
  const outfile = 'build/bench-page.mjs';
  await build({
    entryPoints: ['test/bench/page.ts'],
    bundle: true,
    platform: 'node',
    packages: 'external',
    target: 'node20',
    format: 'esm',
    charset: 'utf8',
    outfile,
    logLevel: 'error',
  });
  const { benchPage } = await import(`../${outfile}`);
  await benchPage(process.env.CHROMIUM ?? '/usr/bin/chromium');
} else {
  process.argv.splice(2, 0, 'bench');
  await import('./run.mjs');
}
