import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bigQuery, DUCKDB } from '../../src/host/province/dialect.ts';
import { openEngine, openStage } from '../../src/host/province/engine.ts';
import { QUERIES, type QueryName } from '../../src/host/province/queries.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { aFolder } from './gathered.ts';

const AT = { period: '2026-year-1', before: '2025-year-1' };
const NAMES = Object.keys(QUERIES) as QueryName[];
const ON_BIGQUERY = bigQuery({ project: 'du-an', dataset: 'cchc' });

/**
 * What GoogleSQL and DuckDB both have, and mean alike: words of the language, then functions with their arguments in the same order. Left out are those that
 * differ: FILTER, LIST, `::`, DATE_DIFF, SAFE_CAST against TRY_CAST, integer division, regular expressions, back-ticked names, GROUP BY ALL.
 */
const WORDS = `select from join left on as where group by order case when then else end and or not in is null with over partition between distinct desc union all cast string`;
const FUNCTIONS = `sum count min max avg abs round ln lower concat coalesce row_number cast`;

/** What the common subset would not hold, of a statement without its texts. */
function strangersIn(sql: string): string[] {
  const bare = sql.replace(/'[^']*'/gu, "''").replace(/`[^`]*`/gu, 'a_table');
  const called = [...bare.matchAll(/\b([a-z_]+)\s*\(/giu)].map(([, name = '']) => name.toLowerCase());
  const words = WORDS.split(' ');
  const functions = called.filter((name) => !FUNCTIONS.split(' ').includes(name) && !words.includes(name));
  // A word in capitals is one of the language.
  const capitals = [...bare.matchAll(/\b[A-Z_]{2,}\b/gu)].map(([word]) => word.toLowerCase());
  const unknown = capitals.filter((word) => !words.includes(word) && !FUNCTIONS.split(' ').includes(word));
  const signs = bare.match(/::|\|\||%|\[|\]|\{|"|;|\/\/|\bFILTER\b|=>/gu) ?? [];
  return [...functions, ...unknown, ...signs];
}

describe('every query', () => {
  const room = aFolder();
  const stage = openStage(room.path);
  let engine: Awaited<ReturnType<typeof openEngine>>;
  beforeAll(async () => {
    engine = await openEngine(stage, []);
  });
  afterAll(() => {
    engine.close();
    room.remove();
  });

  it.each(NAMES)('%s keeps to what both engines understand alike', (name) => {
    expect(strangersIn(QUERIES[name](DUCKDB, AT))).toEqual([]);
  });

  it.each(NAMES)('%s is the same text on both, but for the names of tables', (name) => {
    const there = QUERIES[name](ON_BIGQUERY, AT).replace(/`du-an\.cchc\.([a-z]+)`/gu, '$1');
    expect(there).toBe(QUERIES[name](DUCKDB, AT));
    expect(QUERIES[name](ON_BIGQUERY, AT)).toContain('`du-an.cchc.packages`');
  });

  it.each(NAMES)('%s is parsed and planned', async (name) => {
    await engine.plan(QUERIES[name](DUCKDB, AT));
  });

  it('holds no text of a period as anything but a text', async () => {
    const hostile = { period: "x' OR 1 = 1 --\\'", before: "'; DROP TABLE packages" };
    for (const name of NAMES) expect(await engine.ask(name, hostile)).toEqual([]);
    expect(await engine.ask('units', AT)).toEqual([]);
  });

  it('catches what only one engine has', () => {
    const planted = [
      'SELECT COUNT(*) FILTER (WHERE x)',
      'SELECT x::INT',
      'SELECT SAFE_CAST(x AS STRING)',
      'SELECT a || b',
      'SELECT list(x)',
      'SELECT x QUALIFY 1',
      'SELECT DATE_DIFF(a, b)',
      'SELECT "x"',
    ];
    expect(planted.filter((sql) => strangersIn(sql).length === 0)).toEqual([]);
  });
});

it('no other command loads an engine: the program asks for each only where it is wanted', () => {
  ensureBuilt();
  const program = readFileSync('build/cli.mjs', 'utf8');
  for (const name of ['@duckdb/node-api', '@google-cloud/bigquery']) {
    expect(program).not.toMatch(new RegExp(`^import .*"${name}";$`, 'mu'));
    expect(program).toContain(`import("${name}")`);
  }
});
