import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/app/calls.ts';
import { bundleCode } from '../../src/host/core/dist.ts';
import type { KeptProtection } from '../../src/host/core/sidecar.ts';
import type { HostOptions } from '../../src/host/session.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { aHost, type HostAtWork } from '../helpers/host.ts';

ensureBuilt();
const OWNER = 'chu-tep@example.vn';
const CLERK = 'thuong-truc@example.vn';
const OFFICIALS = ['tu-phap@example.vn', 'nguoi-khac@example.vn'];
const STRANGER = 'khong-co-tai-khoan@example.vn';

let host: HostAtWork;
afterEach(() => host.remove());

/** A new file of somebody else's, shared with the clerk and two officials; no time is modelled, so that a run ends only where a test ends it. */
function shared(options: Partial<HostOptions> = {}): HostAtWork {
  host = aHost({ user: OWNER, limited: false, ...options });
  host.sidecar.editors.push(CLERK, ...OFFICIALS);
  host.setUser(CLERK);
  return host;
}

const setUp = (): Answer<'set-up'> => host.ask('set-up', { template: 'gia-luong-2021-2025' });
const refused = (answer: Answer<'set-up'>): readonly string[] | string => (answer.ok ? answer.reply.refused : answer.sentence);
const clerksGuards = (): KeptProtection[] => host.sidecar.protections.filter(({ warningOnly }) => !warningOnly);
const warnings = (): KeptProtection[] => host.sidecar.protections.filter(({ warningOnly }) => warningOnly);

/** What a whole set-up leaves: the number of tabs, but for the one that the file was born with, of guards, of warnings. */
const WHOLE = (): number[] => [
  host.model.sheets.filter(({ name }) => name !== 'Trang tính1').length,
  clerksGuards().length,
  warnings().length,
];

describe('set-up by a clerk who does not own the file', () => {
  it('guards every plan tab for the clerk alone, and touches the editors of no warning', () => {
    shared();
    expect(refused(setUp())).toEqual([]);
    expect(clerksGuards().length).toBeGreaterThan(5);
    for (const { editors } of clerksGuards()) expect(editors).toEqual([CLERK]);
    for (const { editors } of warnings()) expect(editors).toBeNull();
    expect(host.sidecar.properties['set-up-unfinished']).toBeUndefined();
  });

  it('is as good by the owner', () => {
    shared();
    host.setUser(OWNER);
    expect(refused(setUp())).toEqual([]);
    for (const { editors } of clerksGuards()) expect(editors?.filter((email) => OFFICIALS.includes(email))).toEqual([]);
  });

  it('goes on where one address is refused, and names it', () => {
    shared({ code: refusing(`if (String(arguments[0]).includes('${OFFICIALS[1]}')) throw new Error('planted');`) });
    const answer = setUp();
    expect(refused(answer)).toEqual([OFFICIALS[1]]);
    for (const { editors } of clerksGuards()) expect(editors).toEqual([CLERK, OFFICIALS[1]]);
  });

  it('names a keeper whose address has no account, and lets the others in', () => {
    shared();
    setUp();
    const roles = host.model.sheets.find(({ name }) => name === 'Phân công');
    const last = Math.max(...(roles?.cells.keys() ?? []));
    host.typeAll([
      {
        tab: 'Phân công',
        row: last + 1,
        column: 1,
        rows: [
          [KEEPER, 'Người thứ nhất', CLERK],
          [KEEPER, 'Người thứ hai', STRANGER],
          [KEEPER, 'Người thứ ba', OFFICIALS[0] ?? ''],
        ],
      },
    ]);
    again({ strangers: [STRANGER] });
    expect(refused(setUp())).toEqual([STRANGER]);
    for (const { editors } of clerksGuards()) expect(editors).toEqual([CLERK, OFFICIALS[0]]);
  });
});

const KEEPER = 'Văn phòng – Thống kê (Nội vụ)';

/** The bundle over a Google whose guards refuse like this. */
function refusing(how: string): string {
  return `${bundleCode()}
    const open = SpreadsheetApp.getActiveSpreadsheet;
    const wrap = (sheet) => {
      if (sheet.isWrapped) return sheet;
      sheet.isWrapped = true;
      const protect = sheet.protect;
      sheet.protect = () => {
        const guard = protect();
        const setDescription = guard.setDescription;
        guard.setDescription = (text) => {
          const made = setDescription(text);
          const remove = made.removeEditors;
          made.removeEditors = function () { ${how} return remove(...arguments); };
          return made;
        };
        return guard;
      };
      return sheet;
    };
    SpreadsheetApp.getActiveSpreadsheet = () => {
      const book = open();
      if (!book.isWrapped) {
        book.isWrapped = true;
        const insert = book.insertSheet;
        book.insertSheet = (...given) => wrap(insert(...given));
      }
      return book;
    };`;
}

/** The same workbook, opened once more under other conditions. */
function again(options: Partial<HostOptions>): void {
  const { path } = host;
  host.close();
  const before = host;
  host = Object.assign(aHost({ user: CLERK, limited: false, create: false, workbook: path, ...options }), {
    remove: () => {
      host.close();
      before.remove();
    },
  });
}

describe('a set-up that Google ended', () => {
  /** The bundle over a Google that ends the run at the n-th call of this kind. */
  const dying = (method: 'insertSheet' | 'protect' | 'setValues', at: number): string =>
    `${bundleCode()}
    let count = 0;
    const open = SpreadsheetApp.getActiveSpreadsheet;
    const dies = () => { count += 1; if (count >= ${at}) throw new Error('Exceeded maximum execution time'); };
    const over = (object, name, then) => {
      const call = object[name];
      if (call.isOver) return;
      object[name] = (...given) => { if (name === '${method}') dies(); const made = call(...given); if (then) then(made); return made; };
      object[name].isOver = true;
    };
    const onRange = (range) => { over(range, 'setValues'); over(range, 'protect'); };
    const onSheet = (sheet) => { over(sheet, 'getRange', onRange); over(sheet, 'protect'); };
    SpreadsheetApp.getActiveSpreadsheet = () => { const book = open(); over(book, 'insertSheet', onSheet); return book; };`;

  it.each([
    ['insertSheet', 1],
    ['insertSheet', 7],
    ['setValues', 1],
    ['setValues', 9],
    ['protect', 1],
    ['protect', 5],
    ['protect', 20],
  ] as const)('at %s %i is finished by the next run, guards and all', (method, at) => {
    shared();
    setUp();
    const whole = WHOLE();
    host.remove();
    shared({ code: dying(method, at) });
    expect(setUp().ok).toBe(false);
    again({});
    expect(refused(setUp())).toEqual([]);
    expect(WHOLE()).toEqual(whole);
    for (const { editors } of clerksGuards()) expect(editors).toEqual([CLERK]);
    expect(host.sidecar.properties['set-up-unfinished']).toBeUndefined();
  });
});
