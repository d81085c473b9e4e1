/**
 * What anybody at a browser's console, a trigger or a menu might hand to a global. Written as code, because half of it can only be
 * made inside the script's own realm: `google.script.run` would not send it.
 */
type Shape = { readonly is: string; readonly code: string };

const shape = (is: string, code = is): Shape => ({ is, code });

/** Each as a list of arguments. */
export const SHAPES: readonly Shape[] = [
  shape('nothing', ''),
  shape('null'),
  shape('true'),
  shape('0'),
  shape('-1.5'),
  shape('a blank text', "''"),
  shape('a text that is no JSON', "'{'"),
  shape('JSON that is no request', "'[]', '{}'"),
  shape('a number as JSON', "'1e999'"),
  shape('null as JSON', "'null'"),
  shape('ten million characters', "'x'.repeat(10_000_000)"),
  shape('a long request of a call that may be long', '\'{"call":"reconcile"\' + \' \'.repeat(8_200_000)'),
  shape('JSON nested deeply', "'['.repeat(100_000)"),
  shape('an object nested deeply', 'deep(500)'),
  shape('a list', "[1, 'a', null]"),
  shape('many arguments', "...Array.from({ length: 200 }, () => 'x')"),
  shape('a plain object', "{ call: 'today', with: {} }"),
  shape('an event of numbers', '{ range: 5, value: 5, source: null }'),
  shape('an event of texts', "{ range: { getRow: 'x', getSheet: 'x' }, authMode: 'FULL' }"),
  shape('an own __proto__', 'JSON.parse(\'{"__proto__":{"range":1,"call":"today"}}\')'),
  shape('a constructor', "{ constructor: { prototype: { call: 'today' } } }"),
  shape('hostile text', '\'=IMPORTXML("http://x.vn","//a")\', "<script>alert(1)</script>"'),
  shape('control characters', "'\\u0000\\r\\nBcc: a@x.vn\\u2028\\u202e'"),
  shape('half a surrogate', "'\\ud800'"),
  shape('undefined'),
  shape('NaN and Infinity', 'NaN, -Infinity'),
  shape('a bigint', '10n'),
  shape('a symbol', "Symbol('x')"),
  shape('a date', 'new Date(NaN)'),
  shape('a function', 'function () { return arguments; }'),
  shape('a list with itself in it', '(() => { const it = []; it.push(it); return it; })()'),
  shape('a map', 'new Map([[1, 2]])'),
  shape('an object without a prototype', 'Object.create(null)'),
  shape('a text that throws when read', "{ toString() { throw new Error('x'); } }"),
  shape('an event that throws when read', "{ get range() { throw new Error('x'); } }"),
  shape('an event of a tab that is not there', '{ range: eventRange(-7, 1, 1) }'),
  shape('an event of rows that are none', '{ range: eventRange(1, -3, NaN) }'),
  shape('a proxy that refuses everything', "new Proxy({}, { get() { throw new TypeError('x'); } })"),
];

/** Stands at the end of the script: calls one global with every shape, one after another, and tells what came out. */
export const DOORS_CODE = `
const deep = (levels) => (levels === 0 ? {} : { range: deep(levels - 1) });
const eventRange = (id, row, rows) => ({ getSheet: () => ({ getSheetId: () => id }), getRow: () => row, getNumRows: () => rows });
function outcomes(calls) {
  return JSON.stringify(calls.map((call) => {
    try { return { gave: call() ?? null }; } catch (error) { return { threw: String(error) }; }
  }));
}
function doorsOf([name, shapes]) {
  const door = globalThis[name];
  const all = [${SHAPES.map(({ code }) => `() => door(${code})`).join(', ')}];
  return outcomes(shapes.map((shape) => all[shape]));
}
function doorsWith(requests) { return outcomes(requests.map((request) => () => ask(request))); }
function takesOf(name) { return SoCchc[name].length; }
`;
