import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../src/host/host.ts';
import { sayRecovery } from '../../src/host/recovery.ts';
import type { SheetModel } from '../../src/xlsx/model.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { aWorkbook, cleanUp, typedOnDisk } from './kill/killed.ts';
import { onWorkbook } from './kill/script.ts';

const hosts: Host[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.close();
  cleanUp();
});

function open(workbook: string): Host {
  const host = openHost(onWorkbook(workbook));
  hosts.push(host);
  return host;
}

const TAB = 'Nhập số liệu';
const typeInto = (host: Host, row: number, text: string): void => host.type({ tab: TAB, row, column: 3, rows: [[text]] });

/** Somebody else saves the file with another program. */
function elsewhere(workbook: string, change: (sheet: SheetModel) => void): void {
  const bytes = readFileSync(workbook);
  const model = readXlsx(bytes);
  const [sheet] = model.sheets;
  if (sheet === undefined) throw new Error('there is a sheet');
  change(sheet);
  writeFileSync(workbook, saveXlsx(bytes, model));
}

/** Puts a new first row of data above the others, as an office does. */
function insertRow(sheet: SheetModel): void {
  for (const row of [5, 4, 3]) sheet.cells.set(row + 1, sheet.cells.get(row) ?? new Map());
  const style = sheet.cells.get(2)?.get(1)?.style;
  if (style === undefined) throw new Error('there are headers');
  sheet.cells.set(3, new Map([[1, { value: 'T0', formula: null, style }]]));
}

function setCell(sheet: SheetModel, row: number, value: string): void {
  const like = sheet.cells.get(2)?.get(1);
  if (like === undefined) throw new Error('there are headers');
  sheet.cells.get(row)?.set(3, { ...like, value });
}

describe('a file that somebody else changed while it was open here', () => {
  it('is not written to; read again, it gets what was typed by key and header, wherever the row went', () => {
    const workbook = aWorkbook();
    const host = open(workbook);
    typeInto(host, 4, 'của tôi');
    elsewhere(workbook, insertRow);
    const theirs = readFileSync(workbook);
    expect(() => host.run('stamp')).toThrow('đã bị thay đổi ở nơi khác');
    expect(readFileSync(workbook).equals(theirs)).toBe(true);
    expect(host.reload()).toEqual({ applied: 1, left: [], kept: null });
    const [sheet] = readXlsx(readFileSync(workbook)).sheets;
    expect(sheet?.cells.get(4)?.get(3)?.value ?? '').toBe('');
    expect([sheet?.cells.get(5)?.get(1)?.value, sheet?.cells.get(5)?.get(3)?.value]).toEqual(['T2', 'của tôi']);
    host.run('stamp');
    expect(existsSync(`${workbook}.cchc-journal`)).toBe(false);
  });

  it('keeps what the other typed into the same cell: ours is told, kept in a file, and typed nowhere', () => {
    const workbook = aWorkbook();
    const host = open(workbook);
    typeInto(host, 3, 'của tôi');
    typeInto(host, 5, 'còn đây');
    elsewhere(workbook, (sheet) => setCell(sheet, 3, 'của người khác'));
    expect(() => host.run('stamp')).toThrow('đã bị thay đổi');
    const recovery = host.reload();
    expect(recovery.applied).toBe(1);
    expect(sayRecovery(recovery)).toEqual([
      'Đã ghi lại 1 ô nhập lần trước mà chưa kịp lưu vào sổ.',
      'Trang «Nhập số liệu», dòng «T1 – Quý I», cột «Kết quả nhập tay», nội dung «của tôi»: chưa nhập lại (ô đã được sửa ở nơi khác, nay là «của người khác»).',
      `Nội dung chưa nhập lại được lưu ở tệp «${workbook}.chua-nhap-lai.txt». Đề nghị xem lại và nhập vào sổ.`,
    ]);
    expect(readFileSync(`${workbook}.chua-nhap-lai.txt`, 'utf8')).toContain('của tôi');
    expect(typedOnDisk(workbook)).toEqual(['của người khác', '', 'còn đây']);
  });

  it('tells of a row or a column that is gone instead of typing at its address', () => {
    const workbook = aWorkbook();
    const host = open(workbook);
    typeInto(host, 4, 'của tôi');
    elsewhere(workbook, (sheet) => void sheet.cells.delete(4));
    expect(() => host.run('stamp')).toThrow('đã bị thay đổi');
    expect(host.reload()).toMatchObject({ applied: 0, left: [expect.stringContaining('không còn dòng hoặc cột đó')] });
    expect(typedOnDisk(workbook)).toEqual(['', '', '']);
  });

  it('keeps the journal while another program has the file open, and takes it in when that is closed', () => {
    const workbook = aWorkbook();
    const host = open(workbook);
    typeInto(host, 3, 'một');
    const lock = join(dirname(workbook), '.~lock.Sổ theo dõi.xlsx#');
    writeFileSync(lock, 'Lan,lan,may-1,20.06.2024 08:00,file;');
    expect(() => host.run('stamp')).toThrow('LibreOffice (người mở: Lan, may-1)');
    expect(() => host.reload()).toThrow('LibreOffice');
    expect(() => typeInto(host, 4, 'hai')).toThrow('LibreOffice');
    expect(typedOnDisk(workbook)).toEqual(['', '', '']);
    rmSync(lock);
    host.run('stamp');
    expect(typedOnDisk(workbook)).toEqual(['một', 'hai', '']);
  });
});

