import type { Column } from '../../domain/province/schema.ts';
import type { Dialect } from './dialect.ts';

/** The packages that count, a row each; the tables of `schema.ts` name theirs in `package`. */
export const PACKAGES: readonly Column[] = [
  { name: 'package', type: 'whole', says: 'Số của gói trong lần tổng hợp' },
  { name: 'unit', type: 'text', says: 'Mã đơn vị nhận số liệu, vào ngày cuối kỳ' },
  { name: 'unit_name', type: 'text', says: 'Tên đơn vị vào ngày cuối kỳ' },
  { name: 'own', type: 'text', says: 'Mã đơn vị của gói' },
  { name: 'heir', type: 'text', says: 'Mã đơn vị vào ngày cuối của kỳ được tổng hợp' },
  { name: 'period', type: 'text', says: 'Kỳ' },
  { name: 'year', type: 'whole', says: 'Năm' },
  { name: 'period_end', type: 'day', says: 'Ngày cuối kỳ' },
  { name: 'version', type: 'whole', says: 'Bản chốt' },
  { name: 'closed_on', type: 'day', says: 'Ngày chốt' },
  { name: 'late', type: 'flag', says: '1: chốt sau hạn' },
  { name: 'plan_hash', type: 'text', says: 'Vân tay kế hoạch' },
  { name: 'report_hash', type: 'text', says: 'Vân tay báo cáo' },
  { name: 'sample', type: 'flag', says: '1: số liệu minh họa' },
];

/** The period that is consolidated, and the like one of the year before. */
export type At = { readonly period: string; readonly before: string };
export type Query = (dialect: Dialect, at: At) => string;

/** A text as both engines read it. */
export function quoted(text: string): string {
  return `'${text.replace(/[\\'\r\n]/gu, ' ')}'`;
}

/** What rows of several plans share: the code of the forms, else the same words in the same unit of measure. */
const MEASURE = `CASE WHEN i.form IS NOT NULL THEN CONCAT('bm ', i.form) WHEN i.title IS NOT NULL THEN CONCAT(LOWER(i.title), ' | ', COALESCE(i.unit, '')) ELSE CONCAT('ma ', i.id) END`;

/** Rates follow from the sums of their parts, counts add; what cannot be added (a rank, a grade, a rate without parts) stands only where it stands alone. */
const RESULT = `CASE
      WHEN SUM(i.denominator) > 0 THEN SUM(i.numerator) / SUM(i.denominator) * CASE WHEN MAX(i.unit) = '%' THEN 100 ELSE 1 END
      WHEN COUNT(*) = 1 THEN MAX(i.value)
      WHEN MAX(i.kind) = 'statistic' AND MAX(COALESCE(i.unit, '')) <> '%' THEN SUM(i.value)
    END`;

/** Every unit's result at every measure: of the indicators, and of the lines of the statistical forms, which statistics bear as their code. */
const figures = (d: Dialect, period: string, unit: 'unit' | 'heir'): string => `
  SELECT p.${unit} AS unit, ${MEASURE} AS measure, CASE WHEN MAX(i.denominator) > 0 OR MAX(i.unit) = '%' THEN 1 ELSE 0 END AS is_rate, ${RESULT} AS result
  FROM ${d.table('indicators')} AS i JOIN ${d.table('packages')} AS p ON p.package = i.package
  WHERE p.period = ${quoted(period)} AND i.kind NOT IN ('rank-at-most', 'grade-at-least') AND (i.form IS NULL OR i.kind <> 'statistic')
  GROUP BY p.${unit}, measure
  UNION ALL
  SELECT p.${unit} AS unit, CONCAT('bm ', CAST(f.form AS STRING), '.', f.line) AS measure, CASE WHEN MAX(f.denominator) > 0 THEN 1 ELSE 0 END AS is_rate,
    CASE WHEN SUM(f.denominator) > 0 THEN SUM(f.numerator) / SUM(f.denominator) * 100 ELSE SUM(f.value) END AS result
  FROM ${d.table('forms')} AS f JOIN ${d.table('packages')} AS p ON p.package = f.package
  WHERE p.period = ${quoted(period)}
  GROUP BY p.${unit}, measure`;

