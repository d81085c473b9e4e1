import { afterEach, beforeEach, vi } from 'vitest';
import type { Environment } from '../../src/host/core/environment.ts';
import { hostEnvironment } from './environment.ts';
import {
  cacheContract,
  clockContract,
  documentsContract,
  lockContract,
  mailContract,
  whoContract,
} from './small-ports.contract.ts';
import { workbookContract } from './workbook.contract.ts';

/** The adapters that run on Google, over the services of the embedded host. */
const NAME = 'google over the embedded host';

const chartsOf = (environment: Environment) => (sheetId: number) =>
  (environment.book.sheets.find(({ id }) => id === sheetId)?.charts ?? []).flatMap(({ title, ranges }) =>
    ranges.map((data) => ({ title, data })),
  );

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2024-06-20T02:15:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

workbookContract(NAME, () => {
  const { ports, environment } = hostEnvironment();
  return {
    port: ports.workbook,
    formulas: () => environment.script.formulas,
    rename: (from, to) => {
      for (const sheet of environment.book.sheets) if (sheet.name === from) sheet.name = to;
    },
    charts: chartsOf(environment),
  };
});

workbookContract('google over the embedded host, workbook in another zone', () => {
  const { ports, environment } = hostEnvironment();
  environment.sidecar.timeZone = 'America/New_York';
  return {
    port: ports.workbook,
    formulas: () => environment.script.formulas,
    rename: (from, to) => {
      for (const sheet of environment.book.sheets) if (sheet.name === from) sheet.name = to;
    },
    charts: chartsOf(environment),
  };
});

mailContract(NAME, () => {
  const { ports, mailed } = hostEnvironment();
  return { port: ports.mail, sent: () => mailed };
});

documentsContract(NAME, () => {
  const { ports, files } = hostEnvironment();
  return { port: ports.documents, kept: () => files };
});

cacheContract(NAME, () => hostEnvironment().ports.cache);

lockContract(NAME, () => {
  const lock = { heldByAnother: false };
  return {
    port: hostEnvironment({ lock }).ports.lock,
    holdByAnother: (held) => {
      lock.heldByAnother = held;
    },
  };
});

clockContract(NAME, () => hostEnvironment().ports.clock);
whoContract(NAME, () => hostEnvironment().ports.who);
