import type { Source } from '../../domain/core/source.ts';
import { SETTING_LABELS } from '../../words/core/labels.ts';
import type { Book } from '../../workbook/core/book.ts';
import { cellName } from '../../workbook/read/cell-name.ts';
import type { JournalEntry } from '../base/journal.ts';
import { officeBlocks, textAt } from '../base/office-cells.ts';

type Facts = { readonly number: string; readonly issuedOn: string };

/** Number and day of the plan into their cells, where these are there and blank: nothing of the office is written over. */
export function factCells(book: Book, plan: string, facts: Facts = { number: '', issuedOn: '' }) {
  const of = (field: 'number' | 'issuedOn', label: string): Source =>
    plan === '' ? { of: 'setting', id: label, period: '', field: 'value' } : { of: 'plan', id: plan, period: '', field };
  const cells = [
    { at: of('number', SETTING_LABELS['plan-number']), text: facts.number },
    { at: of('issuedOn', SETTING_LABELS['plan-issued-on']), text: facts.issuedOn },
  ].filter(({ at, text }) => text !== '' && textAt(book, at) === '');
  const entries = cells.map(({ at, text }): JournalEntry => {
    return { operation: 'import', place: cellName(at), before: '', after: text };
  });
  return { blocks: officeBlocks(book, cells), entries };
}
