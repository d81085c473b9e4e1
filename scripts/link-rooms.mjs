/**
 * One script out of rooms. Where `src/google/lazy.ts` asks for a room the bundler may cut: it flattens what belongs together
 * into chunks, which weighs 10 kB less than a wrapper around each of six hundred modules. Here each chunk becomes a function
 * that runs when it is first asked for.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';

const ENTRY = 'main.js';
/** As the bundler writes them, minified: `import{a as b}from"./x.js";`, `import"./x.js";`, `import("./x.js")`, `export{a as b};`. */
const TAKES = /import\s*(?:\{([^}]*)\}\s*from\s*)?"\.\/([\w-]+\.js)";?/gu;
const ASKS = /\bimport\("\.\/([\w-]+\.js)"\)/gu;
const GIVES = /export\s*\{([^}]*)\};?\s*$/u;

/** `require('./x.ts')` of the lazy rooms as an `import()`, which is where the bundler cuts. */
const cutAtRooms = {
  name: 'cut-at-rooms',
  setup: ({ onLoad }) => {
    onLoad({ filter: /google[/\\]lazy\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replace(/\brequire\('([^']+)'\)/g, (_, room) => `(import('${room}') as never as any)`),
    }));
  },
};

/**
 * The script as the value of `SoCchc`, the names it offers, how many rooms it has, the places of those that every execution
 * evaluates, and the files it is made of.
 */
export async function linkRooms(options, define) {
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: { main: options.entryPoints[0] },
    plugins: [cutAtRooms, ...options.plugins],
    format: 'esm',
    splitting: true,
    chunkNames: '[hash]',
    outdir: 'rooms',
    define,
  });
  const chunks = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const places = new Map([...chunks.keys()].sort().map((name, place) => [name, place]));
  const rooms = [...places.keys()].map((name) => roomOf(chunks.get(name), places));
  const [, main] = Object.entries(metafile.outputs).find(([path]) => basename(path) === ENTRY);
  const open = 'open=[],room=(place)=>open[place]||(open[place]=rooms[place]())';
  const code = `var SoCchc=(()=>{"use strict";var rooms=[\n${rooms.join(',\n')}],${open};return room(${places.get(ENTRY)})})();\n`;
  const eager = eagerRooms(chunks).map((name) => places.get(name));
  return { code, globals: main.exports, rooms: { count: rooms.length, eager }, inputs: Object.keys(metafile.inputs) };
}

/** One chunk as a function that answers what it exports. */
function roomOf(chunk, places) {
  const room = (name) => `room(${places.get(name)})`;
  const body = chunk
    .replace(TAKES, (_, names, from) =>
      names === undefined ? `${room(from)};` : `var{${pairs(names, ([name, as]) => [name, as])}}=${room(from)};`,
    )
    .replace(ASKS, (_, name) => room(name))
    .replace(GIVES, (_, names) => `return{${pairs(names, ([name, as]) => [as, name])}}`);
  // The first line of the script says it for all.
  return `()=>{${body.trim().replace(/\{"use strict";/gu, '{')}}`;
}

/** `a as b,c` as the properties of an object or of a pattern. */
function pairs(names, order) {
  const written = names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return written
    .map((name) => {
      const [own, as = own] = name.split(/\s+as\s+/u);
      const [key, value] = order([own, as]);
      return key === value ? key : `${key}:${value}`;
    })
    .join(',');
}

/** The chunk that starts, and all that it takes without asking. */
function eagerRooms(chunks) {
  const reached = new Set();
  const visit = (name) => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const [, , next] of chunks.get(name).matchAll(TAKES)) visit(next);
  };
  visit(ENTRY);
  return [...reached];
}
