import type { Command, DialogButton, SeenLines, Typing } from '../protocol.ts';

type Held = Readonly<Record<string, unknown>>;

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;
const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isRecord = (value: unknown): value is Held => typeof value === 'object' && value !== null && !Array.isArray(value);

const BUTTONS: readonly DialogButton[] = ['OK', 'YES', 'NO', 'CANCEL', 'CLOSE'];

const isLines = (value: unknown): boolean =>
  Array.isArray(value) && value.every((line) => Array.isArray(line) && line.every(isText));

const isSeen = (value: unknown): value is SeenLines => isRecord(value) && isId(value['version']) && isLines(value['keys']);

function isTyping(value: unknown): value is Typing {
  if (!isRecord(value)) return false;
  const { row, column, rows } = value;
  return isCount(row) && isCount(column) && isLines(rows);
}

/** Of each command, whether its parts are what they must be. */
const FITS: { readonly [Name in Command['do']]: (held: Held) => boolean } = {
  book: () => true,
  tab: ({ tab, since }) => isId(tab) && (since === null || isId(since)),
  type: ({ tab, typing, seen, nth, with: first }) =>
    isId(tab) && isTyping(typing) && isSeen(seen) && isCount(nth) && (first === undefined || isCount(first)),
  undo: () => true,
  'insert-rows': ({ tab, row, count, seen }) => isId(tab) && isCount(row) && isCount(count) && isSeen(seen),
  'delete-rows': ({ tab, row, count, seen }) => isId(tab) && isCount(row) && isCount(count) && isSeen(seen),
  sort: ({ tab, column, descending, version }) =>
    isId(tab) && isCount(column) && typeof descending === 'boolean' && isId(version),
  menu: ({ run }) => isText(run),
  answer: ({ dialog, button, text }) => isCount(dialog) && BUTTONS.some((one) => one === button) && isText(text),
  'choose-user': ({ user }) => isText(user),
  open: ({ workbook }) => isText(workbook),
  new: ({ name }) => isText(name) && name.trim() !== '' && name.length <= 100,
  demonstrate: ({ year }) => isText(year),
  bring: ({ name, file }) => isText(name) && isText(file) && /^[A-Za-z0-9+/]*={0,2}$/u.test(file),
  reload: () => true,
  letter: ({ path }) => isText(path),
  report: ({ path }) => isText(path),
  pdf: ({ path }) => isText(path),
};

/** A command as a page sent it; `null` for anything else. */
export function readCommand(text: string): Command | null {
  const held = parsed(text);
  if (!isRecord(held) || !isText(held['do']) || !Object.hasOwn(FITS, held['do'])) return null;
  const name = held['do'] as Command['do'];
  return FITS[name](held) ? (held as Command) : null;
}

/** A page's call of the script: a function's name and plain arguments; `null` for anything else. */
export function readCall(text: string): { readonly name: string; readonly args: readonly unknown[] } | null {
  const held = parsed(text);
  if (!isRecord(held) || !isText(held['name']) || !Array.isArray(held['args'])) return null;
  return { name: held['name'], args: held['args'] };
}

/** The windows that a stream says it reaches; `null` for anything else. */
export function readWindows(text: string): readonly string[] | null {
  const held = parsed(text);
  const windows = isRecord(held) ? held['windows'] : null;
  return Array.isArray(windows) && windows.every(isText) ? windows : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
