import { readFileSync } from 'node:fs';
import { day } from '../../src/domain/core/day.ts';
import { callCounter } from '../../src/host/core/calls.ts';
import type { Environment, MailMessage } from '../../src/host/core/environment.ts';
import { readManifest } from '../../src/host/core/manifest.ts';
import { runClock } from '../../src/host/core/run-clock.ts';
import { newSidecar } from '../../src/host/core/sidecar.ts';
import { newSheet } from '../../src/xlsx/areas.ts';

/** Every scope that the manifest lists. */
export const allScopes = (): ReadonlySet<string> => readManifest(readFileSync('appsscript.json', 'utf8')).scopes;

/** Of the two that let a script into its spreadsheet the one that the manifest has: the wider is a change of one line (docs/cai-dat.md). */
export const SPREADSHEET_SCOPE = [...allScopes()].find((scope) => scope.startsWith('spreadsheets')) ?? 'none';

/** The day of the demonstration, in the morning. */
export const DEMO_MOMENT = { day: day('2024-06-20'), minutes: 8 * 60 };

export type EnvironmentAtWork = Environment & {
  readonly sent: MailMessage[];
  readonly kept: string[];
  readonly saves: () => number;
};

/** What services work on, in memory: one empty sheet, nobody at a screen. */
export function anEnvironment(change: Partial<Environment> = {}): EnvironmentAtWork {
  const sent: MailMessage[] = [];
  const kept: string[] = [];
  let saves = 0;
  return {
    book: { sheets: [newSheet(1, 'Trang tính1')] },
    sidecar: newSidecar('van-thu@example.vn'),
    calls: callCounter(() => undefined),
    screen: null,
    user: 'van-thu@example.vn',
    entry: 'menu',
    scopes: allScopes(),
    bound: true,
    clock: runClock(null),
    now: () => DEMO_MOMENT,
    pending: { error: null },
    cache: new Map(),
    lock: { heldByAnother: false },
    script: { logged: [], formulas: 0, active: null },
    workbook: { id: 'so', name: 'so', url: 'file:///so.xlsx' },
    save: () => {
      saves += 1;
    },
    keepFile: (name) => {
      kept.push(name);
      return { name, url: `file:///${name}` };
    },
    hasFile: (url) => kept.some((name) => url === `file:///${name}`),
    keepEvidence: (name) => {
      kept.push(`minh-chung/${name}`);
      return { name, url: `file:///minh-chung/${name}` };
    },
    hasEvidence: (path) => kept.includes(path),
    dropFile: (name) => {
      const at = kept.indexOf(name);
      if (at >= 0) kept.splice(at, 1);
      return at >= 0;
    },
    deliver: (message) => {
      sent.push(message);
    },
    page: (name) => (name === 'sidebar' ? '<p>sidebar</p>' : null),
    ...change,
    sent,
    kept,
    saves: () => saves,
  };
}
