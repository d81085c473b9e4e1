import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HostOptions } from '../../src/host/session.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { aHost, type HostAtWork } from '../helpers/host.ts';

const hosts: HostAtWork[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.remove();
});

function host(code: string, options: Partial<HostOptions> = {}): HostAtWork {
  const made = aHost({ code, ...options });
  hosts.push(made);
  return made;
}

const SHEET = 'const sheet = () => SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];';
const PUT = `${SHEET} function put(rows) { sheet().getRange(1, 1, rows.length, rows[0].length).setValues(rows); }`;
const GET = `${SHEET} function get() { return sheet().getDataRange().getValues(); }`;

/** Another look at the same file, by a process that starts now. */
function reopened(first: HostAtWork): unknown {
  first.close();
  return host(GET, { workbook: first.path }).run('get');
}

describe('an execution', () => {
  it('is on disk when it ends', () => {
    const first = host(PUT);
    first.run('put', [['Mã', "'01"]]);
    expect(reopened(first)).toEqual([['Mã', '01']]);
  });

  it('is on disk even when the script throws at the end', () => {
    const first = host(`${PUT} function go() { put([['a']]); throw new Error('hỏng'); }`);
    expect(() => first.run('go')).toThrow('Error: hỏng');
    expect(reopened(first)).toEqual([['a']]);
  });

  it('that only reads writes no file', () => {
    const only = host(GET);
    only.run('get');
    expect(existsSync(only.path)).toBe(false);
  });

  it('tells a bad write that the script never came to hear', () => {
    const bad = host(PUT);
    expect(() => bad.run('put', [['a'.repeat(50_001)]])).toThrow('50000 characters');
  });

  it('cannot hide from the person that the file was changed elsewhere', () => {
    const first = host(`${PUT} function go() { put([['b']]); try { SpreadsheetApp.flush(); } catch (e) { return 'đã lưu'; } }`);
    first.run('put', [['a']]);
    writeFileSync(first.path, 'of another program');
    expect(() => first.run('go')).toThrow('đã bị thay đổi ở nơi khác');
  });

  it('sees the day that the host was given', () => {
    const dated = host('function today() { return Utilities.formatDate(new Date(), "Asia/Ho_Chi_Minh", "dd/MM/yyyy HH:mm"); }');
    expect(dated.run('today')).toBe('20/06/2024 08:00');
  });

  it('keeps what the script logs', () => {
    const logging = host('function go() { console.error("một", 2); }');
    logging.run('go');
    expect(logging.logged()).toEqual(['một 2']);
  });
});

describe('a human edit', () => {
  const WATCH = `${SHEET} function onEdit(e) {
    sheet().getRange(10, 1, 1, 4).setValues([[e.range.getRow(), e.range.getColumn(), e.range.getNumRows(), String(e.value)]]);
  } function get() { return sheet().getRange(10, 1, 1, 4).getValues()[0]; }`;

  it.each([
    [[['1,5']], [2, 3, 1, 1.5]],
    [[['TRUE']], [2, 3, 1, true]],
    [[['']], [2, 3, 1, 'undefined']],
    [
      [['1'], ['2']],
      [2, 3, 2, 'undefined'],
    ],
  ])('of %j fires onEdit with its range, and its value when it is one cell', (rows, seen) => {
    const watching = host(WATCH, { screen: null });
    watching.sidecar.locale = 'en_US';
    const american = rows.map((row) => row.map((text) => text.replace(',', '.')));
    watching.type({ tab: 'Trang tính1', row: 2, column: 3, rows: american });
    expect(watching.run('get')).toEqual(seen);
  });

  it('of many at once fires nothing', () => {
    const watching = host(WATCH);
    watching.typeAll([{ tab: 'Trang tính1', row: 1, column: 1, rows: [['14/06/2024']] }]);
    expect(watching.run('get')).toEqual(['', '', '', '']);
  });

  it('in a tab that is not there is refused', () => {
    expect(() => host(WATCH).type({ tab: 'Trang lạ', row: 1, column: 1, rows: [['a']] })).toThrow('không có trang «Trang lạ»');
  });

  it('is not counted as a formula of the script', () => {
    const watching = host('function onEdit() {}');
    watching.type({ tab: 'Trang tính1', row: 1, column: 1, rows: [['=1+1']] });
    expect(watching.formulas()).toBe(0);
  });
});

describe('finding a cell', () => {
  it('reads the headers and the keys as a person would', () => {
    const book = host(PUT);
    book.run('put', [
      ['Cập nhật lúc 08:00', '', ''],
      ['Mã', 'Kỳ', ' tử  số '],
      ["'T1.1", 'Quý I 2024', 3],
      ["'T1.1", '6 tháng đầu năm 2024', 5],
    ]);
    const sought = { tab: 'Trang tính1', id: 'T1.1', period: '6 tháng đầu năm 2024', header: 'Tử số' };
    expect(book.find(sought)).toEqual({ tab: 'Trang tính1', row: 4, column: 3 });
    expect(book.find({ ...sought, header: 'Mẫu số' })).toBeNull();
    expect(book.find({ ...sought, id: 'T9.9' })).toBeNull();
  });
});

describe('mail', () => {
  beforeAll(ensureBuilt);
  const SEND = `${SHEET} function send(sample) {
    SpreadsheetApp.getActiveSpreadsheet().insertSheet('Thông tin chung', 0).getRange(1, 1, 2, 2)
      .setValues([['Nội dung', 'Giá trị'], ['Dữ liệu minh họa', sample]]);
    MailApp.sendEmail({ to: 'chu-tich@example.vn', subject: 'Thử', body: 'Thử', htmlBody: 'Thử', name: 'Sổ CCHC' });
  }`;

  /** Nobody listens there: a letter that is really sent fails. */
  const nowhere = { smtpUrl: 'smtp://127.0.0.1:1' };

  it.each(['Có', 'demo', 'minh họa', 'x', 'đúng', true, 1])(
    'of figures that are illustrative by %j never goes to a mail server',
    (said) => {
      const sending = host(SEND, nowhere);
      sending.run('send', said);
      expect(readdirSync(`${sending.folder}/thu`)).toEqual(['2024-06-20 chu-tich@example.vn.eml']);
    },
  );

  it.each(['không', 'KHÔNG ', '', 'false', false, 0])(
    'of real figures, as %j says, goes to the server that is set, and to no file',
    (said) => {
      const sending = host(SEND, nowhere);
      expect(() => sending.run('send', said)).toThrow('Failed to send email');
      expect(existsSync(`${sending.folder}/thu`)).toBe(false);
    },
  );
});
