import { memory } from '../app/memory-ports.ts';
import {
  cacheContract,
  clockContract,
  documentsContract,
  lockContract,
  mailContract,
  whoContract,
} from './small-ports.contract.ts';
import { workbookContract } from './workbook.contract.ts';

/** The ports that the tests of `app` run on must behave as the real ones do. */
const NAME = 'memory';

workbookContract(
  NAME,
  () => {
    const { ports, tabs, charts } = memory();
    const rename = (from: string, to: string): void => {
      for (const tab of tabs) if (tab.name === from) tab.name = to;
    };
    const on = (sheetId: number) =>
      charts.filter((chart) => chart.sheetId === sheetId).map(({ title, data }) => ({ title, data }));
    return { port: ports.workbook, formulas: () => 0, rename, charts: on };
  },
  { 'a renamed tab is not found': 'memory keeps no properties, so it knows a tab by its name alone' },
);

mailContract(NAME, () => {
  const { ports, outbox } = memory();
  return { port: ports.mail, sent: () => outbox };
});

documentsContract(NAME, () => {
  const { ports, files } = memory();
  return { port: ports.documents, kept: () => files };
});

cacheContract(NAME, () => memory().ports.cache);

lockContract(NAME, () => {
  const { ports, environment } = memory();
  return {
    port: ports.lock,
    holdByAnother: (held) => {
      environment.locked = held;
    },
  };
});

clockContract(NAME, () => memory({ today: '2024-06-20' }).ports.clock);
whoContract(NAME, () => memory({ email: 'vp1@example.vn' }).ports.who);