/** One line for each measure of the period. */
const measures: Query = (d, { period }) => `
SELECT ${MEASURE} AS measure, MIN(i.title) AS title, MIN(i.field) AS field, MIN(i.unit) AS measured_in, MIN(i.kind) AS kind, MIN(i.form) AS form,
  MIN(i.id) AS first_id, COUNT(DISTINCT p.unit) AS units,
  SUM(i.numerator) AS numerator, SUM(i.denominator) AS denominator, COUNT(i.denominator) AS with_parts, SUM(i.value) AS total, COUNT(i.value) AS with_value,
  SUM(CASE WHEN i.verdict = 'met' AND i.proposed = 0 THEN 1 ELSE 0 END) AS met,
  SUM(CASE WHEN i.verdict = 'nearly-met' AND i.proposed = 0 THEN 1 ELSE 0 END) AS nearly_met,
  SUM(CASE WHEN i.verdict = 'not-met' AND i.proposed = 0 THEN 1 ELSE 0 END) AS not_met,
  SUM(CASE WHEN i.verdict = 'no-data' AND i.proposed = 0 THEN 1 ELSE 0 END) AS no_data
FROM ${d.table('indicators')} AS i JOIN ${d.table('packages')} AS p ON p.package = i.package
WHERE p.period = ${quoted(period)}
GROUP BY measure
ORDER BY MIN(CASE WHEN i.kind = 'statistic' THEN 1 ELSE 0 END), MIN(i.id), measure`;

/** The matrix: every unit's result at every measure. A verdict is only told of a unit that one package speaks for. */
const matrix: Query = (d, { period }) => `
SELECT p.unit AS unit, ${MEASURE} AS measure, SUM(i.numerator) AS numerator, SUM(i.denominator) AS denominator, ${RESULT} AS result,
  CASE WHEN COUNT(*) = 1 THEN MAX(i.grade) END AS grade,
  CASE WHEN COUNT(*) = 1 AND MAX(i.proposed) = 0 THEN MAX(i.verdict) END AS verdict,
  MAX(i.level) AS level
FROM ${d.table('indicators')} AS i JOIN ${d.table('packages')} AS p ON p.package = i.package
WHERE p.period = ${quoted(period)}
GROUP BY p.unit, measure
ORDER BY p.unit, measure`;

/** The lines of the statistical forms over all units. */
const forms: Query = (d, { period }) => `
SELECT f.form AS form, f.line AS line, COUNT(DISTINCT p.unit) AS units,
  SUM(f.value) AS total, COUNT(f.value) AS with_value, MIN(f.value) AS least, MAX(f.value) AS most,
  SUM(f.numerator) AS numerator, SUM(f.denominator) AS denominator, COUNT(f.denominator) AS with_parts,
  SUM(CASE WHEN f.answer = 0 THEN 1 ELSE 0 END) AS answer_0,
  SUM(CASE WHEN f.answer = 1 THEN 1 ELSE 0 END) AS answer_1,
  SUM(CASE WHEN f.answer = 2 THEN 1 ELSE 0 END) AS answer_2,
  MIN(f.data_as_of) AS earliest
FROM ${d.table('forms')} AS f JOIN ${d.table('packages')} AS p ON p.package = f.package
WHERE p.period = ${quoted(period)}
GROUP BY f.form, f.line
ORDER BY f.form, f.line`;

/** The same unit by unit, for whoever asks where a sum comes from. */
const formUnits: Query = (d, { period }) => `
SELECT p.unit AS unit, f.form AS form, f.line AS line, SUM(f.value) AS total, SUM(f.numerator) AS numerator, SUM(f.denominator) AS denominator,
  MAX(f.answer) AS answer
FROM ${d.table('forms')} AS f JOIN ${d.table('packages')} AS p ON p.package = f.package
WHERE p.period = ${quoted(period)}
GROUP BY p.unit, f.form, f.line
ORDER BY p.unit, f.form, f.line`;

