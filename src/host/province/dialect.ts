import type { ColumnType } from '../../domain/province/schema.ts';

/**
 * All in which the two engines differ: how a table is named and which type holds exact decimals. The queries (`queries.ts`) keep to what both
 * understand alike; `test/province/dialect.test.ts` holds them to it.
 */
export type Dialect = { readonly name: 'duckdb' | 'bigquery'; readonly decimal: string; table(name: string): string };

export const DUCKDB: Dialect = { name: 'duckdb', decimal: 'DECIMAL(38, 9)', table: (name) => name };

export function bigQuery({ project, dataset }: { readonly project: string; readonly dataset: string }): Dialect {
  return { name: 'bigquery', decimal: 'NUMERIC', table: (name) => `\`${project}.${dataset}.${name}\`` };
}

/** Days are texts, which sort alike in both. */
export function typeIn({ decimal }: Dialect, type: ColumnType): string {
  if (type === 'number') return decimal;
  return type === 'whole' || type === 'flag' ? 'INT64' : 'STRING';
}
