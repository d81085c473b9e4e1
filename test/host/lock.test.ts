import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NotWritable } from '../../src/host/core/unusable.ts';
import { keepFile } from '../../src/host/file/files.ts';
import { takeLock } from '../../src/host/file/lock-file.ts';
import { openStore } from '../../src/host/file/store.ts';
import { plainXlsx } from '../helpers/plain-xlsx.ts';

/** What happens just before a call reaches the file system: another process's act, or a failure. */
const before = vi.hoisted((): Record<'rename' | 'link' | 'write', () => void> => {
  const nothing = (): void => undefined;
  return { rename: nothing, link: nothing, write: nothing };
});
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    renameSync: (...paths: Parameters<typeof fs.renameSync>) => {
      before.rename();
      fs.renameSync(...paths);
    },
    linkSync: (...paths: Parameters<typeof fs.linkSync>) => {
      before.link();
      fs.linkSync(...paths);
    },
    writeFileSync: (...given: Parameters<typeof fs.writeFileSync>) => {
      before.write();
      fs.writeFileSync(...given);
    },
  };
});

let folder = '';
let workbook = '';
let lock = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-lock-'));
  workbook = join(folder, 'so-cchc.xlsx');
  lock = join(folder, '~cchc-so-cchc.xlsx.lock');
});
afterEach(() => {
  for (const call of ['rename', 'link', 'write'] as const) before[call] = () => undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** The same act once, at the first call. */
const once = (act: () => void): (() => void) => {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
};

describe('the lock of a workbook', () => {
  it('is taken over from a process whose number another process has by now', () => {
    const free = takeLock(workbook);
    const mine = readFileSync(lock, 'utf8');
    free();
    const [pid, machine, boot] = mine.split(' ');
    writeFileSync(lock, `${pid} ${machine} ${boot} 1 2024-06-20T01:00:00.000Z\n`);
    expect(() => takeLock(workbook)()).not.toThrow();
  });

  it('is taken over from a machine that was started anew since', () => {
    writeFileSync(lock, `${process.pid} ${hostname()} 00000000-0000-0000-0000-000000000000 5 2024-06-20T01:00:00.000Z\n`);
    expect(() => takeLock(workbook)()).not.toThrow();
  });

  it('is held by a living process, whatever it says of another sort', async () => {
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    try {
      writeFileSync(lock, `${other.pid} ${hostname()}\n`);
      expect(() => takeLock(workbook)).toThrow('đang được một phiên khác của Sổ CCHC mở (máy này, vừa mở)');
    } finally {
      other.kill('SIGKILL');
    }
  });

  it('names its file, the machine, its age and the way out', () => {
    writeFileSync(lock, '17 may-van-thu - - 2022-06-20T01:00:00.000Z\n');
    const age = (Date.now() - 3 * 86_400_000) / 1000;
    utimesSync(lock, age, age);
    expect(() => takeLock(workbook)).toThrow(
      'mở (máy «may-van-thu», từ 3 ngày trước). Đề nghị đóng phiên đó rồi chạy lại; nếu chắc chắn không còn phiên nào mở sổ, đề nghị xóa tệp «~cchc-so-cchc.xlsx.lock» cùng thư mục.',
    );
  });

  it('of a dead process is taken over by one of two, whenever the other comes between', () => {
    writeFileSync(lock, `999999999 ${hostname()}\n`);
    const fresh = `${process.ppid} ${hostname()}\n`;
    before.rename = once(() => writeFileSync(lock, fresh));
    expect(() => takeLock(workbook)).toThrow('đang được một phiên khác');
    expect(readFileSync(lock, 'utf8')).toBe(fresh);
    expect(readdirSync(folder)).toEqual(['~cchc-so-cchc.xlsx.lock']);
  });

  it('of a dead process is not taken twice where the other is quicker still', () => {
    writeFileSync(lock, `999999999 ${hostname()}\n`);
    let links = 0;
    before.link = () => {
      links += 1;
      if (links === 2) writeFileSync(lock, `${process.ppid} ${hostname()}\n`);
    };
    expect(() => takeLock(workbook)).toThrow('đang được một phiên khác');
  });
});

describe('a kept file', () => {
  it('leaves the name to another process that takes it at the same moment', () => {
    before.link = once(() => writeFileSync(join(folder, 'báo cáo.docx'), 'của phiên khác'));
    expect(keepFile(folder, 'báo cáo.docx', Buffer.from('của tôi'))).toBe('báo cáo (2).docx');
    expect(readFileSync(join(folder, 'báo cáo.docx'), 'utf8')).toBe('của phiên khác');
    expect(readdirSync(folder).sort()).toEqual(['báo cáo (2).docx', 'báo cáo.docx']);
  });

  it('is kept, never over another, where the file system has no links', () => {
    before.link = () => {
      throw Object.assign(new Error('no links'), { code: 'EPERM' });
    };
    expect(['1', '2'].map((text) => keepFile(folder, 'a.docx', Buffer.from(text)))).toEqual(['a.docx', 'a (2).docx']);
    expect(readFileSync(join(folder, 'a.docx'), 'utf8')).toBe('1');
  });
});

describe('a workbook that is only looked at', () => {
  const look = (path: string, readOnly: boolean) => openStore(path, { create: false, owner: '', readOnly });
  const readOnlyMedium = (): void => {
    before.write = () => {
      throw Object.assign(new Error('read-only'), { code: 'EROFS' });
    };
  };

  it('is read from a medium that takes no writing, and nothing is written', () => {
    writeFileSync(workbook, plainXlsx([{ name: 'A' }]));
    readOnlyMedium();
    const store = look(workbook, true);
    store.model.sheets.pop();
    store.flush();
    store.close();
    expect(readdirSync(folder)).toEqual(['so-cchc.xlsx']);
    expect(look(workbook, true).model.sheets).toHaveLength(1);
  });

  it('is told to be on such a medium when it is to be written', () => {
    writeFileSync(workbook, plainXlsx([{ name: 'A' }]));
    readOnlyMedium();
    expect(() => look(workbook, false)).toThrow('(EROFS). Nơi chứa tệp chỉ cho đọc. Đề nghị chép sổ sang ổ đĩa ghi được');
  });

  it('has a name as long as the file system allows', () => {
    const path = join(folder, `${'s'.repeat(245)}.xlsx`);
    writeFileSync(path, plainXlsx([{ name: 'A' }]));
    expect(look(path, true).model.sheets).toHaveLength(1);
    expect(() => look(path, false)).toThrow(NotWritable);
    expect(() => look(path, false)).toThrow('Tên tệp dài quá nên không tạo được tệp đi kèm');
  });
});

describe('a link to nowhere', () => {
  it('is told, and stays a link', () => {
    const target = join(folder, 'o-dia', 'so.xlsx');
    symlinkSync(target, workbook);
    expect(() => openStore(workbook, { create: true, owner: '' })).toThrow(`là liên kết tới «${target}», hiện không có ở đó`);
    expect([readdirSync(folder), existsSync(join(folder, 'o-dia'))]).toEqual([['so-cchc.xlsx'], false]);
  });
});

describe('the rights of what is written', () => {
  const modeOf = (path: string): number => statSync(path).mode & 0o777;
  const saved = (): void => {
    const store = openStore(workbook, { create: true, owner: '' });
    store.flush();
    store.close();
  };

  it('are the owner’s alone for a new workbook, its sidecar and its papers', () => {
    saved();
    keepFile(join(folder, 'thu'), 'a.eml', Buffer.from('x'), workbook);
    const made = [workbook, `${workbook}.cchc.json`, join(folder, 'thu', 'a.eml')].map(modeOf);
    expect([made, modeOf(join(folder, 'thu'))]).toEqual([[0o600, 0o600, 0o600], 0o700]);
  });

  it('are those of a workbook that was there for all that is made beside it', () => {
    writeFileSync(workbook, plainXlsx([{ name: 'A' }]), { mode: 0o640 });
    saved();
    keepFile(join(folder, 'thu'), 'a.eml', Buffer.from('x'), workbook);
    const made = [workbook, `${workbook}.cchc.json`, join(folder, 'thu', 'a.eml')].map(modeOf);
    expect([made, modeOf(join(folder, 'thu'))]).toEqual([[0o640, 0o640, 0o640], 0o750]);
  });

  it('are what the umask leaves of all where the office says that the folder is shared', () => {
    vi.stubEnv('CCHC_SHARED', '1');
    saved();
    vi.unstubAllEnvs();
    expect(modeOf(workbook)).toBe(0o666 & ~process.umask());
  });
});
