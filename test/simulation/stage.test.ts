import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { type Happening, openStage, type Stage, type Unflushed } from './stage.ts';
import { CLERK, DATA_TAB, OWNER, toyBook, toySidecar } from './toy-workbook.ts';

const HEAD = `const sheet = () => SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
const put = (row, text) => sheet().getRange(row, 5, 1, 1).setValues([[text]]);
const send = () => MailApp.sendEmail({ to: 'a@example.vn', subject: 'thư', body: '', htmlBody: '', name: '' });`;

function stageOf(code: string, unflushed: Unflushed = 'landed'): Stage {
  const script = new Script(`${HEAD}\n${code}`);
  return openStage({ script, book: toyBook(), sidecar: toySidecar(), tab: DATA_TAB, unflushed });
}
const notes = (stage: Stage) => [3, 4, 5, 6].map((row) => stage.book.sheets[0]?.cells.get(row)?.get(5)?.value);
const run = (stage: Stage, ...at: { gap: number; does: Happening }[]) => stage.run({ name: 'go', user: CLERK, at });
const KILL: Happening = { do: 'kill' };
const INSERT: Happening = { do: 'edit', what: { kind: 'insert-row', row: 3, side: 'above' } };

describe('a kill', () => {
  it('cannot be caught: nothing more is done, whatever the script tries', () => {
    const stage = stageOf(`function go() {
      put(3, 'a');
      for (let i = 0; i < 9; i += 1) try { send(); } catch (error) { try { put(4, 'b'); } catch (again) {} }
      return 'done';
    }`);
    expect(run(stage, { gap: 2, does: KILL })).toEqual({
      gaps: 2,
      kinds: ['values-written'],
      killed: true,
      failure: null,
      result: undefined,
    });
    expect([stage.mails, notes(stage).slice(0, 2)]).toEqual([[], ['a', 'ghi chú hai']]);
  });

  it.each([
    ['landed', ['a', 'b']],
    ['waiting', ['a', 'ghi chú hai']],
  ] as const)('with unflushed writes %s', (unflushed, left) => {
    const stage = stageOf(`function go() { put(3, 'a'); SpreadsheetApp.flush(); put(4, 'b'); send(); }`, unflushed);
    run(stage, { gap: 4, does: KILL });
    expect([notes(stage).slice(0, 2), stage.mails]).toEqual([left, []]);
  });

  it('in the last gap comes before the flush that ends an execution', () => {
    const stage = stageOf(`function go() { put(3, 'a'); }`, 'waiting');
    run(stage, { gap: 2, does: KILL });
    expect(notes(stage)[0]).toBe('ghi chú một');
    expect([run(stage), notes(stage)[0]]).toEqual([
      { gaps: 2, kinds: ['values-written'], killed: false, failure: null, result: undefined },
      'a',
    ]);
  });

  it('frees the lock', () => {
    const stage = stageOf(`function go() { const got = LockService.getScriptLock().tryLock(1); put(3, String(got)); send(); }`);
    run(stage, { gap: 3, does: KILL });
    run(stage);
    expect(notes(stage)[0]).toBe(true);
  });
});

describe('a human edit', () => {
  it.each([
    ['landed', [undefined, 'a', 'b']],
    ['waiting', ['a', 'b', 'ghi chú hai']],
  ] as const)('between two writes, unflushed ones %s', (unflushed, left) => {
    const stage = stageOf(`function go() { sheet().getRange(3, 5, 2, 1).setValues([['a'], ['b']]); send(); }`, unflushed);
    run(stage, { gap: 2, does: INSERT });
    expect(notes(stage).slice(0, 3)).toEqual(left);
  });

  it('is done to the shadow too, where no script writes', () => {
    const stage = stageOf(`function go() { put(3, 'a'); }`);
    run(stage, { gap: 1, does: INSERT });
    expect(stage.shadow.book.sheets[0]?.cells.get(4)?.get(5)?.value).toBe('ghi chú một');
    expect(notes(stage).slice(0, 2)).toEqual(['a', 'ghi chú một']);
  });
});

describe('another person’s execution', () => {
  const OTHER: Happening = { do: 'run', name: 'other', user: OWNER };
  it('sees what was flushed, and only that', () => {
    const stage = stageOf(
      `function go() { put(3, 'a'); SpreadsheetApp.flush(); put(4, 'b'); send(); }
       function other() { put(5, sheet().getRange(3, 5, 2, 1).getValues().join()); }`,
      'waiting',
    );
    run(stage, { gap: 4, does: OTHER });
    expect(notes(stage).slice(0, 3)).toEqual(['a', 'b', 'a,ghi chú hai']);
  });

  it('finds the lock taken', () => {
    const stage = stageOf(`function go() { LockService.getScriptLock().tryLock(1); send(); }
      function other() { put(3, String(LockService.getScriptLock().tryLock(1))); }`);
    run(stage, { gap: 2, does: OTHER });
    expect(notes(stage)[0]).toBe(false);
  });
});

describe('the clock', () => {
  it('passes in a gap, over midnight too', () => {
    const stage = stageOf(
      `function go() { put(4, 'a'); put(4, 'b'); put(3, "'" + new Date().getDate() + ' ' + new Date().getHours()); }`,
    );
    run(stage, { gap: 2, does: { do: 'clock', minutes: 17 * 60 } });
    expect([notes(stage)[0], stage.now()]).toEqual(['21 1', { day: '2024-06-21', minutes: 60 }]);
  });
});
