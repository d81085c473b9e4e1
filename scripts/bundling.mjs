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
/** Its compiler's machine for what renders later, 4 kB: defined when the library is evaluated, never run. */
const UNUSED_HELPERS = {
  _regeneratorDefine2: 'function _regeneratorDefine2() {}',
  _regenerator: 'function _regenerator() { return { m: (step) => step }; }',
  _asyncToGenerator: `function _asyncToGenerator() { return () => { throw new Error('Bug: nothing is rendered later here'); }; }`,
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
    for (const [name, line] of Object.entries(UNUSED_HELPERS)) helpers.set(name, line);
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
