import type { Day } from '../../domain/core/day.ts';
import type { Plan, SettingKey } from '../../domain/plan/plan.ts';
import type { CellValue } from '../core/cell.ts';
import type { TabKey } from '../core/tab.ts';

/** What a tab of the older version lacks beside one that set-up lays out today. */
export type TabChange = {
  /** Keys of columns to append behind the last one, in this order. */
  readonly columns?: readonly string[];
  /** Keys of columns whose drop-down got words since. */
  readonly choices?: readonly string[];
  /** It was laid out with this many rows; those that are lacking come to stand at its end and look as ours do. */
  readonly formerRows?: number;
  /** True: its columns had other number formats. */
  readonly formats?: boolean;
  /** Formulas of colour rules as earlier builds wrote them, each cell as `#`; today's need not be named. */
  readonly formerPaint?: readonly string[];
};

/** A setting that the older version did without; its value is what held without it. */
export type NewSetting = {
  readonly key: SettingKey;
  readonly value: (plan: Plan, today: Day) => string;
  readonly note: string;
};

/** A tab that the older version did without, and what it begins with: values by column key. */
export type NewTab = {
  readonly key: TabKey;
  readonly rows: (plan: Plan) => readonly Readonly<Record<string, CellValue>>[];
};

/**
 * One step, from a version of the workbook to the next, as data. Nothing of it inserts, deletes or sorts: columns and rows are
 * appended, and what is there already, under our name or the office's own, is left as it is.
 */
export type Migration = {
  readonly from: number;
  readonly tabs: Partial<Readonly<Record<TabKey, TabChange>>>;
  readonly settings: readonly NewSetting[];
  readonly newTabs: readonly NewTab[];
};
