import { readFileSync } from 'node:fs';
import type { TabSpec } from '../../src/workbook/core/tab.ts';
import { columnKeyOf } from '../../src/workbook/read/find-columns.ts';
import { TABS } from '../../src/workbook/tabs/all.ts';
import type { SheetModel } from '../../src/xlsx/model.ts';
import { anOffice, LISTED, type Office, ROLES, type Role } from '../helpers/office.ts';
import { DOORS_CODE } from './door-shapes.ts';

/**
 * What a call may change: typed cells of the plan and its settings; cells that the machine writes beside them; typed cells of
 * the entry tabs; grey cells and the overview; the logs; which tabs there are; which are hidden; who may edit what; with whom
 * the file is shared; and what is outside.
 */
export type Kind =
  | 'plan'
  | 'plan-machine'
  | 'typed'
  | 'grey'
  | 'log'
  | 'tabs'
  | 'hidden'
  | 'guards'
  | 'sharing'
  | 'properties'
  | 'triggers'
  | 'letters'
  | 'files';
type Fingerprint = ReadonlyMap<Kind, string>;
export type Outcome = { readonly gave?: unknown; readonly threw?: string };

export const roles = Object.keys(ROLES) as Role[];
/** Where the caller is unknown, everyone is a keeper (`src/app/base/roles.ts`); the guards still stand. */
export const isKeeper = (role: Role): boolean => role === 'clerk' || role === 'nobody';

const CLERKS: readonly string[] = ['roles', 'settings', 'holidays', 'outline'];
const HEADER_ROWS = 3;

function kindOf(spec: TabSpec | undefined, typed: boolean): Kind {
  if (spec === undefined || spec.group === 'overview') return 'grey';
  if (spec.group === 'entry') return typed ? 'typed' : 'grey';
  if (spec.group === 'plan' || CLERKS.includes(spec.key)) return typed ? 'plan' : 'plan-machine';
  return 'log';
}

/** Every cell that holds something, with its kind; the head of an entry tab, where the moment stands, is the machine's. */
function cellsOf(sheet: SheetModel): [Kind, string][] {
  const spec = TABS.find(({ name }) => name === sheet.name);
  const all = [...sheet.cells].flatMap(([row, cells]) => [...cells].map(([column, cell]) => ({ row, column, ...cell })));
  const isTyped = (header: string): boolean => spec?.columns[columnKeyOf(spec, header) ?? '']?.by === 'office';
  // A cell of the first line may name a column, too: the head is the line that names most.
  const named = (at: number) => (spec === undefined ? [] : all.filter(({ row, value }) => row === at && isTyped(String(value))));
  const heads = Array.from({ length: HEADER_ROWS }, (_, at) => named(at + 1)).sort((a, b) => b.length - a.length)[0] ?? [];
  const typed = new Set(heads.map(({ column }) => column));
  const head = heads[0]?.row ?? 0;
  return all
    .filter(({ value, formula }) => value !== '' || formula !== null)
    .map(({ row, column, value, formula }) => [
      kindOf(spec, row > head ? typed.has(column) : spec?.group !== 'entry'),
      `${sheet.id} ${row} ${column} ${value} ${formula}`,
    ]);
}

/** Everything that a call could change, by kind. */
function fingerprint({ host, letters, files }: Office): Fingerprint {
  const { protections, editors, owner, properties, triggers } = host.sidecar;
  const parts: [Kind, string][] = [
    ...host.model.sheets.flatMap(cellsOf),
    ...host.model.sheets.flatMap(({ id, name, hidden }): [Kind, string][] => [
      ['tabs', `${id} ${name}`],
      ['hidden', `${id} ${hidden}`],
    ]),
    ['guards', JSON.stringify(protections)],
    ['sharing', JSON.stringify([editors, owner])],
    ['properties', JSON.stringify(properties)],
    ['triggers', JSON.stringify(triggers)],
    ['letters', letters().join()],
    ['files', files().join()],
  ];
  const held = new Map<Kind, string>();
  for (const [kind, text] of parts) held.set(kind, `${held.get(kind) ?? ''}\n${text}`);
  return held;
}

function changed(before: Fingerprint, after: Fingerprint): Kind[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((kind) => before.get(kind) !== after.get(kind)).sort();
}

