import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallName, Calls } from '../../src/app/calls.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { LEAD, PERIODS, type Role } from '../helpers/office.ts';
import { faultIn, isKeeper, type Kind, leaksOf, type Outcome, roles, type Watch, watch } from './door-watch.ts';

ensureBuilt();

type Row<Name extends CallName> = {
  readonly with: Calls[Name]['request'];
  /** Who is answered; everybody else is refused. */
  readonly may: 'anyone' | 'keeper' | readonly Role[];
  readonly changes: readonly Kind[];
};
const { open, closed, later } = PERIODS;
const ENTER = { tab: 'Nhập số liệu', id: 'T2.2', period: open, values: { 'Tử số': '4', 'Mẫu số': '5' } };
const BRING = { at: { of: 'actual', id: 'T2.2', period: open, field: 'spoken' }, before: '', after: 'Đã góp ý' } as const;
/** A plan of one target, as it is pasted. */
const PASTED = 'KẾ HOẠCH\nCải cách hành chính năm 2024\nI. CẢI CÁCH THỂ CHẾ\n1. Mục tiêu\n- 100% văn bản ban hành đúng hạn.';
/** One task of a plan, read from a document. */
const IMPORTED: Calls['import-plan']['request']['rows'][number] = {
  ...{
    kind: 'task',
    field: 'Cải cách thể chế',
    text: 'Rà soát văn bản',
    passage: '- Rà soát văn bản',
    at: 'p[7]',
    product: 'Báo cáo',
  },
  ...{ op: null, target_from: null, target_to: null, unit: null, years: null, mood: null, exception: null },
  ...{ deadline: 'Hằng quý', deadline_kind: 'recurrence', due: null, lead: LEAD, with: null, watcher: null },
};
const GROW: readonly Kind[] = ['typed', 'grey', 'plan-machine', 'log'];