const DONE = `'done-on-time', 'done-late', 'done', 'done-in-period'`;

/** What stands in each unit: verdicts and tasks counted, proposals outside. Work that leaves every count is in none. */
const units: Query = (d, { period }) => `
WITH verdicts AS (
  SELECT p.unit AS unit,
    SUM(CASE WHEN i.verdict IN ('met', 'nearly-met', 'not-met') THEN 1 ELSE 0 END) AS judged,
    SUM(CASE WHEN i.verdict = 'met' THEN 1 ELSE 0 END) AS met,
    SUM(CASE WHEN i.verdict = 'nearly-met' THEN 1 ELSE 0 END) AS nearly_met,
    SUM(CASE WHEN i.verdict = 'not-met' THEN 1 ELSE 0 END) AS not_met,
    SUM(CASE WHEN i.verdict = 'no-data' THEN 1 ELSE 0 END) AS no_data
  FROM ${d.table('indicators')} AS i JOIN ${d.table('packages')} AS p ON p.package = i.package
  WHERE p.period = ${quoted(period)} AND i.kind <> 'statistic' AND i.proposed = 0
  GROUP BY p.unit),
work AS (
  SELECT p.unit AS unit,
    SUM(CASE WHEN t.status NOT IN ('suspended', 'not-applicable') THEN 1 ELSE 0 END) AS tasks,
    SUM(CASE WHEN t.status IN (${DONE}) THEN 1 ELSE 0 END) AS done,
    SUM(CASE WHEN t.status = 'done-late' THEN 1 ELSE 0 END) AS done_late,
    SUM(CASE WHEN t.status = 'overdue' THEN 1 ELSE 0 END) AS overdue
  FROM ${d.table('tasks')} AS t JOIN ${d.table('packages')} AS p ON p.package = t.package
  WHERE p.period = ${quoted(period)} AND t.proposed = 0
  GROUP BY p.unit),
scored AS (
  SELECT p.unit AS unit, SUM(s.self) AS self, SUM(s.assessed) AS assessed, SUM(CASE WHEN s.excluded = 0 THEN s.maximum ELSE 0 END) AS maximum
  FROM ${d.table('scores')} AS s JOIN ${d.table('packages')} AS p ON p.package = s.package
  WHERE p.period = ${quoted(period)}
  GROUP BY p.unit),
sent AS (
  SELECT p.unit AS unit, MAX(p.unit_name) AS unit_name, COUNT(*) AS packages, MAX(p.late) AS late, MAX(p.closed_on) AS closed_on
  FROM ${d.table('packages')} AS p
  WHERE p.period = ${quoted(period)}
  GROUP BY p.unit)
SELECT s.unit AS unit, s.unit_name AS unit_name, s.packages AS packages, s.late AS late, s.closed_on AS closed_on,
  COALESCE(v.judged, 0) AS judged, COALESCE(v.met, 0) AS met, COALESCE(v.nearly_met, 0) AS nearly_met, COALESCE(v.not_met, 0) AS not_met,
  COALESCE(v.no_data, 0) AS no_data,
  COALESCE(w.tasks, 0) AS tasks, COALESCE(w.done, 0) AS done, COALESCE(w.done_late, 0) AS done_late, COALESCE(w.overdue, 0) AS overdue,
  c.self AS self, c.assessed AS assessed, c.maximum AS maximum
FROM sent AS s LEFT JOIN verdicts AS v ON v.unit = s.unit LEFT JOIN work AS w ON w.unit = s.unit LEFT JOIN scored AS c ON c.unit = s.unit
ORDER BY s.unit`;

