import { NO, YES } from '../../words/core/labels.ts';
import { CHOICE_HELP } from '../../words/set-up/layout.ts';
import { LIST_LABELS } from '../core/lists.ts';
import { type CellKind, type Column, office, type TabSpec } from '../core/tab.ts';
import { yearKey } from '../read/find-columns.ts';
import { INDICATORS } from '../tabs/indicators.ts';
import type { ColumnLayout } from './layout.ts';

/** A column as set-up lays it: its key, its header and what its cells hold. */
export type LaidColumn = Column & { readonly key: string };

const YELLOW = '#FFF9DB';
const GREY = '#F1F3F4';
const YEAR_WIDTH = 80;

/** The columns of a tab from left to right; those of the years stand after `Đơn vị tính`. */
export function laidColumns(spec: TabSpec, years: readonly number[]): LaidColumn[] {
  return Object.entries(spec.columns).flatMap(([key, column]) => {
    const hasYears = spec.key === INDICATORS.key && key === 'unit';
    const levels = hasYears ? years.map((year) => ({ key: yearKey(year), ...office(`Năm ${year}`, 'level', YEAR_WIDTH) })) : [];
    return [{ key, ...column }, ...levels];
  });
}

/** How a column looks and what it offers. */
export function columnLayout({ group }: TabSpec, { kind, by, width }: LaidColumn): ColumnLayout {
  const choices = by === 'office' ? choicesOf(kind) : null;
  return {
    width,
    numberFormat: formatOf(kind),
    background: by === 'machine' ? GREY : group === 'entry' ? YELLOW : null,
    fontColor: null,
    wrap: alignOf(kind) === 'left',
    align: alignOf(kind),
    choices,
    help: choices === null ? null : CHOICE_HELP,
  };
}

/**
 * Texts stay as typed: a code such as 01 or 3/4, and a deadline «31/12», which would else become a day of this year. Numbers
 * keep the automatic format, because only there a typed «97,28%» gets its percent format.
 */
function formatOf(kind: CellKind): string {
  if (kind === 'day') return 'dd/MM/yyyy';
  if (kind === 'stamp') return 'dd/MM/yyyy HH:mm';
  return isNumeric(kind) || kind === 'typed-result' ? 'General' : '@';
}

function alignOf(kind: CellKind): ColumnLayout['align'] {
  if (isNumeric(kind)) return 'right';
  return kind === 'day' || kind === 'stamp' ? 'center' : 'left';
}

function isNumeric(kind: CellKind): boolean {
  return kind === 'number' || kind === 'whole' || kind === 'level';
}

function choicesOf(kind: CellKind): readonly string[] | null {
  if (kind === 'yes-no') return [YES, NO];
  return typeof kind === 'object' ? Object.values(LIST_LABELS[kind.list]) : null;
}
