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

/** pizzip packs with pako, 48 kB; fflate does the same two things in 9 kB. */
const smallDeflate = {
  name: 'small-deflate',
  setup: ({ onLoad }) => {
    onLoad({ filter: /pizzip[/\\]js[/\\]flate\.js$/ }, () => ({
      resolveDir: resolve('.'),
      contents: `import { deflateSync, inflateSync } from 'fflate';
export const magic = '\\x08\\x00';
export const compressInputType = 'uint8array';
export const uncompressInputType = 'uint8array';
export const compress = (input) => deflateSync(input, { level: 6, mem: 8 });
export const uncompress = (input) => inflateSync(input);`,
    }));
  },
};

/** docxtemplater checks its options with a validator of 5 kB; ours are one constant, which its types check. */
const trustedOptions = {
  name: 'trusted-options',
  setup: ({ onLoad }) => {
    onLoad({ filter: /docxtemplater[/\\]js[/\\]minizod\.js$/ }, () => ({
      contents: `const any = new Proxy({ validate: (value) => ({ success: true, value }) }, { get: (of, name) => of[name] || (() => any) });
module.exports = any;`,
    }));
  },
};

/**
 * Long texts that few executions read travel deflated, a quarter of their size: a plan template is read once in a sheet's
 * life, the two large parts of the .docx template only when a paper is set.
 */
const packed = {
  name: 'packed',
  setup: ({ onLoad }) => {
    onLoad({ filter: /plan-templates[/\\].*\.json$/ }, ({ path }) =>
      unpacking(JSON.stringify(JSON.parse(text(path))), 'JSON.parse'),
    );
    onLoad({ filter: /paper[/\\]template[/\\](styles|document)\.xml$/ }, ({ path }) => unpacking(text(path), ''));
  },
};

const text = (path) => readFileSync(path, 'utf8');

/** A module that is `content` again once it is evaluated, read by `reader`. */
function unpacking(content, reader) {
  const zip = new PizZip();
  zip.file('text', content, { date: new Date(2000, 0, 1) });
  const bytes = JSON.stringify(zip.generate({ type: 'base64', compression: 'DEFLATE' }));
  return {
    loader: 'js',
    resolveDir: resolve('.'),
    contents: `const PizZip = require('pizzip');
module.exports = ${reader}(new PizZip(${bytes}, { base64: true }).file('text').asText());`,
  };
}

export const googleBundle = {
  entryPoints: ['src/google/main.ts'],
  bundle: true,
  target: 'es2019',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  loader: { '.xml': 'text', '.rels': 'text' },
  plugins: [smallDom, smallDeflate, trustedOptions, packed],
  metafile: true,
  write: false,
  logLevel: 'error',
};
