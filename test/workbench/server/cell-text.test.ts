import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/core/day.ts';
import { isRetyped, shownText, typedText } from '../../../src/workbench/server/lines/cell-text.ts';
import { PLAIN } from '../../../src/xlsx/areas.ts';
import type { CellModel } from '../../../src/xlsx/model.ts';

const READING = { locale: 'vi_VN', today: day('2024-06-20') };
const cell = (value: CellModel['value'], numberFormat = 'General', formula: string | null = null): CellModel => ({
  value,
  formula,
  style: { ...PLAIN, numberFormat },
});

describe('a cell on the page', () => {
  it.each<[CellModel['value'], string, readonly [string, string]]>([
    [98.5, 'General', ['98,5', '98,5']],
    [1234567, 'General', ['1234567', '1234567']],
    [123456789012, 'General', ['123456789012', '123456789012']],
    [1 / 3, 'General', ['0,333333333', '0,3333333333333333']],
    [0.1 + 0.2, 'General', ['0,3', '0,30000000000000004']],
    [-5.25, '0.0', ['-5,3', '-5,25']],
    [1234.5, '#,##0.00', ['1.234,50', '1234,5']],
    [0.125, '0%', ['13%', '12,5%']],
    [0.072, '0.00%', ['7,20%', '7,2%']],
    [1.5e-9, '0%', ['0%', '1,5e-7%']],
    [45457, 'dd/MM/yyyy', ['14/06/2024', '14/06/2024']],
    [45457.5, 'dd/MM/yyyy HH:mm:ss', ['14/06/2024 12:00:00', '14/06/2024 12:00:00']],
    [45457, 'd/m/yy', ['14/6/24', '14/06/2024']],
    [0.5, 'HH:mm', ['12:00', '12:00:00']],
    [true, 'General', ['TRUE', 'TRUE']],
    ['98,5', '@', ['98,5', '98,5']],
    ['98,5', 'General', ['98,5', "'98,5"]],
    ['31/12', 'General', ['31/12', "'31/12"]],
    ["'a", 'General', ["'a", "''a"]],
    ['=1+1', 'General', ['=1+1', "'=1+1"]],
    ['true', 'General', ['true', "'true"]],
    ['Quý I 2024', 'General', ['Quý I 2024', 'Quý I 2024']],
    ['abc', '0;-0;0;"chữ "@', ['chữ abc', 'abc']],
    [5, '[x', ['5', '5']],
  ])('%j under «%s» is shown and typed as %j', (value, format, [shown, typed]) => {
    expect([shownText(cell(value, format), READING), typedText(cell(value, format), READING)]).toEqual([shown, typed]);
  });

  it('shows and takes numbers and days as an American spreadsheet has them, where it is one', () => {
    const english = { ...READING, locale: 'en_US' };
    expect([shownText(cell(1234.5, '#,##0.00'), english), typedText(cell(1234.5), english)]).toEqual(['1,234.50', '1234.5']);
    expect(typedText(cell(45457, 'M/d/yyyy'), english)).toBe('6/14/2024');
  });

  it('knows what typing would turn into something else', () => {
    const changed = [cell(5, '@'), cell(45457.123456789, 'dd/MM/yyyy'), cell(-3, 'dd/MM/yyyy'), cell(1, 'General', 'A1')];
    expect(changed.map((one) => isRetyped(one, READING))).toEqual([false, false, false, false]);
    expect([cell(5), cell('5'), cell(45457, 'd/m/yy'), cell('5', '@')].map((one) => isRetyped(one, READING))).toEqual(
      Array(4).fill(true),
    );
  });
});
