import type { DocumentsPort, MailPort, OutgoingMail, PlanTemplate, Ports, WorkbookPort } from '../../src/app/base/ports.ts';
import { type Day, day } from '../../src/domain/core/day.ts';
import type { Block, CellValue, RawTab } from '../../src/workbook/core/cell.ts';
import type { ChartLayout, TabLayout, TabRenewal } from '../../src/workbook/layout/layout.ts';

/** One service call as Google would count it; handles are free. */
export type ServiceCall =
  | 'values'
  | 'formats'
  | 'write'
  | 'flush'
  | 'keys'
  | 'cache'
  | 'lock'
  | 'quota'
  | 'send'
  | 'file'
  | 'chart'
  | 'lay-out';

/** A tab in memory: rows of cells that grow when written beyond, blank = ''. */
export type MemoryTab = { sheetId: number; name: string; hidden: boolean; values: CellValue[][]; formats: string[][] };

export type MemoryChart = { readonly sheetId: number; readonly title: string; readonly data: ChartLayout['data'] };

/** Thrown by a planted kill. */
export class Killed extends Error {}

/** Kills the run before or after its n-th service call (from 0); from then on every call throws, so that no `catch` survives it. */
export function killAt(memory: Memory, at: number, moment: 'before' | 'after'): void {
  let seen = 0;
  let dead = false;
  memory.environment.onCall = (_, now) => {
    if (now === moment && seen === at) dead = true;
    if (now === 'after') seen += 1;
    if (dead) throw new Killed();
  };
}

export type MemoryOptions = {
  readonly today?: string;
  readonly email?: string;
  readonly templates?: readonly PlanTemplate[];
  readonly tabs?: readonly MemoryTab[];
};

/** Ports over plain arrays, with what happened to them open to a test. */
export type Memory = {
  readonly ports: Ports;
  readonly tabs: MemoryTab[];
  readonly charts: MemoryChart[];
  readonly outbox: OutgoingMail[];
  readonly files: { name: string; bytes: Uint8Array }[];
  readonly shown: string[];
  readonly cache: Map<string, string>;
  readonly environment: Environment;
  /** Service calls since the last `forget`. */
  readonly calls: ServiceCall[];
  forget(): void;
  /** The next run after a kill: what was written since the last flush is lost, or was kept after all. */
  revive(unflushed: 'lost' | 'kept'): void;
  /** The same office as a kill at this moment would leave it: its tabs and what was mailed, for another run. */
  killedNow(unflushed: 'lost' | 'kept'): Memory;
  tab(name: string): MemoryTab;
};

/** What a test may change while actions run. */
export type Environment = {
  today: Day;
  minutes: number;
  email: string;
  locale: string;
  timeZone: string;
  place: string;
  quota: number | null;
  locked: boolean;
  /** Throws from the mailer, before or after the mail went. */
  mailFails: 'never' | 'before' | 'after';
  /** Called before and after each call; may throw `Killed` or move rows. */
  onCall: (call: ServiceCall, moment: 'before' | 'after') => void;
};

/** A fresh tab of the given rows, padded to a rectangle. */
export function memoryTab(sheetId: number, name: string, rows: readonly (readonly CellValue[])[]): MemoryTab {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const values = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
  return { sheetId, name, hidden: false, values, formats: values.map((row) => row.map(() => '')) };
}

/** Cells never change, only the rows that hold them. */
function copyOf(tab: MemoryTab): MemoryTab {
  return { ...tab, values: tab.values.map((row) => [...row]), formats: tab.formats.map((row) => [...row]) };
}

