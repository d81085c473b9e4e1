import { describe, expect, it } from 'vitest';
import { check } from '../../src/app/checks/check.ts';
import { restoreChange } from '../../src/app/history/settle-change.ts';
import { openPeriod } from '../../src/app/period/open-period.ts';
import { tidy } from '../../src/domain/core/word.ts';
import { FROZEN } from '../../src/workbook/tabs/records.ts';
import { TASKS } from '../../src/workbook/tabs/tasks.ts';
import { type Memory, memory } from '../app/memory-ports.ts';
import { Q3, type } from '../app/operations.ts';
import { smallPlan, task } from '../app/small-plan.ts';
import { LONGEST_CELL } from '../fixtures/corpus/lengths.ts';
import { corpus } from '../fixtures/corpus.ts';
import { idOf } from './office.ts';
import { oneLineEnd } from './rules.ts';
import { escapesAmong, expectNoEscape } from './tally.ts';

const all = corpus().filter(({ text }) => text.length < LONGEST_CELL);
const isError = (text: string): boolean => /^#(?:REF!|N\/A)$/u.test(text);
/** As `Bản chốt` keeps a text: composed, tidy in each of its lines; what no cell reads is not kept. */
const asKept = (text: string): string => (isError(text) ? '' : oneLineEnd(text).split('\n').map(tidy).join('\n').trim());

function keptPlan(texts: typeof all): Memory {
  const tasks = texts.map(({ text }, at) => task(idOf(at), { title: text, product: text }));
  const session = memory({ tabs: smallPlan({ tasks }) });
  openPeriod(session.ports, { period: Q3 });
  return session;
}

const changesOf = (session: Memory): readonly string[] => check(session.ports).problems.flatMap(({ change }) => change ?? []);

describe('the plan kept in Bản chốt', () => {
  it('keeps each text, and finds none of them changed', () => {
    const session = keptPlan(all);
    const { values } = session.tab(FROZEN.name);
    const header = values.find((row) => row.includes('Giá trị thô')) ?? [];
    const [id, field, raw] = ['Mã', 'Trường', 'Giá trị thô'].map((name) => header.indexOf(name));
    const kept = new Map(values.map((row) => [`${row[id ?? 0]}|${row[field ?? 0]}`, row[raw ?? 0]]));
    const escapes = escapesAmong(all, (_, at) => kept.get(`${idOf(at)}|title`) ?? '', asKept);
    expectNoEscape('plan kept in Bản chốt', all, escapes);
    expect(changesOf(session)).toEqual([]);
  });

  it('gives a text back into its cell as it was, a day in it too', () => {
    const some = all.filter(({ text }, at) => (at % 97 === 0 || text === '20.6.2024') && asKept(text) !== '');
    const session = keptPlan(some);
    for (const at of some.keys()) type(session.tab(TASKS.name), [idOf(at), 'Nhiệm vụ'], 'khác');
    const changes = changesOf(session);
    for (const change of changes) restoreChange(session.ports, { change });
    const { values } = session.tab(TASKS.name);
    const column = values.find((row) => row.includes('Nhiệm vụ'))?.indexOf('Nhiệm vụ') ?? -1;
    const given = some.map((_, at) => values.find((row) => row.includes(idOf(at)))?.[column]);
    expect(changes.length).toBeGreaterThan(10);
    expect(given).toEqual(some.map(({ text }) => asKept(text)));
  });
});
