/** A program of the tests, in TypeScript, as one file that Node runs. */
import { build } from 'esbuild';

/** Writes `outfile`, and says its name again. */
export async function toolScript(entry, outfile) {
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    packages: 'external',
    target: 'node20',
    format: 'esm',
    charset: 'utf8',
    loader: { '.xml': 'text', '.rels': 'text' },
    outfile,
    logLevel: 'error',
  });
  return outfile;
}
