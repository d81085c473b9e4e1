import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Day, day } from '../../src/domain/core/day.ts';
import type { Screen } from '../../src/host/core/environment.ts';
import { type Host, openHost } from '../../src/host/host.ts';
import { CHAIRMAN, ledgerOf, lettersIn, type MailOffice, makeMailOffice } from '../helpers/mail-office.ts';

const H1 = '6 tháng đầu năm 2024';
const KEEPER = 'chu-tich@example.vn';

/** One office through three days, each opened again: nothing but the files joins them. */
let office: MailOffice;
const screen: Screen = { answers: [], shown: [] };
beforeAll(() => {
  office = makeMailOffice([[CHAIRMAN, KEEPER]]);
}, 600_000);
afterAll(() => office.remove());

function opened<T>(on: Day, minutes: number, work: (host: Host) => T): T {
  const host = openHost({
    workbook: office.path,
    outDir: `${office.folder}/bao-cao`,
    mailDir: `${office.folder}/thu`,
    user: KEEPER,
    now: { day: on, minutes },
    screen,
  });
  try {
    return work(host);
  } finally {
    host.close();
  }
}

const type = (host: Host, [id, header]: readonly [string, string], text: string): void => {
  const at = host.find({ tab: 'Nhập số liệu', id, period: H1, header });
  if (at === null) throw new Error(`there is no ${id} ${header}`);
  host.type({ ...at, rows: [[text]] });
};

/** How many letters name the row. */
async function naming(id: string): Promise<number> {
  const texts = await Promise.all(lettersIn(office).map(async (letter) => (await simpleParser(letter)).text ?? ''));
  return texts.filter((text) => text.includes(`(${id})`)).length;
}

describe('from a typed value to the chairman’s mail', () => {
  it('the clerk turns the daily mail on; the first morning tells what stands', () => {
    opened(day('2024-06-10'), 9 * 60, (host) => host.run('menuDailyMail'));
    expect(screen.shown.map((shown) => ('message' in shown ? shown.message : ''))).toEqual([expect.stringContaining('Đã bật')]);
    opened(day('2024-06-11'), 7 * 60, (host) => {
      expect(host.passDay(day('2024-06-11')).map(({ failure }) => failure)).toEqual([null]);
    });
    expect(lettersIn(office)).toHaveLength(1);
  });

  it('at noon a value is typed below its target and judged at once; the next morning, in a new realm, one letter names its row', async () => {
    opened(day('2024-06-11'), 12 * 60, (host) => {
      type(host, ['T3.7', 'Mẫu số'], '1000');
      type(host, ['T3.7', 'Tử số'], '500');
    });
    opened(day('2024-06-12'), 7 * 60, (host) => void host.passDay(day('2024-06-12')));
    const letters = lettersIn(office);
    expect(letters).toHaveLength(2);
    const mail = await simpleParser(letters.find((letter) => letter.includes('12 Jun 2024')) ?? '');
    expect(mail.subject).toBe('01 chỉ tiêu chưa đạt – CCHC 12/6');
    expect(mail.text).toContain('(T3.7): đạt 50% (500/1.000)');
    expect(mail.to).toMatchObject({ text: KEEPER });
    expect(ledgerOf(office).map(({ state }) => state)).toEqual(['Đã gửi', 'Đã gửi']);
  });

  it('the same run again: none', () => {
    opened(day('2024-06-12'), 8 * 60, (host) => void host.passDay(day('2024-06-12')));
    expect(lettersIn(office)).toHaveLength(2);
  });

  it('a value put right before the morning is never mailed', async () => {
    opened(day('2024-06-12'), 12 * 60, (host) => {
      type(host, ['T3.7', 'Tử số'], '990');
      type(host, ['T3.7', 'Tử số'], '500');
      type(host, ['T3.7', 'Tử số'], '995');
    });
    opened(day('2024-06-13'), 7 * 60, (host) => void host.passDay(day('2024-06-13')));
    expect(await naming('T3.7')).toBe(1);
  });

  it('what is not to be recalled to the end of a day stays out through that day and comes back by itself', async () => {
    opened(day('2024-06-13'), 12 * 60, (host) => {
      type(host, ['T3.6a', 'Mẫu số'], '1000');
      type(host, ['T3.6a', 'Tử số'], '400');
      type(host, ['T3.6a', 'Không nhắc đến hết ngày'], '15/06/2024');
    });
    for (const [on, letters] of [
      ['2024-06-14', 0],
      ['2024-06-15', 0],
      ['2024-06-16', 1],
    ] as const) {
      opened(day(on), 7 * 60, (host) => void host.passDay(day(on)));
      expect([on, await naming('T3.6a')]).toEqual([on, letters]);
    }
  });
});
