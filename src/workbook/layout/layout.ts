import { NO, YES } from '../../words/core/labels.ts';
import { CHOICE_HELP } from '../../words/set-up/layout.ts';
import type { CellValue } from '../core/cell.ts';
import { LIST_LABELS } from '../core/lists.ts';
import { type CellKind, type Column, office, type TabSpec } from '../core/tab.ts';
import { columnKeyOf } from '../read/find-columns.ts';
import { INDICATORS } from '../tabs/indicators.ts';

/** One column as set-up lays it out, from top to bottom of the tab. */
export type ColumnLayout = {
  readonly width: number;
  readonly numberFormat: string;
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly wrap: boolean;
  readonly align: 'left' | 'center' | 'right';
  /** A drop-down that warns and never rejects (docs/platform.md#validation). */
  readonly choices: readonly string[] | null;
  readonly help: string | null;
};

/** A paint rule over data rows; the formula is free of separators, which differ by locale, and relative to the range's first cell. */
export type PaintRule = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly formula: string;
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean;
};

/** A rectangle of cells; counts from 1. */
type Cells = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };

/** Bars lying down and stacked: the first row of the data names the series, its first column the bars. */
export type ChartLayout = {
  readonly title: string;
  readonly data: Cells;
  /** All cells that the data, with a title above it, may ever fill. */
  readonly reserved: Cells;
  /** One for each series, in their order; numbers stand in the bars as well, so that nothing is told by colour alone. */
  readonly colours: readonly string[];
  /** The cell of its upper left corner, and its size in pixels. */
  readonly place: { readonly row: number; readonly column: number; readonly width: number; readonly height: number };
};

/** A protection: `clerks` refuses all but clerks, `warning` asks before an edit. */
export type Guard = {
  readonly kind: 'clerks' | 'warning';
  readonly description: string;
  /** `null` = the whole tab. Columns count from 1. */
  readonly columns: { readonly from: number; readonly count: number } | null;
  readonly rows: { readonly from: number; readonly count: number } | null;
};

/** A column of ours as it stands in a tab; `isNew`: an upgrade has just appended it; `hasNewWords`: its drop-down got words. */
export type RenewedColumn = {
  readonly column: number;
  readonly look: ColumnLayout;
  readonly isNew: boolean;
  readonly hasNewWords: boolean;
};

/** What an upgrade does to the look of a tab that is there; its cells, and what the office made of it, stay. */
export type TabRenewal = {
  readonly sheetId: number;
  readonly headerRow: number;
  /** Our colours reach to this row, and the tab does too. */
  readonly lastRow: number;
  /** How far an earlier build laid it out, where that was not to the last row: what comes after looks as the columns say. */
  readonly formerRows: number | null;
  readonly columns: readonly RenewedColumn[];
  readonly paint: readonly PaintRule[];
  /** Formulas of our rules by earlier builds, each cell as `#`. A tab on which none of our rules stands is not ours to colour. */
  readonly formerPaint: readonly string[];
  /** Number formats of the whole columns from the first on; none: they stay. */
  readonly formats: readonly string[];
};

/** All that set-up needs to make one tab; derived from the tab's own description. */
export type TabLayout = {
  readonly name: string;
  readonly hidden: boolean;
  readonly tabColor: string | null;
  readonly headerRow: number;
  /** How far down the tab is laid out: drop-downs, colours and guards reach to this row. */
  readonly lastRow: number;
  readonly frozenColumns: number;
  readonly columns: readonly ColumnLayout[];
  /** Rows above and including the header, as text. */
  readonly top: readonly (readonly CellValue[])[];
  readonly rows: readonly (readonly CellValue[])[];
  readonly paint: readonly PaintRule[];
  readonly guards: readonly Guard[];
};

/** A column as set-up lays it: its key, its header and what its cells hold. */
export type LaidColumn = Column & { readonly key: string };

const YELLOW = '#FFF9DB';
const GREY = '#F1F3F4';
const LEVEL_WIDTH = 80;
/** What a letter of a bold header takes, and what stands around it, in pixels. */
const LETTER_WIDTH = 8;
const HEADER_ROOM = 16;

/** The columns of a tab from left to right; those of levels, by their headers, stand after `Đơn vị tính`. */
export function laidColumns(spec: TabSpec, headers: readonly string[]): LaidColumn[] {
  return Object.entries(spec.columns).flatMap(([key, column]) => {
    const hasLevels = spec.key === INDICATORS.key && key === 'unit';
    const levels = hasLevels ? headers.map((header) => levelColumn(spec, header)) : [];
    return [{ key, ...column }, ...levels];
  });
}

/** A column of levels, by its header. */
export function levelColumn(spec: TabSpec, header: string): LaidColumn {
  return { key: columnKeyOf(spec, header) ?? header, ...office(header, 'level', LEVEL_WIDTH) };
}

/** How a column looks and what it offers. */
export function columnLayout({ group }: TabSpec, { header, kind, by, width }: LaidColumn): ColumnLayout {
  const choices = by === 'office' ? choicesOf(kind) : null;
  return {
    // The head of an entry tab stands still: on one line it leaves the most to the rows.
    width: group === 'entry' ? Math.max(width, header.length * LETTER_WIDTH + HEADER_ROOM) : width,
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
  return kind === 'number' || kind === 'whole' || kind === 'year' || kind === 'level';
}

function choicesOf(kind: CellKind): readonly string[] | null {
  if (kind === 'yes-no') return [YES, NO];
  return typeof kind === 'object' ? Object.values(LIST_LABELS[kind.list]) : null;
}
