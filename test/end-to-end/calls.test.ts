import { describe, expect, it } from 'vitest';
import { type Counted, countCalls } from '../../tools/bench/count-calls.ts';
import { ensureBuilt } from '../helpers/built.ts';

ensureBuilt();
const small = countCalls(210);
const large = countCalls(2_100);

function calls(action: string): Counted {
  const found = small.find((counted) => counted.action === action);
  if (found === undefined) throw new Error(`nothing was counted for “${action}”`);
  return found;
}

describe('service calls', () => {
  it('are the same at 210 and at 2,100 rows', () => {
    expect(large).toEqual(small);
  });

  it.each([
    ['open the menu', 0],
    ['edit a figure, warm cache', 6],
    ['edit a task, warm cache', 6],
    ['paste 20 tasks', 7],
    ['edit a figure, cold cache', 15],
    ['edit a task, cold cache', 15],
  ])('of «%s» are at most %i', (action, most) => {
    expect(calls(action).total).toBeLessThanOrEqual(most);
  });

  it.each(['edit a figure, warm cache', 'edit a task, warm cache', 'paste 20 tasks'])('of «%s» write one block', (action) => {
    expect(calls(action)).toMatchObject({ writes: 1, flushes: 1 });
  });

  const tabs = calls('check').reads;
  it.each([
    'check',
    'view of today',
    'rows of a role',
    'refresh, nothing changed',
    'reconcile a report',
    'set-up state',
    'periods to open',
    'period to close',
    'indicators',
    'one indicator',
  ])('of «%s» read each tab once and write nothing', (action) => {
    expect(calls(action)).toMatchObject({ reads: tabs, formats: tabs, writes: 0, flushes: 0 });
  });

  it('of a dialog from the menu are the one that shows it: what it tells is asked by its page', () => {
    expect(calls('dialog from the menu')).toMatchObject({ total: 1, reads: 0, formats: 0, writes: 0 });
  });

  it('of a saved row whose verdict stays read each tab once, write the cell and its log, and look once more at both tabs and the row', () => {
    expect(calls('save a row of a form')).toMatchObject({ reads: tabs + 3, writes: 2, flushes: 1, drive: 0 });
  });

  it('of a report are the reading, its record under the last row and one Drive call for each of two files', () => {
    expect(calls('report')).toMatchObject({ reads: tabs, formats: tabs + 1, writes: 1, flushes: 1, drive: 2 });
  });

  it('of a look at a report before it is made read each tab once, and nothing is written or made', () => {
    expect(calls('report preview')).toMatchObject({ reads: tabs, formats: tabs, writes: 0, flushes: 0, drive: 0 });
  });

  it.each([
    ['brief', 1],
    ['meeting', 2],
    ['matrix', 1],
    ['slip', 1],
    ['letters', 4],
  ])('of «%s» read each tab once and are one Drive call per file: %i', (paper, files) => {
    expect(calls(paper)).toMatchObject({ reads: tabs, formats: tabs, writes: 0, flushes: 0, drive: files });
  });

  it('of a mail read the ledger, flush, send, read it again to find its row, and flush', () => {
    const { mails, reads, writes, flushes } = calls('mail');
    // Two tabs say who the caller is; then each tab is read once.
    expect({ reads, writes, flushes }).toEqual({ reads: 2 + tabs + 2 * mails, writes: 2 * mails, flushes: 2 * mails });
    expect(mails).toBeGreaterThan(1);
    expect(calls('mail, second run')).toMatchObject({ reads: 2 + tabs, writes: 0, flushes: 0, mails: 0 });
  });

  it('of a refresh that changes something look once more at each tab with headers that was written to', () => {
    expect(calls('refresh, one figure changed')).toMatchObject({ reads: tabs + 4, formats: tabs, writes: 5, flushes: 1 });
  });

  it('of the daily run read each tab once, look once more at what was written, flush once, and beside that only what its mails cost', () => {
    const { mails, reads, flushes } = calls('daily run on the next day');
    expect({ mails, reads, flushes }).toEqual({ mails: 1, reads: tabs + 5 + 2, flushes: 1 + 2 });
    expect(calls('daily run again')).toMatchObject({ reads: tabs, writes: 0, flushes: 0, mails: 0 });
  });
});
