import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Counted } from '../../domain/province/choose.ts';
import { type Column, TABLE_NAMES, TABLES, type TableName } from '../../domain/province/schema.ts';
import { DUCKDB, typeIn } from './dialect.ts';
import { type At, PACKAGES, QUERIES, type QueryName } from './queries.ts';

export type Row = Readonly<Record<string, string | number | null>>;

/** Where the lines of packages wait for the engine, on disk: a nation's do not fit into memory. Each line begins with its package's number. */
export type Stage = {
  readonly folder: string;
  add(number: number, tables: ReadonlyMap<TableName, string>): void;
  close(): void;
};

const fileIn = (folder: string, name: string): string => join(folder, `${name}.csv`);
/** What is held back before it is written. */
const MOST_HELD = 8_000_000;

/** Files under a folder of their own; `close` takes them away. */
export function openStage(under: string): Stage {
  const folder = mkdtempSync(join(under, STAGE_PREFIX));
  const held = new Map<TableName, string[]>(TABLE_NAMES.map((name) => [name, []]));
  let size = 0;
  for (const name of TABLE_NAMES) writeFileSync(fileIn(folder, name), '');
  const flush = (): void => {
    for (const [name, parts] of held) if (parts.length > 0) appendFileSync(fileIn(folder, name), parts.splice(0).join(''));
    size = 0;
  };
  return {
    get folder() {
      flush();
      return folder;
    },
    add: (number, tables) => {
      for (const [name, lines] of tables) {
        if (lines === '') continue;
        held.get(name)?.push(`${number},${lines.slice(0, -2).replaceAll('\r\n', `\r\n${number},`)}\r\n`);
        size += lines.length;
      }
      if (size > MOST_HELD) flush();
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What a killed run leaves begins so. */
export const STAGE_PREFIX = '.dang-tong-hop-';

export type Engine = {
  ask(name: QueryName, at: At): Promise<readonly Row[]>;
  /** Rows and columns that a statement would give, without running it. */
  plan(sql: string): Promise<void>;
  /** Every table as a Parquet file, the same bytes for the same packages. */
  writeParquet(folder: string): Promise<readonly string[]>;
  close(): void;
};

/** The embedded engine over the staged lines of the packages that count. It is large, and loaded here alone. */
export async function openEngine(
  stage: Pick<Stage, 'folder'>,
  counted: readonly (Counted & { readonly number: number; readonly heir: string })[],
): Promise<Engine> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const { folder } = stage;
  const instance = await DuckDBInstance.create(':memory:', { temp_directory: folder, autoload_known_extensions: 'false' });
  const connection = await instance.connect();
  writeFileSync(fileIn(folder, 'packages'), counted.map(packageLine).join(''));
  await load(connection, 'packages', { columns: PACKAGES, folder, where: '' });
  for (const name of TABLE_NAMES) {
    const columns: readonly Column[] = [PACKAGE, ...TABLES[name]];
    await load(connection, name, { columns, folder, where: 'WHERE package IN (SELECT package FROM packages)' });
  }
  return {
    ask: async (name, at) => rowsOf(connection, QUERIES[name](DUCKDB, at)),
    plan: async (sql) => {
      await connection.run(`EXPLAIN ${sql}`);
    },
    writeParquet: async (into) => {
      const names = ['packages', ...TABLE_NAMES];
      // In the order in which the packages were read, which the engine keeps.
      for (const name of names)
        await connection.run(`COPY ${name} TO ${sqlText(join(into, `${name}.parquet`))} (FORMAT parquet, COMPRESSION zstd)`);
      return names.map((name) => `${name}.parquet`);
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const PACKAGE: Column = { name: 'package', type: 'whole', says: '' };
const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

type Loading = { readonly columns: readonly Column[]; readonly folder: string; readonly where: string };

async function load(connection: DuckDBConnection, name: string, { columns, folder, where }: Loading): Promise<void> {
  const types = columns.map((column) => `${sqlText(column.name)}: ${sqlText(typeIn(DUCKDB, column.type))}`).join(', ');
  const names = columns.map((column) => `"${column.name}"`).join(', ');
  await connection.run(
    `CREATE TABLE ${name} AS SELECT ${names} FROM read_csv(${sqlText(fileIn(folder, name))}, header = false, delim = ',', quote = '"', escape = '"', nullstr = '', auto_detect = false, strict_mode = true, columns = {${types}}) ${where}`,
  );
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader
    .getRowObjectsJS()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          typeof value === 'bigint' ? Number(value) : (value as string | number | null),
        ]),
      ),
    );
}

/** A line of the table of packages, in the order of `PACKAGES`. */
export function packageLine({
  number,
  unit,
  own,
  period,
  late,
  manifest,
  heir,
}: Counted & { readonly number: number; readonly heir: string }): string {
  const cells = [
    ...[number, unit.code, unit.name, own, heir, period, manifest.period.year, manifest.period.end],
    ...[manifest.version, manifest.closedOn, late ? 1 : 0, manifest.plan, manifest.report?.hash ?? null, manifest.sample ? 1 : 0],
  ];
  return `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : `"${(cell ?? '').replace(/[\r\n]+/gu, ' ').replaceAll('"', '""')}"`)).join(',')}\r\n`;
}
