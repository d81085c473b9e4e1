/**
 * How `src/google/main.ts` becomes one script: the options that the build and the tests of the bundle share. `require` in
 * `src/google/lazy.ts` makes the bundler evaluate what it names, and what only that needs, when it is first asked for.
 */
export const googleBundle = {
  entryPoints: ['src/google/main.ts'],
  bundle: true,
  format: 'iife',
  globalName: 'SoCchc',
  target: 'es2020',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  loader: { '.xml': 'text', '.rels': 'text' },
  metafile: true,
  write: false,
  logLevel: 'error',
};
