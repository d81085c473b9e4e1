import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../src/app/base/ports.ts';
import { addDays } from '../../src/domain/core/day.ts';
import type { Block, CellValue, RawBook } from '../../src/workbook/core/cell.ts';
import { times } from '../helpers/sweep.ts';
import { type Command, history, play, type Sabotage } from './mail-histories.ts';

const RUNS = Number(process.env['RUNS'] ?? times(2_000, 100));
/** The same stories in every run, unless another seed is asked for; a failure prints it. */
const SEED = Number(process.env['SEED'] ?? 20_240_620);

describe('a history of edits, mornings, kills and closings', () => {
  it(`goes by without a mail too many or too few (${RUNS} by seed ${SEED})`, () => {
    fc.assert(
      fc.property(history, (commands) => {
        const wrong = play(commands);
        if (wrong !== null) throw new Error(wrong);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 900_000);
});

type Cells = readonly (readonly CellValue[])[];
const reading =
  (change: (values: Cells) => Cells): Sabotage =>
  (ports) => ({
    ...ports,
    workbook: { ...ports.workbook, read: (tabs) => changed(ports.workbook.read(tabs), change) },
  });
const changed = (book: RawBook, change: (values: Cells) => Cells): RawBook => ({
  ...book,
  tabs: book.tabs.map((tab) => ({ ...tab, values: change(tab.values) })),
});
const writing =
  (keep: (block: Block) => boolean): Sabotage =>
  (ports) => ({
    ...ports,
    workbook: { ...ports.workbook, write: (blocks) => ports.workbook.write(blocks.filter(keep)) },
  });
const mailing =
  (send: (ports: Ports) => Ports['mail']): Sabotage =>
  (ports) => ({ ...ports, mail: send(ports) });

const words =
  (from: string, to: string): ((values: Cells) => Cells) =>
  (values) =>
    values.map((row) => row.map((cell) => (cell === from ? to : cell)));

/** Moves the days of `Không nhắc đến hết ngày` by so many days. */
const mutes =
  (days: number): ((values: Cells) => Cells) =>
  (values) => {
    const header = values.find((row) => row.includes('Không nhắc đến hết ngày'));
    const column = header?.indexOf('Không nhắc đến hết ngày') ?? -1;
    return values.map((row) =>
      row.map((cell, at) => (at === column && typeof cell === 'object' ? { ...cell, day: addDays(cell.day, days) } : cell)),
    );
  };

const isIntent = ({ values }: Block): boolean => values.some((row) => row.includes('Chờ gửi'));

const BUGS: readonly (readonly [name: string, sabotage: Sabotage])[] = [
  ['nothing is flushed', (ports) => ({ ...ports, workbook: { ...ports.workbook, flush: () => {} } })],
  ['nothing is recorded before it is sent', writing((block) => !isIntent(block))],
  ['nothing is marked after it is sent', writing(isIntent)],
  ['the mailer sends twice', mailing(({ mail }) => ({ ...mail, send: (one) => [1, 2].forEach(() => void mail.send(one)) }))],
  [
    'the mailer forgets now and then',
    mailing(({ mail }) => ({ ...mail, send: (one) => (one.text.length % 2 === 0 ? undefined : mail.send(one)) })),
  ],
  [
    'every throw of the mailer is taken for a refusal',
    mailing(({ mail }) => ({ ...mail, send: (one) => asRefusal(() => mail.send(one)) })),
  ],
  [
    'a throw of the mailer is taken for success',
    mailing(({ mail }) => ({ ...mail, send: (one) => quietly(() => mail.send(one)) })),
  ],
  ['the quota is not asked', mailing(({ mail }) => ({ ...mail, remaining: () => 100 }))],
  ['what is in doubt is taken for told', reading(words('Chưa rõ đã gửi hay chưa', 'Đã gửi'))],
  ['what is in doubt is taken for failed', reading(words('Chưa rõ đã gửi hay chưa', 'Không gửi được'))],
  ['what failed is taken for told', reading(words('Không gửi được', 'Đã gửi'))],
  ['the last day of a mute is not muted', reading(mutes(-1))],
  ['a mute lasts a day too long', reading(mutes(1))],
  ['the mail is written from what was read at first', stale()],
];

function asRefusal(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof Error && error.constructor === Error) error.name = 'NotSent';
    throw error;
  }
}

/** A kill cannot be caught. */
function quietly(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Error && error.constructor === Error)) throw error;
  }
}

/** Reads the entry tabs once and for all. */
function stale(): Sabotage {
  return (ports) => {
    const first = new Map<number, Cells>();
    const isEntry = (name: string): boolean => name === 'Nhập số liệu';
    const read: Ports['workbook']['read'] = (tabs) => {
      const book = ports.workbook.read(tabs);
      return {
        ...book,
        tabs: book.tabs.map((tab) => {
          if (!isEntry(tab.name)) return tab;
          const values = first.get(tab.sheetId) ?? tab.values;
          first.set(tab.sheetId, values);
          return { ...tab, values };
        }),
      };
    };
    return { ...ports, workbook: { ...ports.workbook, read } };
  };
}

describe('a planted bug is caught:', () => {
  it.each(BUGS)(
    '%s',
    (_, sabotage) => {
      const found = fc.check(
        fc.property(history, (commands: readonly Command[]) => play(commands, sabotage) === null),
        // Ends at the first history that shows the bug.
        { numRuns: Math.max(RUNS, 300), seed: SEED, endOnFailure: true },
      );
      expect(found.failed).toBe(true);
    },
    600_000,
  );
});