/** A Vietnamese sentence has marks that no English one has. */
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;
const INTERNAL = /\b\w*Error\b|undefined|\[object|Code\.js|\bat \S+ \(|node:|\/work|\.ts\b|Bug:|Cannot |is not a |zod|stack/u;

/** Whether a text is fit for a person: Vietnamese, and nothing of the machine's own. */
export function isSentence(text: unknown): boolean {
  return typeof text === 'string' && VIETNAMESE.test(text) && !INTERNAL.test(text);
}

/** What is wrong with an answer of the one door, or `null`. */
export function faultIn({ gave, threw }: Outcome): string | null {
  if (threw !== undefined || typeof gave !== 'string') return `threw ${threw}, gave ${typeof gave}`;
  const held = JSON.parse(gave);
  if (held.ok === true && 'reply' in held) return null;
  const isRefusal = held.ok === false && Object.keys(held).length === 2 && isSentence(held.sentence);
  return isRefusal ? null : `answered ${gave.slice(0, 200)}`;
}

/** Pages and the menu hold no word of a call. */
const isFoul = (text: string): boolean => !isSentence(text) && !['sidebar', 'dialog', 'menu'].includes(text);

/** Who may edit a guarded part without being listed. */
function strangersIn({ host }: Office): string[] {
  return host.sidecar.protections.flatMap(({ editors }) => editors ?? []).filter((email) => !LISTED.includes(email));
}

/** Plays calls on one office, each from the same state, and keeps count of them and of all that was wrong. */
export function watch(more = '', options: Parameters<typeof anOffice>[0] = {}) {
  const office = anOffice({ ...options, code: `${readFileSync('dist/Code.js', 'utf8')}${DOORS_CODE}${more}` });
  const { host } = office;
  const sheets = structuredClone(host.model.sheets);
  const sidecar = structuredClone({ ...host.sidecar });
  const clean = fingerprint(office);
  let before = clean;
  const wrong: string[] = [];
  let cases = 0;

  const back = (after: Fingerprint): void => {
    host.model.sheets.splice(0, Number.POSITIVE_INFINITY, ...structuredClone(sheets));
    Object.assign(host.sidecar, structuredClone(sidecar));
    // What left the workbook cannot be called back.
    before = new Map([...clean, ...[...after].filter(([kind]) => kind === 'letters' || kind === 'files')]);
  };

  /** Whatever the work changes beyond `may`, and every text it shows that is no sentence, is wrong. */
  function as(role: Role, what: string, { may, work }: { readonly may: readonly Kind[]; readonly work: () => void }): void {
    const told = office.shown().length;
    const formulas = host.formulas();
    host.setUser(ROLES[role]);
    work();
    const after = fingerprint(office);
    const kinds = changed(before, after);
    const faults = [
      ...kinds.filter((kind) => !may.includes(kind)).map((kind) => `changed ${kind}`),
      ...office
        .shown()
        .slice(told)
        .filter(isFoul)
        .map((text) => `said ${text}`),
      ...strangersIn(office).map((email) => `lets ${email} in`),
      ...(host.formulas() > formulas && what !== 'menuSelfTest' ? ['wrote a formula'] : []),
    ];
    wrong.push(...faults.map((fault) => `${what} as ${role} ${fault}`));
    if (kinds.length > 0) back(after);
  }

  return {
    office,
    wrong,
    as,
    cases: () => cases,
    count: (what: string, fault: string | null) => {
      cases += 1;
      if (fault !== null) wrong.push(`${what}: ${fault}`);
    },
    outcomes: (name: 'doorsOf' | 'doorsWith', given: unknown): Outcome[] => JSON.parse(String(host.run(name, given))),
  };
}
export type Watch = ReturnType<typeof watch>;

/** What left goes only to those whom `Phân công` lists, and the log was told no address. */
export function leaksOf({ host, letters }: Office): string[] {
  const strangers = letters().flatMap((letter) => {
    const to = /^To: (.*)$/mu.exec(letter)?.[1]?.trim() ?? '';
    return LISTED.includes(to) && !/^B?cc:/imu.test(letter) ? [] : [`a letter to ${to}`];
  });
  const named = /[\w.+-]+@example\.vn/u.exec(host.logged().join('\n'));
  return [...strangers, ...(named === null ? [] : [`the log names ${named[0]}`])];
}
