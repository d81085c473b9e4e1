/** `npm run bench -- calls | xlsx`: what each action costs in service calls, or reading and writing .xlsx beside excelts and mere inflating. */
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
} else {
  process.argv.splice(2, 0, 'bench');
  await import('./run.mjs');
}
