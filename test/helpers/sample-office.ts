import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ports } from '../../src/app/base/ports.ts';
import { makeSampleWorkbook } from '../../src/cli/sample/sample-workbook.ts';
import { SAMPLES } from '../../src/host/core/demonstration.ts';
import { openHost } from '../../src/host/host.ts';
import { checkTemplate, partsOf, toDocx } from '../../src/paper/docx/engine.ts';
import type { RawTab } from '../../src/workbook/core/cell.ts';
import { type Memory, type MemoryTab, memory } from '../app/memory-ports.ts';
import { hostEnvironment } from '../contract/environment.ts';
import { ensureBuilt } from './built.ts';
import { DEMO_MOMENT } from './environment.ts';
import { sampleWorkbook } from './sample-book.ts';

/** The workbook of a demonstration as it stands on its day, ready to be put into memory as often as a test needs it. */
export function sampleTabs(of: keyof typeof SAMPLES = '2024'): readonly RawTab[] {
  ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-sample-'));
  try {
    if (of === '2024') sampleWorkbook(folder, 'so-cchc.xlsx');
    else makeSampleWorkbook(folder, 'so-cchc.xlsx', SAMPLES[of]);
    const host = openHost({
      workbook: join(folder, 'so-cchc.xlsx'),
      outDir: join(folder, 'bao-cao'),
      mailDir: join(folder, 'thu'),
      user: '',
      now: DEMO_MOMENT,
      create: false,
    });
    try {
      return hostEnvironment({ book: host.model, sidecar: host.sidecar }).ports.workbook.read('all').tabs;
    } finally {
      host.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export type OfficeInMemory = { readonly environment: Memory; readonly ports: Ports };

/** An office of its own over copies of the tabs, with the real .docx engine. */
export function officeOf(tabs: readonly RawTab[]): OfficeInMemory {
  const copies: MemoryTab[] = tabs.map(({ sheetId, name, hidden, values, formats }) => ({
    sheetId,
    name,
    hidden,
    values: values.map((row) => [...row]),
    formats: formats.map((row) => [...row]),
  }));
  const environment = memory({ tabs: copies, today: '2024-06-20' });
  return { environment, ports: { ...environment.ports, docx: { toDocx, partsOf, checkTemplate } } };
}
