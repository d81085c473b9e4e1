/** How `src/google/main.ts` becomes one script: the options that the build and the tests of the bundle share. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import PizZip from 'pizzip';

const DOM = resolve('src/paper/docx/dom.ts');

/** docxtemplater reads two small parts with a whole DOM of 87 kB; `dom.ts` gives it what it asks for. */
const smallDom = {
  name: 'small-dom',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^@xmldom\/xmldom$/ }, () => ({ path: DOM }));
  },
};

/** A plan template is read once in a sheet's life: it travels deflated, a quarter of its size. */
const packedPlans = {
  name: 'packed-plans',
  setup: ({ onLoad }) => {
    onLoad({ filter: /plan-templates[/\\].*\.json$/ }, ({ path }) => {
      const zip = new PizZip();
      zip.file('plan.json', JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))), { date: new Date(2000, 0, 1) });
      const packed = zip.generate({ type: 'base64', compression: 'DEFLATE' });
      return {
        loader: 'js',
        resolveDir: resolve('.'),
        contents: `const PizZip = require('pizzip');
module.exports = JSON.parse(new PizZip(${JSON.stringify(packed)}, { base64: true }).file('plan.json').asText());`,
      };
    });
  },
};

export const googleBundle = {
  entryPoints: ['src/google/main.ts'],
  bundle: true,
  target: 'es2019',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  loader: { '.xml': 'text', '.rels': 'text' },
  plugins: [smallDom, packedPlans],
  metafile: true,
  write: false,
  logLevel: 'error',
};
