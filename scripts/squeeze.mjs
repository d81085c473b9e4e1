/** The linked script once more through a minifier that, unlike the bundler's, looks across its rooms: 15 kB less. */
import { parse } from 'acorn';
import { minify } from 'terser';

const OPTIONS = {
  ecma: 2020,
  // `unsafe_arrows` makes an arrow of a function that asks for no `this`; it would break one that is called with `new`, and those here all ask.
  compress: { passes: 2, hoist_funs: true, unsafe_arrows: true },
  // Lines, so that the line of an error says where; names of functions go, as they went before.
  format: { max_line_len: 4000 },
};

/** The same script, smaller, and the bytes of its eager rooms as they stand in it. */
export async function squeeze(linked, { count, eager }) {
  const { code } = await minify(linked, OPTIONS);
  const rooms = roomsOf(parse(code, { ecmaVersion: 2020 }));
  if (rooms.length !== count || rooms.some(({ type }) => type !== 'ArrowFunctionExpression'))
    throw new Error('Bug: the rooms of the script are no longer one list');
  const bytes = ({ start, end }) => Buffer.byteLength(code.slice(start, end));
  return { code: `${code}\n`, eagerBytes: eager.reduce((sum, room) => sum + bytes(rooms[room]), 0) };
}

/** The list of rooms is the first variable of the function whose value the script is. */
function roomsOf({ body: [{ declarations }] }) {
  const statements = declarations[0].init.callee.body.body;
  return statements.find(({ type }) => type === 'VariableDeclaration').declarations[0].init.elements;
}
