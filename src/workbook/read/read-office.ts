import { tidy } from '../../domain/core/word.ts';
import type { OutlineRow, RoleHolder, Setting } from '../../domain/plan/plan.ts';
import { codeOf, SETTING_LABELS } from '../../words/core/labels.ts';
import { OUTLINE_SOURCE_FORMS, REPORT_KIND_FORMS, readOutlineSource, readReportKinds } from '../core/grammar.ts';
import type { TabTable } from '../core/tab.ts';
import { TABS } from '../tabs/all.ts';
import { OUTLINE, ROLES, SETTINGS } from '../tabs/settings.ts';
import { isOwnLayoutRow } from './own-layout.ts';
import { type Reading, type Row, readRows, rowProblem } from './read-rows.ts';

/** The rows of `Thông tin chung`; a name that is no setting is told, because a misspelt one would silently not hold. */
export function readSettings(table: TabTable | undefined, reading: Reading): Setting[] {
  if (table === undefined) return [];
  return readRows(SETTINGS, table, reading).flatMap(({ row, name, value, from }) => {
    const key = codeOf(SETTING_LABELS, name);
    if (key !== null) return [{ key, value, from }];
    if (isOwnLayoutRow(name, TABS)) return [];
    const facts = { value: name, list: Object.values(SETTING_LABELS).join(' / ') };
    reading.problems.push(rowProblem(table, { row, key: 'name' }, { code: 'not-in-list', facts }));
    return [];
  });
}

/** The rows of `Phân công`. */
export function readRoles(table: TabTable | undefined, reading: Reading): RoleHolder[] {
  return readRows(ROLES, table, reading)
    .filter(({ role }) => role !== '')
    .map(({ role, person, email, from, until }) => ({ role, person, email, from, until }));
}

/** The rows of `Đề cương`, in the order of the tab. */
export function readOutline(table: TabTable | undefined, reading: Reading): OutlineRow[] {
  return table === undefined ? [] : readRows(OUTLINE, table, reading).map((row) => outlineRow(table, row, reading));
}

function outlineRow(table: TabTable, cells: Row<typeof OUTLINE.columns>, { problems }: Reading): OutlineRow {
  const { row, level, title } = cells;
  const refuse = (key: 'level' | 'source' | 'reports', list: string): void => {
    const facts = { value: String(cells[key] ?? ''), list };
    problems.push(rowProblem(table, { row, key }, { code: 'not-in-list', facts }));
  };
  const place = tidy(cells.place);
  const source = readOutlineSource(cells.source);
  const reports = readReportKinds(cells.reports);
  if (level !== null && levelOf(level) === null) refuse('level', '1 / 2 / 3');
  if (source === null) refuse('source', OUTLINE_SOURCE_FORMS);
  if (reports === null) refuse('reports', REPORT_KIND_FORMS);
  const depth = place.split('.').length;
  return {
    place,
    level: levelOf(level ?? depth) ?? 3,
    title,
    source: source ?? { kind: 'heading' },
    reports: reports ?? [],
    from: cells.from,
  };
}

function levelOf(level: number): OutlineRow['level'] | null {
  return level === 1 || level === 2 || level === 3 ? level : null;
}