export function memory(options: MemoryOptions = {}): Memory {
  const environment: Environment = {
    today: day(options.today ?? '2024-06-20'),
    minutes: 9 * 60 + 15,
    email: options.email ?? '',
    locale: 'vi_VN',
    timeZone: 'Asia/Ho_Chi_Minh',
    place: '',
    quota: 100,
    locked: false,
    mailFails: 'never',
    onCall: () => {},
  };
  const tabs: MemoryTab[] = [...(options.tabs ?? [])];
  const calls: ServiceCall[] = [];
  /** Runs one service call, counted, with the test's hook before and after it. */
  function serve<T>(call: ServiceCall, work: () => T): T {
    calls.push(call);
    environment.onCall(call, 'before');
    const result = work();
    environment.onCall(call, 'after');
    return result;
  }
  const charts: MemoryChart[] = [];
  const outbox: OutgoingMail[] = [];
  const files: Memory['files'] = [];
  const shown: string[] = [];
  const cache = new Map<string, string>();
  let disk = tabs.map(copyOf);
  const flush = (): void => {
    disk = tabs.map(copyOf);
  };
  const state = { tabs, charts, environment, serve, outbox, files, shown, cache, flush };
  return {
    ports: {
      workbook: workbookPort(state),
      documents: documentsPort(state),
      mail: mailPort(state),
      clock: { today: () => environment.today, minutes: () => environment.minutes },
      cache: {
        getAll: (keys) =>
          serve('cache', () => new Map(keys.flatMap((key) => (cache.has(key) ? [[key, cache.get(key) ?? '']] : [])))),
        putAll: (values) =>
          serve('cache', () => {
            for (const [key, value] of values) if (Buffer.byteLength(value) <= 100 * 1024) cache.set(key, value);
          }),
        removeAll: (keys) =>
          serve('cache', () => {
            for (const key of keys) cache.delete(key);
          }),
      },
      lock: {
        alone: (work) => {
          if (serve('lock', () => environment.locked)) return null;
          environment.locked = true;
          try {
            return work();
          } finally {
            environment.locked = false;
          }
        },
      },
      who: { email: () => environment.email },
      docx: { toDocx: () => new Uint8Array([80, 75]), partsOf: () => ({}), checkTemplate: () => ({ fault: null, tags: [] }) },
      templates: {
        keys: () => (options.templates ?? []).map(({ key }) => key),
        load: (key) => options.templates?.find((template) => template.key === key) ?? null,
      },
      build: { version: () => 'test' },
    },
    tabs,
    charts,
    outbox,
    files,
    shown,
    cache,
    environment,
    calls,
    revive: (unflushed) => {
      if (unflushed === 'lost') tabs.splice(0, tabs.length, ...disk.map(copyOf));
      flush();
      environment.locked = false;
      environment.onCall = () => {};
    },
    killedNow: (unflushed) => {
      const left = memory({ ...options, today: environment.today, tabs: (unflushed === 'lost' ? disk : tabs).map(copyOf) });
      left.outbox.push(...outbox);
      return left;
    },
    forget: () => {
      calls.length = 0;
    },
    tab: (name) => {
      const found = tabs.find((tab) => tab.name === name);
      if (found === undefined) throw new Error(`no tab “${name}” in memory`);
      return found;
    },
  };
}

type State = Pick<Memory, 'tabs' | 'charts' | 'environment' | 'outbox' | 'files' | 'shown'> & {
  flush(): void;
  serve<T>(call: ServiceCall, work: () => T): T;
};

/** Gives our chart its cells, and makes it where it may be missing. */
function drawn(charts: MemoryChart[], { sheetId, chart }: { sheetId: number; chart: ChartLayout }, make: boolean): void {
  const at = charts.findIndex((held) => held.sheetId === sheetId && held.title === chart.title);
  if (at < 0 && !make) return;
  charts.splice(at < 0 ? charts.length : at, 1, { sheetId, title: chart.title, data: chart.data });
}

function workbookPort({ tabs, charts, environment, serve, shown, flush }: State): WorkbookPort {
  const read = (tab: MemoryTab): RawTab => ({
    sheetId: tab.sheetId,
    name: tab.name,
    hidden: tab.hidden,
    values: serve('values', () => tab.values.map((row) => [...row])),
    formats: serve('formats', () => tab.formats.map((row) => [...row])),
  });
  const remembered = new Map<string, number>();
  const isCalled = (tab: MemoryTab, name: string): boolean =>
    tab.name === name || (remembered.get(name) === tab.sheetId && !tabs.some((other) => other.name === name));
  return {
    read: (names) => ({
      tabs: tabs.filter((tab) => names === 'all' || names.some((name) => isCalled(tab, name))).map(read),
      locale: environment.locale,
      timeZone: environment.timeZone,
    }),
    readTab: (sheetId) => {
      const found = tabs.find((tab) => tab.sheetId === sheetId);
      return found === undefined ? null : read(found);
    },
    readRange: ({ sheetId, row, column, rows, columns }) =>
      serve('keys', () => {
        const found = tabs.find((tab) => tab.sheetId === sheetId);
        return (found?.values ?? []).slice(row - 1, row - 1 + rows).map((cells) => cells.slice(column - 1, column - 1 + columns));
      }),
    write: (blocks) => {
      for (const block of blocks) serve('write', () => writeBlock(tabs, block));
    },
    layOut: (layouts) => {
      const missing = layouts.filter(({ name }) => !tabs.some((tab) => tab.name === name));
      for (const layout of missing) serve('lay-out', () => tabs.push(laidOut(layout, tabs)));
      return {
        made: missing.map(({ name }) => name),
        kept: layouts.filter((layout) => !missing.includes(layout)).map(({ name }) => name),
        refused: [],
      };
    },
    layOutOne: (layout) => {
      const at = tabs.findIndex(({ name }) => name === layout.name);
      if (at >= 0 && tabs[at]?.values.flat().some((value) => value !== '')) return;
      serve('lay-out', () => {
        if (at >= 0) tabs.splice(at, 1);
        tabs.push(laidOut(layout, tabs));
      });
    },
    dropEmptied: (wanted) => {
      const at = tabs.findIndex(({ name, values }) => name === wanted && values.flat().every((value) => value === ''));
      if (at >= 0) serve('lay-out', () => tabs.splice(at, 1));
    },
    dropIfBare: (sheetId) =>
      serve('lay-out', () => {
        const at = tabs.findIndex((tab) => tab.sheetId === sheetId);
        const isBare = tabs[at]?.values.every((row) => row.every((cell) => cell === '')) ?? false;
        if (isBare && !charts.some((chart) => chart.sheetId === sheetId)) tabs.splice(at, 1);
        return isBare;
      }),
    addTab: (name) =>
      serve('lay-out', () => {
        if (!tabs.some((tab) => tab.name === name))
          tabs.push(memoryTab(1 + Math.max(100, ...tabs.map((tab) => tab.sheetId)), name, []));
      }),
    renew: (wanted) => {
      for (const { sheetId, columns, headerRow } of wanted)
        serve('lay-out', () => {
          const tab = tabs.find((each) => each.sheetId === sheetId);
          if (tab !== undefined) looks(tab, { columns, headerRow });
        });
    },
    putChart: (sheetId, chart) => serve('chart', () => drawn(charts, { sheetId, chart }, true)),
    fitChart: (sheetId, chart) => serve('chart', () => drawn(charts, { sheetId, chart }, false)),
    setLocaleAndZone: (locale, timeZone) => {
      environment.locale = locale;
      environment.timeZone = timeZone;
    },
    remember: (name, sheetId) => {
      remembered.set(name, sheetId);
    },
    mayGuard: () => false,
    setHidden: (names, hidden) => {
      for (const tab of tabs.filter(({ name }) => names.includes(name))) tab.hidden = hidden;
    },
    place: () => environment.place,
    show: (tab, row, column) => {
      shown.push(`${tab}!${row},${column}`);
    },
    flush: () => serve('flush', flush),
  };
}