/** Each measure, period by period: the small charts. */
const history: Query = (d) => `
SELECT p.period AS period, MAX(p.period_end) AS period_end, ${MEASURE} AS measure, COUNT(DISTINCT p.unit) AS units,
  SUM(i.numerator) AS numerator, SUM(i.denominator) AS denominator, SUM(i.value) AS total, MAX(i.unit) AS measured_in,
  SUM(CASE WHEN i.verdict = 'met' AND i.proposed = 0 THEN 1 ELSE 0 END) AS met,
  SUM(CASE WHEN i.verdict IN ('met', 'nearly-met', 'not-met') AND i.proposed = 0 THEN 1 ELSE 0 END) AS judged
FROM ${d.table('indicators')} AS i JOIN ${d.table('packages')} AS p ON p.package = i.package
GROUP BY p.period, measure
ORDER BY period_end, period, measure`;

/** Fewer units than these say nothing of what is usual. */
const FEWEST = 8;
/** The customary bounds of a modified z (Iglewicz and Hoaglin 1993); 0.6745 and 1.2533 make both spreads those of a normal one. */
const BOUND = 3.5;

/**
 * What lies far from the others, by a z of medians, which one wrong figure cannot move: `compared` gives unit, measure, is_rate and the number x
 * that is compared, with the result that people know.
 */
const outliers = (compared: string): string => `
WITH ${compared},
ranked AS (
  SELECT unit, measure, result, x, ROW_NUMBER() OVER (PARTITION BY measure ORDER BY x, unit) AS place, COUNT(*) OVER (PARTITION BY measure) AS n
  FROM compared WHERE x IS NOT NULL),
middle AS (
  SELECT measure, AVG(x) AS median FROM ranked WHERE 2 * place BETWEEN n AND n + 2 GROUP BY measure),
away AS (
  SELECT r.unit AS unit, r.measure AS measure, r.result AS result, r.n AS n, r.x - m.median AS d,
    ROW_NUMBER() OVER (PARTITION BY r.measure ORDER BY ABS(r.x - m.median), r.unit) AS place
  FROM ranked AS r JOIN middle AS m ON m.measure = r.measure),
spread AS (
  SELECT measure, AVG(CASE WHEN 2 * place BETWEEN n AND n + 2 THEN ABS(d) END) / 0.6745 AS by_median, AVG(ABS(d)) * 1.2533 AS by_mean
  FROM away GROUP BY measure),
rated AS (
  SELECT a.unit AS unit, a.measure AS measure, a.result AS result,
    a.d / CASE WHEN s.by_median > 0 THEN s.by_median WHEN s.by_mean > 0 THEN s.by_mean END AS z
  FROM away AS a JOIN spread AS s ON s.measure = a.measure
  WHERE a.n >= ${FEWEST})
SELECT unit, measure, result, ROUND(z, 1) AS z FROM rated WHERE ABS(z) > ${BOUND} ORDER BY ABS(ROUND(z, 1)) DESC, unit, measure`;

/** Against the other units; counts by their logarithm, because units differ in size. */
const amongUnits: Query = (d, { period }) =>
  outliers(`figures AS (${figures(d, period, 'unit')}),
compared AS (
  SELECT unit, measure, result, CASE WHEN is_rate = 1 THEN result WHEN result >= 0 THEN LN(result + 1) END AS x FROM figures)`);

/** Against the unit itself a year before, as the others moved meanwhile; a unit that took over others is held against their sum. */
const againstLastYear: Query = (d, { period, before }) =>
  outliers(`now_figures AS (${figures(d, period, 'heir')}),
last_figures AS (${figures(d, before, 'heir')}),
compared AS (
  SELECT f.unit AS unit, f.measure AS measure, f.result AS result,
    CASE WHEN f.is_rate = 1 THEN f.result - l.result WHEN f.result > 0 AND l.result > 0 THEN LN(f.result) - LN(l.result) END AS x
  FROM now_figures AS f JOIN last_figures AS l ON l.unit = f.unit AND l.measure = f.measure)`);

export const QUERIES = { measures, matrix, forms, formUnits, units, history, amongUnits, againstLastYear } as const;
export type QueryName = keyof typeof QUERIES;
