import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProvince } from '../../tools/province/made-province.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { sampled } from '../helpers/sweep.ts';
import { aFolder, bytesIn, filesIn } from './gathered.ts';

const PRELOAD = pathToFileURL('test/helpers/kill-at-rename.mjs').href;

describe('a run that is killed', () => {
  const room = aFolder();
  const sentIn = join(room.path, 'gui-ve');
  let clean: Record<string, string>;
  let took: number;

  /** The command as a person runs it; `kill`: after so many milliseconds, as by the power. */
  function run(out: string, kill: number | null, atRename = ''): void {
    const args = [
      '--import',
      PRELOAD,
      'build/cli.mjs',
      'gather',
      sentIn,
      '--unit',
      'UBND tỉnh Mẫu',
      '--out',
      out,
      '--today',
      '20/12/2026',
    ];
    spawnSync(process.execPath, args, {
      ...(kill === null ? {} : { timeout: Math.max(1, Math.round(kill)), killSignal: 'SIGKILL' as const }),
      env: { ...process.env, KILL_AT_RENAME: atRename },
      stdio: 'ignore',
    });
  }

  beforeAll(() => {
    ensureBuilt();
    mkdirSync(sentIn);
    makeProvince(sentIn, { units: 12, years: 2, periods: 4, seed: 3 });
    const began = performance.now();
    run(join(room.path, 'sach'), null);
    took = performance.now() - began;
    clean = bytesIn(join(room.path, 'sach'));
  }, 300_000);
  afterAll(() => room.remove());

  const MOMENTS = [0.5, 0.95, 0.05, 0.2, 0.35, 0.65, 0.75, 0.85, 0.9, 0.98];
  it.each(sampled(MOMENTS, 2))('after %s of its time leaves nothing that the next one sees', (part) => {
    const out = join(room.path, 'bi-tat');
    rmSync(out, { recursive: true, force: true });
    run(out, part * took);
    run(out, null);
    expect(Object.keys(clean)).toContain('/tong-hop.xlsx');
    expect(bytesIn(out)).toEqual(clean);
  });

  it('between two files of a second run leaves each file whole, old or new', () => {
    const out = join(room.path, 'hai-lan');
    run(out, null);
    run(out, null, '3 after');
    for (const file of filesIn(out).filter((path) => !path.includes('.dang-tong-hop-')))
      expect(readFileSync(file).toString('hex')).toBe(clean[file.slice(out.length)]);
    run(out, null);
    expect(bytesIn(out)).toEqual(clean);
  });
});
