import { afterEach, beforeEach, vi } from 'vitest';
import type { Environment } from '../../src/host/core/environment.ts';
import {
  cacheContract,
  clockContract,
  documentsContract,
  lockContract,
  mailContract,
  whoContract,
} from './small-ports.contract.ts';
import { workbookContract } from './workbook.contract.ts';
import { hostWorld } from './world.ts';

/** The adapters that run on Google, over the services of the embedded host. */
const NAME = 'google over the embedded host';

const chartsOf = (world: Environment) => (sheetId: number) =>
  (world.book.sheets.find(({ id }) => id === sheetId)?.charts ?? []).flatMap(({ title, ranges }) =>
    ranges.map((data) => ({ title, data })),
  );

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2024-06-20T02:15:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

workbookContract(NAME, () => {
  const { ports, world } = hostWorld();
  return {
    port: ports.workbook,
    formulas: () => world.script.formulas,
    rename: (from, to) => {
      for (const sheet of world.book.sheets) if (sheet.name === from) sheet.name = to;
    },
    charts: chartsOf(world),
  };
});

workbookContract('google over the embedded host, workbook in another zone', () => {
  const { ports, world } = hostWorld();
  world.sidecar.timeZone = 'America/New_York';
  return {
    port: ports.workbook,
    formulas: () => world.script.formulas,
    rename: (from, to) => {
      for (const sheet of world.book.sheets) if (sheet.name === from) sheet.name = to;
    },
    charts: chartsOf(world),
  };
});

mailContract(NAME, () => {
  const { ports, mailed } = hostWorld();
  return { port: ports.mail, sent: () => mailed };
});

documentsContract(NAME, () => {
  const { ports, files } = hostWorld();
  return { port: ports.documents, kept: () => files };
});

cacheContract(NAME, () => hostWorld().ports.cache);

lockContract(NAME, () => {
  const lock = { heldByAnother: false };
  return {
    port: hostWorld({ lock }).ports.lock,
    holdByAnother: (held) => {
      lock.heldByAnother = held;
    },
  };
});

clockContract(NAME, () => hostWorld().ports.clock);
whoContract(NAME, () => hostWorld().ports.who);
