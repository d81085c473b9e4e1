/** docxtemplater without what no call of ours reaches, for the script that Google evaluates. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { parse } from 'acorn';

const LIBRARY = resolve('node_modules/docxtemplater/js');

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
/**
 * Methods of the parts in use that no call of ours reaches, file by file. They all belong to what the engine can do besides `new` and `render()`:
 */
const UNREACHED = {
  // render later (`renderAsync`, for which `resolve.js` is gone too), tell the text or the tags, make the file (`parts-zip.ts`
  // does), be asked by its modules.
  'docxtemplater.js': [
    ...['resolveData', 'renderAsync', 'setData', 'getFullText', 'getTags', 'findModule', 'compileFile'],
    ...['toBuffer', 'toBlob', 'toBase64', 'toUint8Array', 'toArrayBuffer'],
  ],
  'xml-templater.js': ['resolveTags', 'getFullText'],
  'scope-manager.js': ['getValueAsync', 'loopOver'],
  'modules/loop.js': ['resolve'],
  // A presentation is no letter: without its configuration it is refused as a workbook is.
  'file-type-config.js': ['pptx'],
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
export const smallDocxtemplater = {
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
      const own = withoutMethods(text(path).replace(HELPER, ''), UNREACHED[relative(LIBRARY, path).replaceAll('\\', '/')] ?? []);
      return { contents: used.length === 0 ? own : `var { ${used.join(', ')} } = require('docxtemplater-helpers');\n${own}` };
    });
  },
};

/** The source without the methods of these names; a name that is not there is a mistake of the list, or of a newer library. */
function withoutMethods(source, names) {
  if (names.length === 0) return source;
  const places = methodsOf(parse(source, { ecmaVersion: 2022 }));
  const cuts = names.map((name) => {
    const place = places.find((each) => each.name === name);
    if (place === undefined) throw new Error(`docxtemplater has no method ${name} where it was`);
    return place;
  });
  return cuts
    .sort((one, other) => other.start - one.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end).replace(/^\s*,/u, ''), source);
}

/** Methods as its compiler writes them, `{ key: 'name', value: function }`, and properties whose value is a function's name. */
function methodsOf(node) {
  if (node === null || typeof node !== 'object') return [];
  if (Array.isArray(node)) return node.flatMap(methodsOf);
  const { type, start, end } = node;
  const key = type === 'ObjectExpression' ? node.properties.find((each) => each.key?.name === 'key')?.value.value : undefined;
  const name = type === 'Property' && node.value.type === 'Identifier' ? node.key.name : key;
  return [...(typeof name === 'string' ? [{ name, start, end }] : []), ...Object.values(node).flatMap(methodsOf)];
}

const text = (path) => readFileSync(path, 'utf8');
