/** What becomes of what is written into a cell, and what is read from it. */
import { describe, expect } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { serialOfDay } from '../../src/host/services/typed-entry.ts';
import type { HostAtWork } from '../helpers/host.ts';
import { host, proves, value } from './proves.ts';

const CODE = `
function write(text) { put(text); }
function read() { return get(); }
function format() { return at(1, 1).getNumberFormats()[0][0]; }
function under(pattern, text) { at(1, 1).setNumberFormat(pattern); put(text); }
`;
const cell = (book: HostAtWork) => book.model.sheets[0]?.cells.get(1)?.get(1);

function written(text: unknown, locale = 'vi_VN'): HostAtWork {
  const book = host(CODE);
  book.sidecar.locale = locale;
  book.run('write', text);
  return book;
}
const typed = (text: unknown, locale?: string): unknown => cell(written(text, locale))?.value;
const serial = (text: string): number => serialOfDay(day(text));
const formula = (text: string): unknown => cell(written(text))?.formula;

describe('typed entry', () => {
  proves('typed-day', () => expect(typed('1-2')).toBe(serial('2024-02-01')));
  proves('typed-zero', () => expect(typed('01')).toBe(1));
  proves('typed-comma', () => expect(typed('1,5')).toBe(1.5));
  proves('typed-point', () => expect(typed('1.5', 'en_US')).toBe(1.5));
  proves('typed-groups', () => expect(typed('1.250')).toBe(1250));
  proves('typed-wrong-groups', () => expect(typed('1.25')).toBe('1.25'));
  proves('typed-true', () => expect(typed('TRUE')).toBe(true));
  proves('typed-percent', () => expect(typed('50%')).toBe(0.5));
  proves('typed-apostrophe', () => expect(written("'01").run('read')).toBe('01'));
  proves('typed-rearmed', () => expect(value(`(put("'01"), put(get()), get())`)).toBe(1));
  proves('typed-equals', () => expect(formula('=1+1')).toBe('1+1'));
  proves('typed-plus', () => expect([formula('+A2'), typed('+7')]).toEqual(['+A2', 7]));
  proves('typed-minus', () => expect([formula('-A2'), typed('-3')]).toEqual(['-A2', -3]));
  proves('typed-blanks-equals', () => expect([typed('   =1+1'), formula('   =1+1')]).toEqual(['   =1+1', null]));
  proves('typed-at', () => expect(typed('@van-thu')).toBe('@van-thu'));
  proves('typed-us-day', () => expect(typed('03/04/2026', 'en_US')).toBe(serial('2026-03-04')));
  proves('typed-vn-day', () => expect(typed('03/04/2026')).toBe(serial('2026-04-03')));
  proves('typed-no-day', () => expect(typed('31/2/2026')).toBe('31/2/2026'));
  proves('typed-points-day', () => expect(typed('30.6.2026')).toBe('30.6.2026'));
  const asText = (text: string): unknown => {
    const book = host(CODE);
    book.run('under', '@', text);
    return [cell(book)?.value, cell(book)?.formula];
  };
  proves('typed-text-format', () =>
    expect(['01', '1-2', 'TRUE'].map(asText)).toEqual(['01', '1-2', 'TRUE'].map((t) => [t, null])),
  );
  proves('typed-text-formula', () => expect(asText('=1+1')).toEqual(['=1+1', null]));
  proves('true-types', () => expect([typed(1.5), typed(true)]).toEqual([1.5, true]));
  proves('undefined-blanks', () =>
    expect(value('(put("a"), put(undefined), at(2, 1).setValues([[null]]), at(1, 1, 2).getValues())')).toEqual([[''], ['']]),
  );
});

describe('dates and zones', () => {
  const inNewYork = (): HostAtWork => {
    const book = host(CODE);
    book.sidecar.timeZone = 'America/New_York';
    return book;
  };
  proves('date-read-zone', () => {
    const book = inNewYork();
    book.run('write', '14/06/2024');
    expect(book.run('read')).toEqual(new Date('2024-06-14T04:00:00Z'));
  });
  proves('date-written-zone', () => {
    const book = inNewYork();
    book.run('write', new Date('2024-06-14T03:00:00Z'));
    expect(Math.floor(Number(cell(book)?.value))).toBe(serial('2024-06-13'));
  });
  proves('script-zone', () => expect(value("new Date('2024-06-14T20:00:00Z').getDate()")).toBe(15));
  const TIME = "(put('08:30'), get())";
  proves('time-only', () =>
    expect(value(`(t => [t.getFullYear(), t.getMonth(), t.getDate(), t.getHours(), t.getMinutes()])(${TIME})`)).toEqual([
      1899, 11, 30, 8, 30,
    ]),
  );
  proves('time-only-offset', () => expect(value(TIME)).toEqual(new Date('1899-12-30T01:23:30Z')));
  proves('format-date', () =>
    expect(value("Utilities.formatDate(new Date('2024-06-13T17:30:00Z'), 'Asia/Ho_Chi_Minh', 'dd/MM/yyyy HH:mm')")).toBe(
      '14/06/2024 00:30',
    ),
  );
  proves('format-quotes', () => expect(value(`Utilities.formatDate(new Date(0), 'UTC', "yyyy 'd'")`)).toBe('1970 d'));
});

describe('formats', () => {
  const formatOf = (text: string): unknown => written(text).run('format');
  proves('format-percent', () => expect([formatOf('50%'), formatOf('62,5%')]).toEqual(['0%', '0.00%']));
  proves('format-day', () => expect(formatOf('14/6/2024')).toBe('dd/MM/yyyy'));
  proves('format-kept', () => {
    const book = host(CODE);
    book.run('under', 'd-M-yyyy', '14/6/2024');
    expect(book.run('format')).toBe('d-M-yyyy');
  });
  proves('color-names', () => expect(value("at(1, 1).setBackground('red').getBackgrounds()")).toEqual([['#ff0000']]));
  proves('format-general', () => expect(formatOf('1,5')).toBe('General'));
  proves('format-not-value', () => expect(written('10%').run('read')).toBe(0.1));
});
