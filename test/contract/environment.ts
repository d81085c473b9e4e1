import { day } from '../../src/domain/core/day.ts';
import { googlePorts } from '../../src/google/adapters/ports.ts';
import { callCounter } from '../../src/host/core/calls.ts';
import type { Environment, MailMessage } from '../../src/host/core/environment.ts';
import { runClock } from '../../src/host/core/run-clock.ts';
import { newSidecar } from '../../src/host/core/sidecar.ts';
import { googleFor } from '../../src/host/services/google.ts';
import { newSheet } from '../../src/xlsx/areas.ts';
import { allScopes } from '../helpers/environment.ts';

type Kept = { readonly name: string; readonly bytes: Uint8Array };

/** The embedded host's services over a workbook in memory, with what left it: letters and files. */
export function hostEnvironment(parts: Partial<Environment> = {}) {
  const mailed: MailMessage[] = [];
  const files: Kept[] = [];
  const saves = { count: 0 };
  const environment: Environment = {
    book: { sheets: [newSheet(0, 'Trang tính1')] },
    sidecar: newSidecar('vp1@example.vn'),
    calls: callCounter(() => undefined),
    screen: null,
    user: 'vp1@example.vn',
    entry: 'menu',
    scopes: allScopes(),
    bound: true,
    clock: runClock(null),
    now: () => ({ day: day('2024-06-20'), minutes: 555 }),
    pending: { error: null },
    cache: new Map(),
    lock: { heldByAnother: false },
    script: { logged: [], formulas: 0, active: null },
    workbook: { id: 'so', name: 'so', url: 'file:///so.xlsx' },
    save: () => {
      saves.count += 1;
    },
    keepFile: (name, bytes) => {
      files.push({ name, bytes });
      return { name, url: `file:///${name}` };
    },
    hasFile: (url) => files.some(({ name }) => url === `file:///${name}`),
    keepEvidence: (name, bytes) => {
      files.push({ name: `minh-chung/${name}`, bytes });
      return { name, url: `file:///minh-chung/${name}` };
    },
    hasEvidence: (path) => files.some(({ name }) => name === path),
    dropFile: (name) => {
      const at = files.findIndex((file) => file.name === name);
      if (at >= 0) files.splice(at, 1);
      return at >= 0;
    },
    deliver: (message) => mailed.push(message),
    page: () => '<p></p>',
    ...parts,
  };
  const google = googleFor(environment);
  return { environment, google, ports: googlePorts(google), mailed, files, saves };
}
