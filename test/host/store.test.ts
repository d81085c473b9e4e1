import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Unusable } from '../../src/host/core/unusable.ts';
import { openStore, type Store } from '../../src/host/file/store.ts';
import { WORKBOOK_SIZE } from '../../src/words/host/workbook-file.ts';
import { PLAIN } from '../../src/xlsx/areas.ts';

let folder = '';
let path = '';
const opened: Store[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-store-'));
  path = join(folder, 'so-cchc.xlsx');
});

afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(create = true): Store {
  const store = openStore(path, { create, owner: 'van-thu@example.vn' });
  opened.push(store);
  return store;
}

function write(store: Store, text: string): void {
  store.model.sheets[0]?.cells.set(1, new Map([[1, { value: text, formula: null, style: PLAIN }]]));
}

const firstCell = (store: Store) => store.model.sheets[0]?.cells.get(1)?.get(1)?.value;

/** As Excel writes it: the name in one byte a letter, padded, then again in UTF-16. */
function excelOwner(name: string): Buffer {
  const plain = Buffer.from(name.replace(/[^ -~]/gu, '?'), 'latin1');
  const wide = Buffer.alloc(108, ' ', 'utf16le');
  wide.write(name, 'utf16le');
  const length = Buffer.alloc(2);
  length.writeUInt16LE(name.length);
  return Buffer.concat([Buffer.from([plain.length]), plain, Buffer.alloc(54 - plain.length, 0x20), length, wide]);
}

describe('a workbook file', () => {
  it('is on disk after a flush, with its sidecar, and nothing is left beside', () => {
    const store = open();
    write(store, 'Đạt');
    store.sidecar.properties['a'] = '1';
    store.flush();
    store.close();
    expect(readdirSync(folder).sort()).toEqual(['so-cchc.xlsx', 'so-cchc.xlsx.cchc.json']);
    const again = open(false);
    expect(firstCell(again)).toBe('Đạt');
    expect(again.sidecar).toMatchObject({ owner: 'van-thu@example.vn', locale: 'vi_VN', properties: { a: '1' } });
  });

  it('keeps the last flushed state when the process dies before the next flush', () => {
    const store = open();
    write(store, 'đã ghi');
    store.flush();
    write(store, 'chưa ghi');
    store.close();
    expect(firstCell(open(false))).toBe('đã ghi');
  });

  it('opens with a broken sidecar as with none', () => {
    const store = open();
    store.flush();
    store.close();
    writeFileSync(`${path}.cchc.json`, '{"properties": {"a": 1}, "protections": [3], "triggers"');
    expect(open(false).sidecar).toMatchObject({ properties: {}, protections: [], triggers: [] });
  });

  it('is refused to a second opener, and free again after a process that died', () => {
    open();
    expect(() => open()).toThrow('đang được một phiên khác của Sổ CCHC mở');
    for (const store of opened.splice(0)) store.close();
    writeFileSync(join(folder, '~cchc-so-cchc.xlsx.lock'), `999999999 ${hostname()}\n`);
    expect(() => open()).not.toThrow();
  });

  it.each([['999999999 may-khac\n'], ['']])(
    'is refused while its lock says %j: another machine’s, or one just being made',
    (holder) => {
      const lock = join(folder, '~cchc-so-cchc.xlsx.lock');
      writeFileSync(lock, holder);
      expect(() => open()).toThrow('đang được một phiên khác của Sổ CCHC mở');
      expect(readFileSync(lock, 'utf8')).toBe(holder);
    },
  );

  it('is written behind a link, open to nobody new', () => {
    open().flush();
    for (const store of opened.splice(0)) store.close();
    chmodSync(path, 0o640);
    const real = path;
    path = join(folder, 'lien-ket.xlsx');
    symlinkSync(real, path);
    const store = open(false);
    write(store, 'mới');
    store.flush();
    expect([lstatSync(path).isSymbolicLink(), statSync(real).mode & 0o777]).toEqual([true, 0o640]);
    for (const held of opened.splice(0)) held.close();
    path = real;
    expect(open(false).model.sheets[0]?.cells.get(1)?.get(1)?.value).toBe('mới');
  });

  it.each([
    ['~$so-cchc.xlsx', Buffer.from([3, 0x4c, 0x61, 0x6e]), 'Microsoft Excel (người mở: Lan)'],
    ['~$so-cchc.xlsx', excelOwner('Trần Thị Diễm'), 'Microsoft Excel (người mở: Trần Thị Diễm)'],
    ['.~lock.so-cchc.xlsx#', Buffer.from('Lan,lan,may-1,20.06.2024 08:00,file;'), 'LibreOffice (người mở: Lan, may-1)'],
    ['.~lock.so-cchc.xlsx#', Buffer.from(',van.thu,may\\,2,20.06.2024 08:00,file;'), 'LibreOffice (người mở: van.thu, may,2)'],
  ])('is refused while %s lies beside it', (name, bytes, said) => {
    const store = open();
    store.flush();
    const before = readFileSync(path);
    write(store, 'mới');
    writeFileSync(join(folder, name), bytes);
    expect(() => store.flush()).toThrow(said);
    expect(readFileSync(path).equals(before)).toBe(true);
    store.close();
    expect(() => open(false)).toThrow(said);
  });

  it('is left alone when somebody changed it meanwhile', () => {
    const store = open();
    store.flush();
    writeFileSync(path, 'of another program');
    write(store, 'mới');
    expect(() => store.flush()).toThrow('đã bị thay đổi ở nơi khác');
    expect(readFileSync(path, 'utf8')).toBe('of another program');
  });

  it('may be touched without being changed', () => {
    const store = open();
    store.flush();
    const later = new Date(statSync(path).mtimeMs + 600_000);
    utimesSync(path, later, later);
    write(store, 'mới');
    expect(() => store.flush()).not.toThrow();
  });

  it.each([
    ['no workbook at all', 'day chi la mot tep van ban'],
    ['an empty file', ''],
    ['a zip cut in half', 'PK\u0003\u0004'],
  ])('is told to be unreadable when it is %s', (_, text) => {
    writeFileSync(path, text);
    expect(() => open(false)).toThrow(Unusable);
    expect(() => open(false)).toThrow('tệp hỏng hoặc không phải sổ Excel');
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(existsSync(join(folder, '~cchc-so-cchc.xlsx.lock'))).toBe(false);
  });

  it('is told to be unwritable where no file can be made', () => {
    writeFileSync(join(folder, 'tep'), '');
    path = join(folder, 'tep', 'so-cchc.xlsx');
    expect(() => open()).toThrow('Không ghi được tệp');
  });

  it('is told to be missing, or not to be an .xlsx', () => {
    expect(() => open(false)).toThrow('Không tìm thấy tệp');
    path = join(folder, 'so-cchc.xls');
    expect(() => open()).toThrow('không có đuôi .xlsx');
  });
});

