import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Host, openHost } from '../../src/host/host.ts';
import type { HostOptions } from '../../src/host/session.ts';
import { ensureBuilt } from './built.ts';
import { DEMO_MOMENT } from './environment.ts';

export type HostAtWork = Host & { readonly folder: string; readonly path: string; remove(): void };

/** A host over a new workbook in a folder of its own, under the built bundle unless `code` is given. */
export function aHost(options: Partial<HostOptions> = {}): HostAtWork {
  if (options.code === undefined) ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-'));
  const path = options.workbook ?? join(folder, 'so-cchc.xlsx');
  const host = openHost({
    outDir: join(folder, 'bao-cao'),
    mailDir: join(folder, 'thu'),
    user: '',
    now: DEMO_MOMENT,
    create: true,
    limited: true,
    ...options,
    workbook: path,
  });
  const remove = (): void => {
    host.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return Object.assign(host, { folder, path, remove });
}
