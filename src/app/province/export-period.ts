import { isBlank } from '../../domain/core/word.ts';
import { publishedLater } from '../../domain/judging/published.ts';
import { isClosed, type Period } from '../../domain/period/period.ts';
import { isSample, setting } from '../../domain/plan/settings.ts';
import { type Manifest, manifestText } from '../../domain/province/manifest.ts';
import { newestVersion, periodFacts } from '../../domain/province/period-facts.ts';
import { type Facts, fileOf, MANIFEST, TABLE_NAMES, TABLES, type TableName } from '../../domain/province/schema.ts';
import { csvBytes } from '../../paper/sheet/csv.ts';
import { writeZip } from '../../paper/zip/write-zip.ts';
import { PACKAGE_WORDS, packageFileName } from '../../words/province/package.ts';
import { FORMS } from '../../words/report/form-rows.ts';
import { ANSWERS } from '../../words/surveys/answers.ts';
import type { Book } from '../../workbook/core/book.ts';
import { keptPlan, PLAN_TABS, planFactsOf } from '../../workbook/read/plan-facts.ts';
import { fingerprint, fingerprintOfBytes } from '../base/fingerprint.ts';
import { knownPeriod } from '../base/open-book.ts';
import { type Ports, ZIP } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { keptBook } from '../base/roles.ts';
import type { PackageReply } from '../replies/actions.ts';
import { lastVersion } from '../report/compose-report.ts';
import { handedOver } from '../report/hand-over.ts';

/**
 * The facts of a closed period as one file for whoever consolidates many units: tables as CSV and a manifest, the same bytes for the same closing
 * (docs/so-lieu-ky.md). For keepers only: it leaves the office.
 */
export function exportPeriod(ports: Ports, { period: name }: { readonly period: string }): PackageReply {
  const book = keptBook(ports);
  return packageOf(ports, book, knownPeriod(book, name));
}

/** The same for a period that was just closed. */
export function packageOf(ports: Pick<Ports, 'documents'>, book: Book, period: Period): PackageReply {
  const version = newestVersion(book.frozen, period);
  if (!isClosed(period) || version === 0) return refuse(PACKAGE_WORDS.notClosed(period.name));
  const facts = periodFacts(book, period, { forms: FORMS, answers: ANSWERS });
  const files = TABLE_NAMES.filter((table) => facts[table].length > 0).map((name) => ({ name, bytes: tableBytes(facts, name) }));
  const tables = files.map(({ name, bytes }) => ({ name, rows: facts[name].length, hash: fingerprintOfBytes(bytes) }));
  const manifest = { ...about(book, period, version), tables };
  const parts = new Map<string, string | Uint8Array>([[MANIFEST, manifestText(manifest)]]);
  for (const { name, bytes } of files) parts.set(fileOf(name), bytes);
  const name = packageFileName(manifest.unit.name, period.name, version);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return {
    period: period.name,
    version,
    rows,
    ...handedOver(ports.documents, [{ name, bytes: writeZip(parts), mimeType: ZIP }]),
  };
}

function tableBytes(facts: Facts, table: TableName): Uint8Array {
  const columns = TABLES[table].map(({ name }) => name);
  const rows: readonly Readonly<Record<string, string | number | null>>[] = facts[table];
  return csvBytes([columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))]);
}

function about(book: Book, period: Period, version: number): Omit<Manifest, 'minor' | 'tables'> {
  const { type, turn, year, start, end, cumulative, sendDueOn } = period;
  const report = lastVersion(book, period);
  const published = publishedLater(book).filter((row) => row.period.name === period.name);
  return {
    unit: unitOn(book, period),
    period: { name: period.name, type, turn, year, start, end, cumulative, sendDueOn },
    version,
    closedOn: book.frozen.find((fact) => fact.period === period.name && fact.version === version)?.on ?? null,
    publishedOn: published.reduce<Manifest['publishedOn']>((last, { on }) => (last === null || on > last ? on : last), null),
    plan: planHash(book),
    report: report === null ? null : { version: report.version, hash: fingerprint(report.hash) },
    sample: isSample(book.plan),
  };
}

/** The unit under the name and code of the period's last day. */
function unitOn({ plan }: Book, { end }: Period): Manifest['unit'] {
  const name = setting(plan, 'unit-name', end) ?? '';
  if (isBlank(name)) refuse(PACKAGE_WORDS.noUnit);
  const dated = plan.settings.find((row) => row.key === 'unit-name' && row.value.trim() === name);
  return { code: setting(plan, 'unit-code', end) ?? '', name, since: dated?.from ?? null };
}

/** Of the approved plan, in whatever order its rows stand. */
function planHash(book: Book): string {
  const facts = PLAN_TABS.flatMap(({ key, name }) => {
    const table = book.tables.get(key);
    return keptPlan(book, name)?.facts ?? (table === undefined ? [] : planFactsOf(table).facts);
  });
  return fingerprint(
    facts
      .map(({ id, field, text }) => JSON.stringify([id, field, text]))
      .sort()
      .join('\n'),
  );
}