/** Every call in a form that is understood: whom it serves, and what it may change for them. A new call does not compile without. */
const CALLS: { readonly [Name in CallName]: Row<Name> } = {
  today: { with: {}, may: 'anyone', changes: [] },
  check: { with: {}, may: 'anyone', changes: [] },
  owed: { with: {}, may: 'anyone', changes: [] },
  refresh: { with: {}, may: 'anyone', changes: ['grey', 'plan-machine', 'log'] },
  // The file's owner, too, whom every guard lets in: he hands the plan over to a new clerk.
  'set-up': { with: { template: 'gia-luong-2021-2025' }, may: ['owner', 'clerk', 'nobody'], changes: ['guards'] },
  adopt: { with: { agreed: '' }, may: ['owner', 'clerk', 'nobody'], changes: [] },
  'open-period': { with: { period: later }, may: 'keeper', changes: GROW },
  'close-period': { with: { period: open }, may: 'keeper', changes: ['grey', 'plan-machine', 'log', 'files'] },
  'export-period': { with: { period: closed }, may: 'keeper', changes: ['files'] },
  'reopen-period': {
    with: { period: closed, reason: 'cấp trên yêu cầu' },
    may: 'keeper',
    changes: ['plan-machine', 'log', 'grey'],
  },
  'mark-sent': { with: { period: closed }, may: 'keeper', changes: ['plan', 'grey', 'plan-machine', 'log'] },
  'explain-change': { with: { change: 'T2.2', reason: 'điều chỉnh' }, may: [], changes: [] },
  'restore-change': { with: { change: 'T2.2' }, may: [], changes: [] },
  'confirm-proposals': { with: { ids: [] }, may: 'keeper', changes: ['plan', 'grey', 'plan-machine', 'log'] },
  upgrade: { with: {}, may: 'keeper', changes: [] },
  'my-rows': { with: { role: LEAD }, may: ['clerk', 'official', 'nobody'], changes: [] },
  indicators: { with: {}, may: 'anyone', changes: [] },
  years: { with: {}, may: 'anyone', changes: [] },
  indicator: { with: { id: 'T2.2' }, may: 'anyone', changes: [] },
  'set-up-state': { with: {}, may: 'anyone', changes: [] },
  'open-choices': { with: {}, may: 'keeper', changes: [] },
  'close-choice': { with: {}, may: 'keeper', changes: [] },
  'undo-preview': { with: {}, may: 'anyone', changes: [] },
  undo: { with: { of: 'việc khác' }, may: [], changes: [] },
  'keep-evidence': {
    with: { tab: 'Nhập số liệu', id: 'T2.2', period: open, name: 'bien-ban.pdf', file: 'JVBERi0xLjQ=' },
    may: ['clerk', 'official', 'nobody'],
    changes: ['files'],
  },
  // The office of this test does not appraise.
  appraise: { with: { tab: ENTER.tab, id: 'T3.8', period: open, appraisal: 'agreed', reason: '' }, may: [], changes: [] },
  enter: { with: ENTER, may: ['clerk', 'official', 'nobody'], changes: ['typed', 'grey', 'plan-machine', 'log'] },
  report: { with: { period: open }, may: 'keeper', changes: ['files', 'log'] },
  'draft-narratives': { with: { period: open }, may: 'keeper', changes: ['typed', 'log'] },
  // The office of this test keeps no statistics.
  forms: { with: { period: open }, may: [], changes: [] },
  'report-preview': { with: { period: open }, may: 'keeper', changes: [] },
  brief: { with: { period: open }, may: 'keeper', changes: ['files'] },
  meeting: { with: { period: open }, may: 'keeper', changes: ['files'] },
  matrix: { with: {}, may: 'anyone', changes: ['files'] },
  letters: { with: { period: open }, may: 'keeper', changes: ['files'] },
  slip: { with: { period: open, role: LEAD }, may: ['clerk', 'official', 'nobody'], changes: ['files'] },
  'year-work': { with: { period: open, role: LEAD }, may: ['clerk', 'official', 'nobody'], changes: ['files'] },
  reconcile: { with: { file: 'AAAA', period: open, keep: false }, may: [], changes: [] },
  'report-pdf': { with: { period: open }, may: [], changes: [] },
  'store-template': { with: { file: '' }, may: 'keeper', changes: ['log'] },
  'bring-back': { with: BRING, may: 'keeper', changes: ['typed', 'log'] },
  mail: { with: { preview: false }, may: 'keeper', changes: ['letters', 'log'] },
  'mail-log': { with: {}, may: 'keeper', changes: [] },
  'test-mail': { with: {}, may: 'keeper', changes: ['letters', 'log'] },
  'record-opinion': {
    with: { rows: [{ of: 'actual', id: 'T2.2', period: open }], opinion: 'Đồng ý' },
    may: 'keeper',
    changes: ['typed', 'log'],
  },
  'import-plan': {
    with: { rows: [IMPORTED], years: { first: 2021, last: 2025 }, plan: '' },
    may: 'keeper',
    changes: ['plan', 'grey', 'plan-machine', 'log'],
  },
  extras: { with: {}, may: 'anyone', changes: [] },
  'add-extra': {
    with: { extra: 'inspections' },
    may: 'keeper',
    changes: ['log', 'tabs', 'grey', 'hidden', 'guards', 'properties'],
  },
  // The office of this test keeps no register.
  record: { with: { register: 'inspections', id: '', values: { 'Tồn tại, kiến nghị': 'Thiếu' } }, may: [], changes: [] },
  feed: { with: { period: open }, may: [], changes: [] },
  'roll-over-state': { with: {}, may: 'anyone', changes: [] },
  'roll-over': {
    with: {
      from: '',
      plan: { id: 'KH2', title: 'Kế hoạch 2026 - 2030', kind: 'stage', first: 2026, last: 2030, number: '', issuedOn: '' },
      ...{ periods: 'cchc', levels: true, baselines: true, rows: [] },
    },
    may: 'keeper',
    changes: ['plan', 'grey', 'plan-machine', 'log'],
  },
  'read-plan': { with: { file: '', text: PASTED, plan: '', columns: [] }, may: 'keeper', changes: [] },
  'lay-criteria': { with: { set: 'xa-2025', year: 2025 }, may: [], changes: [] },
  'score-sheet': { with: { year: 2025 }, may: [], changes: [] },
  'import-survey': {
    with: { file: 'Câu 1\nHài lòng', title: 'Khảo sát', subject: 'citizens', until: '', minimum: '', feeds: '' },
    may: [],
    changes: [],
  },
  'go-to': { with: { tab: 'Nhập số liệu', row: 3, column: 1 }, may: 'anyone', changes: [] },
};
const names = Object.keys(CALLS) as CallName[];
/** What a run of somebody who is no keeper may never change, whatever it is called with. */
const OTHERS: readonly Kind[] = ['grey', 'typed', 'log', 'files', 'guards'];