describe('a journal', () => {
  it('whose end was cut off by a power cut gives all that was acknowledged before', () => {
    const workbook = aWorkbook();
    const host = open(workbook);
    typeInto(host, 3, 'một');
    typeInto(host, 4, 'hai');
    const journal = `${workbook}.cchc-journal`;
    const held = readFileSync(journal);
    hosts.splice(0)[0]?.close();
    const fresh = aWorkbook();
    for (const cut of [1, 40, 200]) {
      writeFileSync(`${fresh}.cchc-journal`, held.subarray(0, held.length - cut));
      writeFileSync(fresh, saveXlsx(null, readXlsx(readFileSync(fresh))));
      const again = open(fresh);
      expect(again.recovered.left).toEqual([]);
      hosts.splice(0)[0]?.close();
    }
    expect(typedOnDisk(fresh)[0]).toBe('một');
  });

  it('with a line broken in the middle says that something may be missing, and types the rest', () => {
    const workbook = aWorkbook();
    typeInto(open(workbook), 3, 'một');
    const journal = `${workbook}.cchc-journal`;
    const text = readFileSync(journal, 'utf8');
    hosts.splice(0)[0]?.close();
    const fresh = aWorkbook();
    writeFileSync(`${fresh}.cchc-journal`, `${text}00000000 {"kind":"edit"}\n`);
    expect(open(fresh).recovered.left).toEqual(['Nhật ký nhập có 1 dòng không đọc được, có thể thiếu nội dung đã nhập.']);
    expect(typedOnDisk(fresh)[0]).toBe('một');
  });

  it('is taken in when the workbook is to be saved now, as before a download', () => {
    const workbook = aWorkbook();
    const host = open(workbook);
    typeInto(host, 3, 'một');
    host.save();
    expect(typedOnDisk(workbook)[0]).toBe('một');
    expect(existsSync(`${workbook}.cchc-journal`)).toBe(false);
  });

  it('does not grow without end: after a hundred entries the workbook is written', () => {
    const workbook = aWorkbook();
    const host = open(workbook);
    for (let n = 1; n <= 101; n += 1) typeInto(host, 3, `lần ${n}`);
    expect(typedOnDisk(workbook)[0]).toMatch(/^lần (99|100)$/u);
    expect(readFileSync(`${workbook}.cchc-journal`, 'utf8').split('\n').length).toBeLessThan(5);
  });
});
