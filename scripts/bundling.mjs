/** How `src/google/main.ts` becomes one script: the options that the build and the tests of the bundle share. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { packedWords } from './pack-words.mjs';
import { smallDocxtemplater } from './small-docxtemplater.mjs';

const DOM = resolve('src/paper/docx/dom.ts');

/** docxtemplater reads two small parts with a whole DOM of 87 kB; `dom.ts` gives it what it asks for. */
const smallDom = {
  name: 'small-dom',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^@xmldom\/xmldom$/ }, () => ({ path: DOM }));
  },
};

const TEMPLATE = resolve('src/paper/template');

/** The parts of the .docx template, which few executions read, travel together and deflated, a fifth of their size. */
const packedTemplate = {
  name: 'packed-template',
  setup: ({ onLoad, onResolve }) => {
    const names = readdirSync(TEMPLATE)
      .filter((name) => /\.(xml|rels)$/u.test(name))
      .sort();
    const parts = deflateRawSync(names.map((name) => text(join(TEMPLATE, name))).join('\0'), { level: 9 }).toString('base64');
    onResolve({ filter: /^packed-template$/ }, ({ path }) => ({ path, namespace: 'packed-template' }));
    onLoad({ filter: /.*/, namespace: 'packed-template' }, () => ({
      resolveDir: resolve('.'),
      contents: `import { unpack } from './src/paper/zip/pack.ts';\nexport const parts = unpack(${JSON.stringify(parts)}).split('\\0');`,
    }));
    onLoad({ filter: /paper[/\\]template[/\\][^/\\]+\.(xml|rels)$/ }, ({ path }) => ({
      contents: `import { parts } from 'packed-template';\nexport default parts[${names.indexOf(basename(path))}];`,
    }));
  },
};

const text = (path) => readFileSync(path, 'utf8');

const options = {
  entryPoints: ['src/google/main.ts'],
  bundle: true,
  target: 'es2020',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  plugins: [smallDom, smallDocxtemplater, packedTemplate],
  metafile: true,
  write: false,
  logLevel: 'error',
};

export const googleBundle = { ...options, plugins: [...options.plugins, packedWords(options)] };