function serves({ may }: Row<CallName>, role: Role): boolean {
  return may === 'anyone' || (may === 'keeper' ? isKeeper(role) : may.includes(role));
}

/** What the protections keep from a person without a role, though he may ask for it. */
const GUARDED: readonly CallName[] = [
  'mark-sent',
  'open-period',
  'close-period',
  'reopen-period',
  'confirm-proposals',
  'enter',
  'refresh',
  'import-plan',
  'roll-over',
];

let on: Watch;
beforeAll(() => {
  on = watch();
});
afterAll(() => {
  process.stdout.write(
    `the one door: ${names.length} calls × ${roles.length} roles, right, malformed and hostile: ${on.cases().toLocaleString('en')} requests, ${on.wrong.length} wrong outcomes\n`,
  );
  on.office.remove();
});

describe('a call that is understood', () => {
  it.each(names)('%s serves those it is for, and changes no more than it says', (name) => {
    const row = CALLS[name] as Row<CallName>;
    const from = on.wrong.length;
    for (const role of roles)
      on.as(role, name, {
        may: serves(row, role) ? row.changes.filter((kind) => isKeeper(role) || OTHERS.includes(kind)) : [],
        work: () => {
          const gave = on.office.host.page('ask', JSON.stringify({ call: name, with: row.with }));
          const { ok } = JSON.parse(String(gave));
          const isKept = role === 'nobody' && GUARDED.includes(name);
          const fault = faultIn({ gave }) ?? (ok === serves(row, role) || isKept ? null : `answered ${gave}`);
          on.count(`${name} as ${role}`, fault);
        },
      });
    expect(on.wrong.slice(from)).toEqual([]);
  });
});

type Request = { readonly is: string; readonly text: string };
const request = (is: string, value: unknown): Request => ({ is, text: JSON.stringify(value) });

/** The request with each key missing, doubled in another case, of another type, and one too many. */
function malformed(name: CallName): Request[] {
  const carried: Record<string, unknown> = { ...CALLS[name].with };
  const keys = Object.keys(carried);
  const whole = { call: name, with: carried };
  const without = (key: string) => Object.fromEntries(Object.entries(carried).filter(([other]) => other !== key));
  const other = [5, null, [], {}, true, { length: 3 }, [[]]];
  return [
    request('no with', { call: name }),
    ...[null, [], 'x', 5].map((value) => request(`with ${JSON.stringify(value)}`, { call: name, with: value })),
    request('an extra key', { ...whole, role: 'clerk' }),
    request('an extra key within', { call: name, with: { ...carried, user: 'thuong-truc@example.vn' } }),
    ...['constructor', 'toString', 'hasOwnProperty'].map((key) => request(key, { call: name, with: { ...carried, [key]: 1 } })),
    {
      is: '__proto__',
      text: `{"call":"${name}","with":${JSON.stringify(carried).replace(/^\{/u, '{"__proto__":{},')}}`.replace(',}', '}'),
    },
    request('a name in capitals', { call: name.toUpperCase(), with: carried }),
    request('a name with a space', { call: `${name} `, with: carried }),
    request('a list of one', [whole]),
    ...keys.map((key) => request(`no ${key}`, { call: name, with: without(key) })),
    ...keys.flatMap((key) =>
      other
        .filter(
          (value) =>
            JSON.stringify(typeof value) !== JSON.stringify(typeof carried[key]) ||
            Array.isArray(value) !== Array.isArray(carried[key]),
        )
        .map((value) => request(`${key} ${JSON.stringify(value)}`, { call: name, with: { ...carried, [key]: value } })),
    ),
  ];
}

