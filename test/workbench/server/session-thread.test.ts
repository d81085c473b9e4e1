import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WORKBENCH_REFUSALS } from '../../../src/words/pages/workbench-server.ts';
import { startSession } from '../../../src/workbench/server/session-thread.ts';
import { ensureBuilt } from '../../helpers/built.ts';

let workspace = '';
beforeAll(ensureBuilt);
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

const SCRIPT = 'function onOpen() {} function onEdit() {}';

async function book(cells: number): Promise<Buffer> {
  const made = new Workbook();
  const sheet = made.addWorksheet('Số liệu');
  sheet.addRow(['Mã', 'Số']);
  for (let row = 1; row <= cells / 10; row += 1) sheet.addRow(Array.from({ length: 10 }, (_, at) => row * 10 + at));
  return Buffer.from(await made.xlsx.writeBuffer());
}

it('a thread that dies answers everybody who waits, takes what it was bringing in with it, and leaves what was typed for the next', async () => {
  workspace = mkdtempSync(join(tmpdir(), 'so-cchc-thread-'));
  const path = join(workspace, 'so.xlsx');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(path, await book(100));
  const start = { workspace, workbook: 'so.xlsx', today: '2024-06-20', smtpUrl: null, fileKey: 'k', notes: [], code: SCRIPT };
  const broken: Error[] = [];
  const hearing = { news: () => undefined, page: () => undefined, log: () => undefined };
  const thread = await startSession(
    start,
    { ...hearing, broken: (error) => void broken.push(error) },
    { maxOldGenerationSizeMb: 48 },
  );
  const typing = { row: 3, column: 2, rows: [['777']] };
  const seen = { version: 1, keys: [['20']] };
  expect(await thread.command('a', { do: 'type', tab: 1, typing, seen, nth: 1 })).toMatchObject({ ok: true });
  const file = (await book(400_000)).toString('base64');
  const waiting = [
    thread.command('a', { do: 'bring', name: 'lon.xlsx', file }),
    thread.command('b', { do: 'book' }),
    thread.call('b', { name: 'ask', args: [] }),
  ];
  const refusal = expect.objectContaining({ ok: false });
  expect(await Promise.all(waiting)).toEqual([
    expect.objectContaining({ ok: false, sentence: WORKBENCH_REFUSALS.broken }),
    refusal,
    expect.objectContaining({ ok: false, message: WORKBENCH_REFUSALS.broken }),
  ]);
  expect(broken).toHaveLength(1);
  expect(await thread.command('b', { do: 'book' })).toMatchObject({ ok: false, sentence: WORKBENCH_REFUSALS.broken });
  await thread.close();
  expect(readdirSync(workspace).filter((name) => name.endsWith('.xlsx'))).toEqual(['so.xlsx']);
  expect(existsSync(`${path}.cchc-journal`)).toBe(true);
  expect(readFileSync(`${path}.cchc-journal`, 'utf8')).toContain('777');
}, 300_000);
