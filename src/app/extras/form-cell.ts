import { NO, YES } from '../../words/core/labels.ts';
import { LIST_LABELS } from '../../workbook/core/lists.ts';
import type { TabSpec } from '../../workbook/core/tab.ts';
import { headerOf } from '../../workbook/read/find-columns.ts';
import type { FormCell } from '../replies/extras.ts';

/** How a form asks for the cells of a column. */
export function formCell(spec: TabSpec, field: string): FormCell {
  const header = headerOf(spec, field);
  const kind = spec.columns[field]?.kind ?? 'text';
  if (typeof kind === 'object') return { header, is: 'choice', choices: Object.values(LIST_LABELS[kind.list]) };
  if (kind === 'yes-no') return { header, is: 'choice', choices: [YES, NO] };
  return { header, is: kind === 'day' ? 'day' : kind === 'long-text' ? 'long' : 'text', choices: [] };
}