function laidOut(layout: TabLayout, tabs: readonly MemoryTab[]): MemoryTab {
  const sheetId = 1 + Math.max(100, ...tabs.map((tab) => tab.sheetId));
  const tab = memoryTab(sheetId, layout.name, [...layout.top, ...layout.rows]);
  tab.hidden = layout.hidden;
  return tab;
}

/** Of the looks, memory keeps number formats alone. */
function looks({ formats }: MemoryTab, { columns, headerRow }: Pick<TabRenewal, 'columns' | 'headerRow'>): void {
  for (const { column, look } of columns.filter(({ isNew }) => isNew))
    for (const row of formats.slice(headerRow)) if (column <= row.length) row[column - 1] = look.numberFormat;
}

/** Blank cells up to this size, as a sheet has them. */
function grow({ values, formats }: MemoryTab, rows: number, columns: number): void {
  const width = Math.max(columns, values[0]?.length ?? 0);
  for (const cells of [values, formats] as CellValue[][][]) {
    while (cells.length < rows) cells.push([]);
    for (const row of cells) while (row.length < width) row.push('');
  }
}

/** As Sheets does: grows where needed, blanks are '', and every block must be a rectangle. */
function writeBlock(tabs: readonly MemoryTab[], { sheetId, row, column, values }: Block): void {
  const tab = tabs.find((candidate) => candidate.sheetId === sheetId);
  if (tab === undefined) throw new Error(`no sheet ${sheetId}`);
  const columns = values[0]?.length ?? 0;
  if (row < 1 || column < 1 || columns === 0) throw new Error('The number of rows in the range must be at least 1.');
  if (values.some((cells) => cells.length !== columns)) throw new Error('The number of columns in the data does not match.');
  grow(tab, row - 1 + values.length, column - 1 + columns);
  values.forEach((cells, y) => {
    cells.forEach((value, x) => {
      const target = tab.values[row - 1 + y];
      if (target !== undefined) target[column - 1 + x] = value;
    });
  });
}

function documentsPort({ files, serve }: State): DocumentsPort {
  return {
    create: ({ name, bytes }) =>
      serve('file', () => {
        files.push({ name, bytes });
        return { id: `file-${files.length}`, name, url: `memory:${name}`, notKept: null };
      }),
    fate: (url) => serve('file', () => (files.some(({ name }) => url === `memory:${name}`) ? 'there' : 'gone')),
    createAsPdf: ({ name, bytes }) =>
      serve('file', () => {
        files.push({ name, bytes });
        return { id: `file-${files.length}`, name, url: `memory:${name}?pdf` };
      }),
  };
}

function mailPort({ outbox, environment, serve }: State): MailPort {
  return {
    remaining: () => serve('quota', () => environment.quota),
    send: (mail) =>
      serve('send', () => {
        if (environment.mailFails === 'before') throw new Error('Dịch vụ thư không phản hồi');
        outbox.push(mail);
        if (environment.mailFails === 'after') throw new Error('Service timed out');
      }),
  };
}
