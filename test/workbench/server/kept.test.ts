import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openerOf } from '../../../src/cli/open-browser.ts';
import { placesOf } from '../../../src/workbench/server/files/files.ts';
import { newKeys, readKept, writeKept } from '../../../src/workbench/server/kept.ts';

let workspace = '';
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'so-cchc-kept-'));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

describe('what a run of the program leaves to the next one', () => {
  it('is read back, and is its owner’s alone', () => {
    const kept = { ...newKeys(), opened: { workbook: 'so.xlsx', from: 7, columns: 'ab' } };
    writeKept(workspace, kept);
    expect(readKept(workspace)).toEqual(kept);
    if (process.platform !== 'win32') expect(statSync(join(workspace, '.cchc-dia-chi.json')).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{', '[]', '{"token":"x","fileKey":"y"}', '{"token":5}'])('is new where it reads «%s»', (text) => {
    writeFileSync(join(workspace, '.cchc-dia-chi.json'), text);
    const { token, fileKey, opened } = readKept(workspace);
    expect([token, fileKey].every((key) => /^[0-9a-f]{32}$/u.test(key))).toBe(true);
    expect(opened).toBeNull();
  });

  it('is new where there was no run before, and other each time', () => {
    expect(readKept(workspace).token).not.toBe(readKept(workspace).token);
  });
});

it('papers of another workbook than the usual one go into a folder of its name', () => {
  expect(placesOf('so-cchc.xlsx')).toEqual({ reports: 'bao-cao', letters: 'thu' });
  expect(placesOf('so-phuong.xlsx')).toEqual({ reports: 'so-phuong/bao-cao', letters: 'so-phuong/thu' });
});

it('the person’s own browser is opened by the machine’s own command', () => {
  expect(openerOf('linux')).toEqual(['xdg-open']);
  expect(openerOf('darwin')).toEqual(['open']);
  expect(openerOf('win32')?.[0]).toBe('rundll32');
});
