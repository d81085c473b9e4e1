/**
 * The sentences that an edit never needs, two thirds of `src/words`, travel deflated: three bytes a Vietnamese letter are most of what the
 * script would weigh. Each text of a lazy words module becomes `$said(n)`, a look into one list that is unpacked on its first use.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { parse } from 'acorn';
import { build, transformSync } from 'esbuild';

const LIST = 'packed-words';
const BETWEEN = '\0';
/** Shorter texts cost more as a look into the list. */
const LEAST_BYTES = 9;

/** The plugin, for a bundle of these options. */
export function packedWords(options) {
  return {
    name: LIST,
    setup: async ({ onResolve, onLoad }) => {
      const modules = new Map();
      const texts = new Map();
      for (const path of await lazyWords(options)) modules.set(path, withoutTexts(path, texts));
      onResolve({ filter: new RegExp(`^${LIST}$`) }, () => ({ path: LIST, namespace: LIST }));
      onLoad({ filter: /.*/, namespace: LIST }, () => ({ resolveDir: process.cwd(), contents: listOf([...texts.keys()]) }));
      onLoad({ filter: /src[/\\]words[/\\].*\.ts$/ }, ({ path }) => {
        const contents = modules.get(relative(process.cwd(), path));
        return contents === undefined ? undefined : { contents, loader: 'js' };
      });
    },
  };
}

function listOf(texts) {
  const packed = deflateRawSync(texts.join(BETWEEN), { level: 9 }).toString('base64');
  return `import { unpack } from './src/paper/zip/pack.ts';
const texts = unpack(${JSON.stringify(packed)}).split('\\0');
export const said = (place) => texts[place];`;
}

/** The words modules that no execution evaluates before it asks for a lazy room. */
async function lazyWords({ plugins, ...options }) {
  const others = plugins.filter(({ name }) => name !== LIST);
  const { metafile } = await build({
    ...options,
    plugins: others,
    format: 'esm',
    outfile: 'probe.js',
    define: { BUILD_VERSION: '""' },
  });
  const eager = new Set();
  const visit = (path) => {
    if (eager.has(path)) return;
    eager.add(path);
    for (const { path: next, kind } of metafile.inputs[path].imports)
      if (kind === 'import-statement' && metafile.inputs[next]) visit(next);
  };
  visit(options.entryPoints[0]);
  return Object.keys(metafile.inputs)
    .filter((path) => path.startsWith('src/words/') && !eager.has(path))
    .sort();
}

/** The module as JavaScript whose long texts are looked up, by a name no module of ours has; adds them to `texts`. */
function withoutTexts(path, texts) {
  const { code } = transformSync(readFileSync(path, 'utf8'), { loader: 'ts', target: 'es2020', charset: 'utf8' });
  const places = [];
  collect(parse(code, { ecmaVersion: 2022, sourceType: 'module' }), places);
  let packed = code;
  for (const { start, end, text, inTemplate } of places.sort((one, other) => other.start - one.start)) {
    if (!texts.has(text)) texts.set(text, texts.size);
    const look = `$said(${texts.get(text)})`;
    packed = packed.slice(0, start) + (inTemplate ? `\${${look}}` : look) + packed.slice(end);
  }
  return places.length === 0 ? code : `import { said as $said } from '${LIST}';\n${packed}`;
}

const isWorthIt = (text) => typeof text === 'string' && Buffer.byteLength(text) >= LEAST_BYTES && !text.includes(BETWEEN);

/** Texts in expressions; names of properties and of modules stay, and so does a template that a function reads raw. */
function collect(node, places) {
  if (node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const each of node) collect(each, places);
    return;
  }
  const { type, start, end } = node;
  if (type === 'Literal' && isWorthIt(node.value)) places.push({ start, end, text: node.value, inTemplate: false });
  if (type === 'TemplateElement' && isWorthIt(node.value.cooked))
    places.push({ start, end, text: node.value.cooked, inTemplate: true });
  for (const [key, child] of Object.entries(node)) {
    const isName = (key === 'key' && !node.computed) || key === 'source' || key === 'directive';
    if (!isName && type !== 'TaggedTemplateExpression' && typeof child === 'object') collect(child, places);
  }
}
