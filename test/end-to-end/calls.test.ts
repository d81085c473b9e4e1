import { describe, expect, it } from 'vitest';
import { type Counted, countCalls } from '../../src/local/count-calls.ts';
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
  it.each(['check', 'view of today', 'refresh, nothing changed', 'reconcile a report'])(
    'of «%s» read each tab once and write nothing',
    (action) => {
      expect(calls(action)).toMatchObject({ reads: tabs, formats: tabs, writes: 0, flushes: 0 });
    },
  );

  it('of a report are the reading, its record under the last row and one Drive call for each of two files', () => {
    expect(calls('report')).toMatchObject({ reads: tabs, formats: tabs + 1, writes: 1, flushes: 1, drive: 2 });
  });

  it('of a mail flush twice, before it is sent and after', () => {
    expect(calls('mail')).toMatchObject({ writes: 2, flushes: 2 });
    expect(calls('mail, second run')).toMatchObject({ writes: 0, flushes: 0 });
  });

  it('of the daily run read each tab once, the ledger once more under the lock, and how a cell beyond what was read takes texts', () => {
    expect(calls('daily run on the next day')).toMatchObject({ reads: tabs + 1, formats: tabs + 2, flushes: 1 });
  });
});
