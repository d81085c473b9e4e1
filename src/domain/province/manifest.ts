import { type Day, parseDay } from '../core/day.ts';
import { PERIOD_TYPES, type PeriodType } from '../period/period.ts';
import { SCHEMA, TABLE_NAMES, type TableName } from './schema.ts';

/** The window of a package's period as its unit keeps it. */
export type PackagePeriod = {
  readonly name: string;
  readonly type: PeriodType;
  readonly turn: number | null;
  readonly year: number;
  readonly start: Day;
  readonly end: Day;
  readonly cumulative: boolean;
  /** The day by which the unit's own calendar has it sent; `null`: it says none. */
  readonly sendDueOn: Day | null;
};

/** What a package says of itself (`manifest.json`). */
export type Manifest = {
  /** `code`: of the administrative unit, '' where the workbook has none; `since`: from which day it bears this name. */
  readonly unit: { readonly code: string; readonly name: string; readonly since: Day | null };
  readonly period: PackagePeriod;
  /** Which closing of the period. */
  readonly version: number;
  readonly closedOn: Day | null;
  /** The last day on which a result of it was published after its end; of two packages of one closing the later one holds more. */
  readonly publishedOn: Day | null;
  /** Fingerprints: of the approved plan, and of the newest report of the period. */
  readonly plan: string;
  readonly report: { readonly version: number; readonly hash: string } | null;
  /** Invented figures. */
  readonly sample: boolean;
  readonly tables: readonly { readonly name: TableName; readonly rows: number; readonly hash: string }[];
  /** Of the schema that it was written by. */
  readonly minor: number;
};

/** Why a manifest is not read: it is none of ours, a newer major version wrote it, or something of it is missing or of another kind. */
export type ManifestFault = 'not-a-package' | 'newer-schema' | 'broken';

/** Keys in one order, so that the same facts are the same bytes. */
export function manifestText(manifest: Omit<Manifest, 'minor'>): string {
  const { unit, period, version, closedOn, publishedOn, plan, report, sample, tables } = manifest;
  const { name, type, turn, year, start, end, cumulative, sendDueOn } = period;
  const json = {
    schema: `${SCHEMA.name}/${SCHEMA.major}.${SCHEMA.minor}`,
    unit: { code: unit.code, name: unit.name, since: unit.since },
    period: { name, type, turn, year, start, end, cumulative, send_due_on: sendDueOn },
    version,
    closed_on: closedOn,
    published_on: publishedOn,
    plan_hash: plan,
    report: report === null ? null : { version: report.version, hash: report.hash },
    sample,
    tables: tables.map((table) => ({ name: table.name, rows: table.rows, hash: table.hash })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

type Json = { readonly [key: string]: unknown };

/** A manifest that anybody may have written. Tables that this schema does not know are left out. */
export function readManifest(text: string): Manifest | ManifestFault {
  const json = objectIn(parsed(text));
  const [, name, major, minor] = /^([a-z.-]+)\/(\d+)\.(\d+)$/u.exec(String(json?.['schema'])) ?? [];
  if (json === null || name !== SCHEMA.name) return 'not-a-package';
  if (Number(major) > SCHEMA.major) return 'newer-schema';
  try {
    return manifestIn(json, Number(minor));
  } catch (failure) {
    if (failure instanceof Broken) return 'broken';
    throw failure;
  }
}

class Broken extends Error {}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    return null;
  }
}

function objectIn(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

function manifestIn(json: Json, minor: number): Manifest {
  const [unit, report] = [inner(json, 'unit'), json['report'] === null ? null : inner(json, 'report')];
  const tables = json['tables'];
  if (!Array.isArray(tables)) throw new Broken();
  return {
    unit: { code: textOf(unit, 'code'), name: textOf(unit, 'name'), since: dayOrNone(unit, 'since') },
    period: periodIn(inner(json, 'period')),
    version: wholeOf(json, 'version'),
    closedOn: dayOrNone(json, 'closed_on'),
    publishedOn: dayOrNone(json, 'published_on'),
    plan: textOf(json, 'plan_hash'),
    report: report === null ? null : { version: wholeOf(report, 'version'), hash: textOf(report, 'hash') },
    sample: flagOf(json, 'sample'),
    tables: tables.flatMap((entry: unknown) => {
      const table = objectIn(entry) ?? {};
      const name = TABLE_NAMES.find((known) => known === table['name']);
      return name === undefined ? [] : [{ name, rows: wholeOf(table, 'rows'), hash: textOf(table, 'hash') }];
    }),
    minor,
  };
}

function periodIn(json: Json): PackagePeriod {
  const type = PERIOD_TYPES.find((known) => known === json['type']) ?? broken();
  const [start, end] = [dayOrNone(json, 'start'), dayOrNone(json, 'end')];
  if (start === null || end === null || start > end) throw new Broken();
  return {
    name: textOf(json, 'name'),
    type,
    turn: json['turn'] === null ? null : wholeOf(json, 'turn'),
    year: wholeOf(json, 'year'),
    start,
    end,
    cumulative: flagOf(json, 'cumulative'),
    sendDueOn: dayOrNone(json, 'send_due_on'),
  };
}

function broken(): never {
  throw new Broken();
}

function inner(json: Json, key: string): Json {
  return objectIn(json[key]) ?? broken();
}

const LONGEST = 300;

function textOf(json: Json, key: string): string {
  const value = json[key];
  return typeof value === 'string' && value.length <= LONGEST ? value : broken();
}

function wholeOf(json: Json, key: string): number {
  const value = json[key];
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : broken();
}

function flagOf(json: Json, key: string): boolean {
  const value = json[key];
  return typeof value === 'boolean' ? value : broken();
}

function dayOrNone(json: Json, key: string): Day | null {
  const value = json[key];
  if (value === null) return null;
  return parseDay(typeof value === 'string' ? value : '') ?? broken();
}