describe('what is no file to be read whole', () => {
  /** The sentence of the refusal; what stands in the folder afterwards is told with it. */
  const refusal = (): string => {
    try {
      open(false);
      return 'opened';
    } catch (thrown) {
      if (!(thrown instanceof Unusable)) throw thrown;
      return thrown.message;
    }
  };
  const leftovers = (): string[] => readdirSync(folder).filter((name) => name.includes('lock'));

  it.skipIf(process.platform === 'win32')('is refused at once: a pipe, which would be waited for without end', () => {
    execFileSync('mkfifo', [path]);
    expect(refusal()).toBe(WORKBOOK_SIZE.notFile(path));
    expect(leftovers()).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'is refused at once: a link to a device without an end, where no lock may be left',
    () => {
      symlinkSync('/dev/zero', path);
      expect(refusal()).toBe(WORKBOOK_SIZE.notFile('/dev/zero'));
      expect(leftovers()).toEqual([]);
      expect(readdirSync('/dev').filter((name) => name.includes('zero'))).toEqual(['zero']);
    },
  );

  it('is refused before it is read: a file of two gigabytes that takes no room on the disk', () => {
    writeFileSync(path, '');
    truncateSync(path, 2_000_000_000);
    expect(refusal()).toBe(WORKBOOK_SIZE.onDisk(path));
    expect(leftovers()).toEqual([]);
  });

  it('is refused when it takes the place of an open workbook', () => {
    const store = open();
    store.flush();
    rmSync(path);
    writeFileSync(path, '');
    truncateSync(path, 2_000_000_000);
    expect(() => store.flush()).toThrow(Unusable);
  });
});
