import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Column, TABLE_NAMES, TABLES } from '../../domain/province/schema.ts';
import { bigQuery, typeIn } from './dialect.ts';
import { type At, PACKAGES, QUERIES, type QueryName } from './queries.ts';

/** Where `--to bigquery://project.dataset` points. */
export type Dataset = { readonly project: string; readonly dataset: string };

/** `null`: no such address. Names as Google has them (cloud.google.com/bigquery/docs/datasets#dataset-naming). */
export function datasetOf(address: string): Dataset | null {
  const [, project, dataset] = /^bigquery:\/\/([a-z][a-z0-9-]{4,28}[a-z0-9])\.(\w{1,1024})$/u.exec(address) ?? [];
  return project === undefined || dataset === undefined ? null : { project, dataset };
}

/** One table to load: its Parquet file, which gives its columns. */
export type Loading = {
  readonly table: string;
  readonly file: string;
  readonly bytes: number;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
};

/** What is asked of BigQuery; the client of Google's stands behind it. */
export type Warehouse = {
  /** A load job that replaces the table as a whole, or leaves it as it was. */
  load(loading: Loading): Promise<void>;
  /** How many bytes a query would read, by a dry run of it: nothing is billed for asking. */
  bytesOf(sql: string): Promise<number>;
};

/** The tables as `gather` left them. */
export function loadingsIn(folder: string, to: Dataset): Loading[] {
  const dialect = bigQuery(to);
  const tables: readonly (readonly [string, readonly Column[]])[] = [
    ['packages', PACKAGES],
    ...TABLE_NAMES.map((name) => [name, [{ name: 'package', type: 'whole' as const, says: '' }, ...TABLES[name]]] as const),
  ];
  return tables.map(([table, columns]) => {
    const file = join(folder, `${table}.parquet`);
    return {
      table,
      file,
      bytes: statSync(file).size,
      columns: columns.map(({ name, type }) => ({ name, type: typeIn(dialect, type) })),
    };
  });
}

/** Every query of `gather` as it runs there. */
export function statements(to: Dataset, at: At): readonly { readonly name: QueryName; readonly sql: string }[] {
  const dialect = bigQuery(to);
  return (Object.keys(QUERIES) as QueryName[]).map((name) => ({ name, sql: QUERIES[name](dialect, at).trim() }));
}

/** Loads table after table, then asks what each query would read. */
export async function loadAll(warehouse: Warehouse, loadings: readonly Loading[], queries: ReturnType<typeof statements>) {
  for (const loading of loadings) await warehouse.load(loading);
  const bytes: { name: QueryName; bytes: number }[] = [];
  for (const { name, sql } of queries) bytes.push({ name, bytes: await warehouse.bytesOf(sql) });
  return bytes;
}

/** Google's client, an optional package; it takes its credentials from the environment and from nowhere else. */
export async function warehouseOf({ project, dataset }: Dataset): Promise<Warehouse> {
  const { BigQuery } = await import('@google-cloud/bigquery');
  const client = new BigQuery({ projectId: project });
  return {
    load: async ({ table, file, columns }) => {
      const metadata = { sourceFormat: 'PARQUET', writeDisposition: 'WRITE_TRUNCATE', schema: { fields: [...columns] } };
      const [job] = await client.dataset(dataset).table(table).load(file, metadata);
      const failed = job.status?.errorResult;
      if (failed !== undefined && failed !== null) throw new Error(failed.message ?? failed.reason ?? table);
    },
    bytesOf: async (sql) => {
      const [job] = await client.createQueryJob({ query: sql, dryRun: true, useLegacySql: false });
      return Number(job.metadata.statistics.totalBytesProcessed);
    },
  };
}
