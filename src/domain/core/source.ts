/** The kinds of row that a figure or a text can stand in. */
export const SOURCE_KINDS = [
  'indicator',
  'actual',
  'task',
  'entry',
  'period',
  'narrative',
  'setting',
  'plan',
  'role',
  'holiday',
  'outline',
  'recommendation',
  'survey',
  'score',
] as const;

/** Where a figure or a text comes from; `workbook` turns it into a cell address. */
export type Source = {
  readonly of: (typeof SOURCE_KINDS)[number];
  /** `Mã`, `Mục`, or a setting's name. */
  readonly id: string;
  /** The period's name, or '' where the row has none; of a role the first day, which tells its rows apart. */
  readonly period: string;
  /** The key of the column as `workbook` names it: `numerator`, `completedOn`… */
  readonly field: string;
};
