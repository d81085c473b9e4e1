import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { times } from '../../helpers/sweep.ts';
import {
  aWorkbook,
  buildChild,
  cleanUp,
  copyOf,
  entriesIn,
  filesBeside,
  NAME,
  reopened,
  runChild,
  SAVES,
  typedOnDisk,
} from './killed.ts';

afterAll(cleanUp);
beforeAll(buildChild);

describe('a disk that fails', () => {
  // A full disk at every call; the other two take the same ways, so that every fourth call will do.
  it.each([
    ['ENOSPC', times(1, 6)],
    ['EIO', times(4, 12)],
    ['EACCES', times(4, 12)],
  ])(
    'with %s at any call leaves a whole workbook, all that was acknowledged, and says so',
    (code, every) => {
      const whole = aWorkbook();
      const { steps } = runChild(copyOf(whole), 'work');
      const chosen = [...steps.keys()].filter((step) => step % every === 0);
      let refused = 0;
      for (const step of chosen) {
        const workbook = copyOf(whole);
        const { said } = runChild(workbook, 'work', { step, how: 'half', fail: code });
        expect(said.join('\n'), `${steps[step]} ${step}`).not.toContain('bug');
        const sentence = said.find((line) => line.startsWith('refused'));
        if (sentence !== undefined) {
          refused += 1;
          expect(sentence).toMatch(/Không ghi được tệp|Không đọc được tệp/u);
        }
        expect(SAVES).toContainEqual(typedOnDisk(workbook));
        reopened(workbook);
        for (const entry of entriesIn(said)) expect(typedOnDisk(workbook)).toContain(entry);
        expect(filesBeside(dirname(workbook)).filter((name) => name !== `${NAME}.cchc.json`)).toEqual([NAME]);
      }
      process.stdout.write(`${code}: ${chosen.length} calls made to fail, told ${refused} times, 0 halves\n`);
      expect(refused).toBeGreaterThan(chosen.length / 4);
    },
    900_000,
  );

  it('renames slowly, or only at the third try, as a network folder does', () => {
    const workbook = aWorkbook();
    const start = performance.now();
    expect(runChild(workbook, 'work', { slowRename: 700 }).said.at(-1)).toBe('closed');
    expect(performance.now() - start).toBeGreaterThan(1_400);
    expect(typedOnDisk(workbook)).toEqual(['một', 'hai', 'ba']);
    const busy = aWorkbook();
    expect(runChild(busy, 'work', { busyRenames: 2 }).said.at(-1)).toBe('closed');
    expect(typedOnDisk(busy)).toEqual(['một', 'hai', 'ba']);
  });
});

describe.skipIf(process.getuid?.() !== 0)('a folder that may not be written to (needs root to play somebody else)', () => {
  it('is told, and the workbook is as it was', () => {
    const workbook = aWorkbook();
    const before = readFileSync(workbook);
    chmodSync(dirname(dirname(workbook)), 0o755);
    chmodSync(dirname(workbook), 0o555);
    const [sentence = ''] = runChild(workbook, 'work', { uid: 65_534 }).said;
    expect(sentence).toContain('Không ghi được tệp');
    expect(sentence).toContain('EACCES');
    expect(readFileSync(workbook).equals(before)).toBe(true);
  });
});

/** A file system of 64 kB, where one may be mounted. */
function tinyDisk(): string | null {
  const place = mkdtempSync(join(tmpdir(), 'dia-day-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place]).status === 0;
  if (!mounted) process.stderr.write('skipped: no file system may be mounted here\n');
  return mounted ? place : null;
}

describe('a disk that is truly full', () => {
  const disk = tinyDisk();
  afterAll(() => {
    if (disk === null) return;
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });

  it.skipIf(disk === null)('refuses the entry with a sentence and keeps the workbook; with room again it goes on', () => {
    const folder = join(disk ?? '', 'Sổ của xã');
    mkdirSync(folder);
    const workbook = join(folder, NAME);
    copyFileSync(aWorkbook(), workbook);
    const { bavail, bsize } = statfsSync(folder);
    const filler = join(disk ?? '', 'đầy');
    writeFileSync(filler, Buffer.alloc(bavail * bsize));
    const { said } = runChild(workbook, 'work');
    expect(said[0]).toContain('ENOSPC');
    expect(typedOnDisk(workbook)).toEqual(['', '', '']);
    rmSync(filler);
    expect(runChild(workbook, 'work').said.at(-1)).toBe('closed');
    expect(typedOnDisk(workbook)).toEqual(['một', 'hai', 'ba']);
  });
});
