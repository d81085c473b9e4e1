import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { workbenchPage } from '../../src/host/core/dist.ts';
import { startDesk } from '../../src/workbench/server/desk-thread.ts';
import { serve } from '../../src/workbench/server/serve.ts';
import { sampleWorkbook } from '../helpers/sample-book.ts';

export type Office = { readonly address: string; readonly workspace: string; close(): Promise<void> };

/** The real program over a workspace of its own, on the day of the demonstration; `blank`: over an empty workbook. */
export async function openOffice(workbook: 'blank' | 'sample'): Promise<Office> {
  const workspace = mkdtempSync(join(tmpdir(), 'so-cchc-office-'));
  if (workbook === 'sample') sampleWorkbook(workspace, 'so-cchc.xlsx');
  else await emptyWorkbook(join(workspace, 'so-cchc.xlsx'));
  const { address, close } = await serve({
    workspace,
    port: 0,
    page: workbenchPage,
    openDesk: (hearing) =>
      startDesk(
        { workspace, workbook: 'so-cchc.xlsx', today: '2024-06-20', smtpUrl: null },
        {
          ...hearing,
          log: () => undefined,
          broken: (error) => {
            throw error;
          },
        },
      ),
  });
  return {
    address,
    workspace,
    close: async () => {
      await close();
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
