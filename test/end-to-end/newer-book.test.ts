import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/app/ask.ts';
import type { CallName, Calls } from '../../src/app/calls.ts';
import { findByKeys } from '../../src/host/core/look.ts';
import { toDocx } from '../../src/paper/docx/engine.ts';
import type { Paper } from '../../src/words/paper/paper.ts';
import { type Memory, memory } from '../app/memory-ports.ts';
import { cellsOf, office, READ_TASK, type } from '../app/operations.ts';
import { SMALL_TEMPLATE } from '../app/small-plan.ts';
import { aHost, type HostAtWork } from '../helpers/host.ts';
import { cellsIn } from './layout-of.ts';

const PERIOD = '6 tháng đầu năm 2024';
const NOTE: Paper = {
  title: 'Báo cáo',
  frame: null,
  banner: null,
  annexes: [],
  blocks: [{ is: 'paragraph', style: 'body', runs: [{ text: 'Kết quả' }] }],
};
/** Every call there is, with what each would take; a call that is left out does not compile. */
const REQUESTS: { readonly [Name in CallName]: Calls[Name]['request'] } = {
  today: {},
  check: {},
  owed: {},
  refresh: {},
  upgrade: {},
  'set-up': { template: SMALL_TEMPLATE.key },
  adopt: { agreed: '' },
  'roll-over': {
    from: '',
    plan: { id: 'KH2', title: 'Kế hoạch 2026 - 2030', kind: 'stage', first: 2026, last: 2030, number: '', issuedOn: '' },
    ...{ periods: 'cchc', levels: true, baselines: true, rows: [] },
  },
  'roll-over-state': {},
  'open-period': { period: 'Quý III 2024' },
  'close-period': { period: PERIOD },
  'reopen-period': { period: 'Quý I 2024', reason: 'sửa' },
  'mark-sent': { period: 'Quý I 2024' },
  'explain-change': { change: 'Kế hoạch - Chỉ tiêu | T1.1 | Năm 2024', reason: 'sửa' },
  'restore-change': { change: 'Kế hoạch - Chỉ tiêu | T1.1 | Năm 2024' },
  'confirm-proposals': { ids: [] },
  'undo-preview': {},
  'my-rows': { role: '' },
  indicators: {},
  years: {},
  indicator: { id: 'T3.4' },
  'set-up-state': {},
  'open-choices': {},
  'close-choice': {},
  undo: { of: 'gì' },
  'keep-evidence': { tab: 'Nhập số liệu', id: 'T3.4', period: PERIOD, name: 'a.pdf', file: 'JVBERg==' },
  appraise: { tab: 'Nhập số liệu', id: 'T3.4', period: PERIOD, appraisal: 'agreed', reason: '' },
  enter: { tab: 'Nhập số liệu', id: 'T3.4', period: PERIOD, values: { 'Tử số': '1' } },
  report: { period: PERIOD },
  'draft-narratives': { period: PERIOD },
  'export-period': { period: PERIOD },
  forms: { period: PERIOD },
  'report-preview': { period: PERIOD },
  brief: { period: PERIOD },
  meeting: { period: PERIOD },
  matrix: {},
  letters: { period: PERIOD },
  slip: { period: PERIOD, role: 'Tư pháp – Hộ tịch' },
  'year-work': { period: PERIOD, role: '' },
  reconcile: { file: Buffer.from(toDocx(NOTE)).toString('base64'), period: PERIOD, keep: false },
  'report-pdf': { period: PERIOD },
  'store-template': { file: '' },
  'bring-back': { at: { of: 'narrative', id: 'I', period: PERIOD, field: 'text' }, before: '1', after: '2' },
  mail: { preview: false },
  'mail-log': {},
  'test-mail': {},
  'record-opinion': { rows: [{ of: 'actual', id: 'T3.4', period: PERIOD }], opinion: 'Đồng ý' },
  'import-plan': { rows: [READ_TASK], years: null, plan: '' },
  extras: {},
  'add-extra': { extra: 'inspections' },
  record: { register: 'inspections', id: '', values: { 'Tồn tại, kiến nghị': 'Niêm yết thiếu' } },
  feed: { period: PERIOD },
  'read-plan': { file: '', text: 'I. CẢI CÁCH THỂ CHẾ\n1. Mục tiêu\n- 100% văn bản ban hành đúng hạn.', plan: '', columns: [] },
  'lay-criteria': { set: 'xa-2025', year: 2025 },
  'score-sheet': { year: 2025 },
  'import-survey': { file: 'Câu 1\nHài lòng', title: 'Khảo sát', subject: 'citizens', until: '', minimum: '', feeds: '' },
  'go-to': { tab: 'Nhập số liệu', row: 1, column: 1 },
};
/** Shows a cell, reads and writes none. */
const READS_NOTHING: readonly string[] = ['go-to'];

const SENTENCE =
  'Sổ này do bản mới hơn tạo (phiên bản sổ 4). Đề nghị cập nhật chương trình lên bản mới nhất rồi mở lại sổ; chưa ghi gì vào sổ.';

function newer(): Memory {
  const session = memory({ tabs: office().tabs, templates: [SMALL_TEMPLATE] });
  type(session.tab('Thông tin chung'), ['Phiên bản sổ', 'Giá trị'], '4');
  return session;
}

afterAll(() => {
  process.stdout.write(`calls on a newer workbook: ${Object.keys(REQUESTS).length}, each refused or reading no cell\n`);
});

describe('a workbook that a newer build made', () => {
  it.each(Object.entries(REQUESTS).filter(([name]) => !READS_NOTHING.includes(name)))(
    'is not written to by «%s», and the person is told what to do',
    (call, request) => {
      const session = newer();
      const before = cellsOf(session);
      expect(JSON.parse(ask(session.ports, JSON.stringify({ call, with: request })))).toEqual({ ok: false, sentence: SENTENCE });
      expect(session.calls.filter((made) => made !== 'values' && made !== 'formats' && made !== 'lock')).toEqual([]);
      expect([session.outbox, session.files]).toEqual([[], []]);
      expect(cellsOf(session)).toEqual(before);
    },
  );
});

describe('the bundle over a workbook that a newer build made', () => {
  let host: HostAtWork;
  beforeAll(() => {
    host = aHost();
    host.ask('set-up', { template: 'gia-luong-2021-2025' });
    host.ask('open-period', { period: PERIOD });
    const at = findByKeys(host.model, { tab: 'Thông tin chung', header: 'Giá trị', keys: { 'Nội dung': 'Phiên bản sổ' } });
    if (at === null) throw new Error('no version');
    host.typeAll([{ ...at, rows: [['4']] }]);
    host.save();
  });
  afterAll(() => host.remove());

  it('says so on the page, and its daily run writes nothing', () => {
    const before = readFileSync(host.path);
    expect(host.ask('today', {})).toEqual({ ok: false, sentence: SENTENCE });
    host.run('runDaily');
    expect(host.logged().some((line) => line.includes('runDaily'))).toBe(true);
    expect(readFileSync(host.path).equals(before)).toBe(true);
  });

  it('keeps what is typed and gives no verdict for it', () => {
    const at = host.find({ tab: 'Nhập số liệu', id: 'T3.4', period: PERIOD, header: 'Tử số' });
    if (at === null) throw new Error('no cell');
    const before = cellsIn(host.model);
    host.type({ ...at, rows: [['7']] });
    const changed = [...cellsIn(host.model)].filter(([place, value]) => before.get(place) !== value);
    expect(changed).toEqual([[`Nhập số liệu ${at.row} ${at.column}`, 7]]);
  });
});
