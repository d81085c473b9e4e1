import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { guidePage, sharedStream, workbenchPage } from '../../src/host/core/dist.ts';
import { newKeys, type Opened } from '../../src/workbench/server/kept.ts';
import { serve } from '../../src/workbench/server/serve.ts';
import { startSession } from '../../src/workbench/server/session-thread.ts';
import { sampleWorkbook } from '../helpers/sample-book.ts';

export type Office = {
  readonly address: string;
  readonly port: number;
  readonly workspace: string;
  /** Ends the program, and leaves the workspace. */
  stop(): Promise<void>;
  /** The program once more, at the same address, as `npm start` begins it again. */
  again(): Promise<void>;
  close(): Promise<void>;
};

/**
 * The real program over a workspace of its own, on the day of the demonstration; `blank`: over an empty workbook; `keyed`: over a tab
 * of lines with keys, under a script that does nothing.
 */
export async function openOffice(workbook: 'blank' | 'sample' | 'keyed', today = '2024-06-20'): Promise<Office> {
  const workspace = mkdtempSync(join(tmpdir(), 'so-cchc-office-'));
  if (workbook === 'sample') sampleWorkbook(workspace, 'so-cchc.xlsx');
  else if (workbook === 'blank') await emptyWorkbook(join(workspace, 'so-cchc.xlsx'));
  else await keyedWorkbook(join(workspace, 'so-cchc.xlsx'));
  const code = workbook === 'keyed' ? { code: 'function onOpen() {} function onEdit() {}' } : {};
  const keys = newKeys();
  let opened: Opened | null = null;
  let version = 1;
  const run = (port: number) =>
    serve({
      workspace,
      port,
      keys,
      page: workbenchPage,
      guide: guidePage,
      sharedStream,
      openWorkbookSession: (hearing, fileKey) =>
        startSession(
          {
            ...{ workspace, workbook: 'so-cchc.xlsx', today, smtpUrl: null, fileKey, notes: [] },
            ...{ version, before: opened, ...code },
          },
          {
            ...hearing,
            opened: (now) => {
              opened = now;
            },
            log: () => undefined,
            broken: (error) => {
              throw error;
            },
          },
        ),
    });
  let running = await run(0);
  const { address, port } = running;
  return {
    ...{ address, port, workspace },
    stop: () => running.close(),
    again: async () => {
      version += 1_000_000;
      running = await run(port);
    },
    close: async () => {
      await running.close();
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}

/** A workbook as another program makes it, with one empty tab. */
async function emptyWorkbook(path: string): Promise<void> {
  const book = new Workbook();
  book.addWorksheet('Trang tính1');
  await book.xlsx.writeFile(path);
}

/** Twelve lines of a period, each with a key of its own. */
async function keyedWorkbook(path: string): Promise<void> {
  const book = new Workbook();
  const sheet = book.addWorksheet('Số liệu');
  sheet.addRow(['Mã', 'Kỳ', 'Số', 'Ghi chú']);
  for (let n = 1; n <= 12; n += 1) sheet.addRow([`T${String(n).padStart(2, '0')}`, 'Quý I', 100 - n, '']);
  await book.xlsx.writeFile(path);
}
