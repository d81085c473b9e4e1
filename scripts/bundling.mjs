/** How `src/google/main.ts` becomes one script: the options that the build and the tests of the bundle share. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { packedWords } from './pack-words.mjs';

const LIBRARY = resolve('node_modules/docxtemplater/js');
const DOM = resolve('src/paper/docx/dom.ts');

/** docxtemplater reads two small parts with a whole DOM of 87 kB; `dom.ts` gives it what it asks for. */
const smallDom = {
  name: 'small-dom',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^@xmldom\/xmldom$/ }, () => ({ path: DOM }));
  },
};

/** Parts of docxtemplater that no call of ours reaches, each with what stands in for it. */
const UNUSED = {
  // Checks the options of the constructor, which the compiler does here.
  'minizod.js': `const any = { validate: (value) => ({ success: true, value }) };
any.optional = any.nullable = any.strict = () => any;
const kind = () => any;
module.exports = { string: kind, boolean: kind, number: kind, function: kind, object: kind, array: kind, union: kind, any: kind };`,
  // Lists the tags of a template; `src/paper/template/check-template.ts` does, as Word shows them.
  'get-tags.js': 'module.exports = {};',
  // Only for what renders later; here everything is known at once.
  'resolve.js': `module.exports = () => { throw new Error('Bug: nothing is rendered later here'); };`,
  // Errors are answered, never logged (\`errorLogging: false\`).
  'error-logger.js': 'module.exports = () => undefined;',
  // What is wrong with a template is found and said before the engine sees it (`src/paper/template/check-template.ts`): its own
  // English explanations would reach nobody. An error stays an error of its kind's name.
  'errors.js': `class Failure extends Error {}
const made = (kind) => {
  const failure = new Failure(kind);
  failure.properties = { id: kind };
  if (kind.startsWith('throw')) throw failure;
  return failure;
};
module.exports = new Proxy({}, { get: (_, kind) => (/^(XT|Rendering)/u.test(kind) ? Failure : () => made(kind)) });`,
};
/** Without the tests, and without what an application asks for by its own path. */
const IN_USE = /^(?:modules\/)?(?!expressions|debugger|inspect|memory|test)[\w-]+\.js$/u;
const HELPER = /^function (_\w+|ownKeys)\(.*\}$/gmu;

/**
 * docxtemplater is published with the same helpers of its compiler written out in each file, 20 kB of them: here each stands
 * once, word for word. What is never used is left out.
 */
const smallDocxtemplater = {
  name: 'small-docxtemplater',
  setup: ({ onLoad, onResolve }) => {
    const files = readdirSync(LIBRARY, { recursive: true, encoding: 'utf8' }).filter((file) => IN_USE.test(file));
    const helpers = new Map();
    for (const [line, name] of files.flatMap((file) => [...text(join(LIBRARY, file)).matchAll(HELPER)])) {
      if ((helpers.get(name) ?? line) !== line) throw new Error(`docxtemplater has two helpers called ${name}`);
      helpers.set(name, line);
    }
    onResolve({ filter: /^docxtemplater-helpers$/ }, ({ path }) => ({ path, namespace: 'helpers' }));
    onLoad({ filter: /.*/, namespace: 'helpers' }, () => ({
      contents: `${[...helpers.values()].join('\n')}\nmodule.exports = { ${[...helpers.keys()].join(', ')} };`,
    }));
    onLoad({ filter: /docxtemplater[/\\]js[/\\].*\.js$/ }, ({ path }) => {
      const unused = UNUSED[basename(path)];
      if (unused !== undefined) return { contents: unused };
      const used = [...text(path).matchAll(HELPER)].map(([, name]) => name);
      const own = text(path).replace(HELPER, '');
      return { contents: used.length === 0 ? own : `var { ${used.join(', ')} } = require('docxtemplater-helpers');\n${own}` };
    });
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
  const packed = deflateRawSync(content, { level: 9 }).toString('base64');
  return {
    loader: 'js',
    resolveDir: resolve('.'),
    contents: `module.exports = ${reader}(require('./src/paper/zip/pack.ts').unpack(${JSON.stringify(packed)}));`,
  };
}

const options = {
  entryPoints: ['src/google/main.ts'],
  bundle: true,
  target: 'es2020',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  loader: { '.xml': 'text', '.rels': 'text' },
  plugins: [smallDom, smallDocxtemplater, packed],
  metafile: true,
  write: false,
  logLevel: 'error',
};

export const googleBundle = { ...options, plugins: [...options.plugins, packedWords(options)] };