/** Texts that mean something to a formula, a page, a mail, a file, a name of ours, another unit’s period, or to JavaScript. */
const HOSTILE = [
  '=IMPORTXML("http://x.vn",A1)',
  '<img src=x onerror=alert(1)>',
  'a\r\nBcc: la@example.vn',
  '__proto__',
  'Kỳ của xã khác 2024',
  'Phân công',
  '\u0000\u202e\ud800',
];

/** The request with each of its texts replaced by each hostile one. */
function hostile(name: CallName): Request[] {
  const carried: Record<string, unknown> = { ...CALLS[name].with };
  const within = (value: unknown, text: string): unknown[] => {
    if (typeof value === 'string') return [text];
    if (Array.isArray(value)) return [[text]];
    if (typeof value !== 'object' || value === null) return [];
    const swapped = Object.entries(value).flatMap(([key, held]) => within(held, text).map((put) => ({ ...value, [key]: put })));
    return [...swapped, Object.fromEntries([...Object.entries(value), [text, text]])];
  };
  const keys = Object.keys(carried);
  return HOSTILE.flatMap((text) =>
    keys.flatMap((key) =>
      within(carried[key], text).map((put) =>
        request(`${key} ${text.slice(0, 12)}`, { call: name, with: { ...carried, [key]: put } }),
      ),
    ),
  );
}

describe('a call that is not understood', () => {
  const all = names.flatMap((name) => malformed(name).map(({ is, text }) => ({ is: `${name}: ${is}`, text })));
  it.each(roles)('is refused before anything is read, to %s', (role) => {
    const from = on.wrong.length;
    on.as(role, 'malformed', {
      may: [],
      work: () => {
        const reads = on.office.host.calls.of('values-read');
        const outcomes = on.outcomes(
          'doorsWith',
          all.map(({ text }) => text),
        );
        for (const [n, outcome] of outcomes.entries()) on.count(`${all[n]?.is} as ${role}`, faultIn(outcome) ?? refusal(outcome));
        if (on.office.host.calls.of('values-read') !== reads) on.wrong.push(`a malformed request was read for, as ${role}`);
      },
    });
    expect(on.wrong.slice(from)).toEqual([]);
  });
});

function refusal({ gave }: Outcome): string | null {
  return JSON.parse(String(gave)).sentence?.startsWith('Yêu cầu không hợp lệ') ? null : `answered ${gave}`;
}

/** Whom hostile texts come from, for which calls, and what those may change; an official is answered only by few. */
const HOSTILE_BY: readonly (readonly [Role, readonly CallName[], readonly Kind[]])[] = [
  ['editor', names, []],
  ['official', ['enter', 'slip', 'year-work', 'undo'], ['typed', 'grey', 'log']],
  ['clerk', names.filter((name) => name !== 'roll-over'), ['typed', 'grey', 'plan-machine', 'log', 'hidden']],
  // The title and the words of a plan are the clerk's to write.
  ['clerk', ['roll-over'], ['plan', 'grey', 'plan-machine', 'log']],
];

describe('a call with hostile texts', () => {
  it.each(HOSTILE_BY)(
    'of %s is an answer or a refusal, and changes nothing else',
    (role, calls, may) => {
      const from = on.wrong.length;
      const all = calls.flatMap((name) => hostile(name).map(({ is, text }) => ({ is: `${name}: ${is}`, text })));
      const work = (): void => {
        const outcomes = on.outcomes(
          'doorsWith',
          all.map(({ text }) => text),
        );
        for (const [n, outcome] of outcomes.entries()) on.count(`${all[n]?.is} as ${role}`, faultIn(outcome));
      };
      on.as(role, 'hostile', { may, work });
      expect(on.wrong.slice(from)).toEqual([]);
    },
    600_000,
  );
});

it('reaches nobody it should not', () => expect(leaksOf(on.office)).toEqual([]));
