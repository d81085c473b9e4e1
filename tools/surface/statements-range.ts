import { REFERENCE, statementsOf, throws } from './statement.ts';

const GUARDED = 'You are trying to edit a protected cell or object';
const NOT_OTHER = 'at(1, 1).protect().removeEditors([OTHER])';

/** A range of cells: where it is, what stands in it, how it looks. */
export const RANGE = statementsOf('Range', `${REFERENCE}/spreadsheet/range`, {
  getRow: [
    ['at(3, 2).getRow()', 3],
    ['at(1000, 26).getRow()', 1000],
  ],
  getColumn: [['at(3, 2).getColumn()', 2]],
  getNumRows: [
    ['at(3, 2, 4, 5).getNumRows()', 4],
    ['sheet().getDataRange().getNumRows()', 1, 'data-range-blank'],
  ],
  getNumColumns: [['at(3, 2, 4, 5).getNumColumns()', 5]],
  getSheet: [
    ['at(1, 1).getSheet() === sheet()', true],
    ['at(1, 1).getSheet().getName()', 'Trang tính1'],
  ],
  getValues: [
    [
      'at(1, 1, 2, 2).getValues()',
      [
        ['', ''],
        ['', ''],
      ],
      'blank-text',
    ],
    ["(at(1, 1, 1, 3).setValues([['a', 1.5, true]]), at(1, 1, 1, 3).getValues())", [['a', 1.5, true]], 'true-types'],
    ["(put('14/6/2024'), get())", '2024-06-13T17:00:00.000Z', 'date-read-zone'],
    ["(put('08:30'), get())", '1899-12-30T01:23:30.000Z', 'time-only-offset'],
    ["(put('10%'), get())", 0.1, 'format-not-value'],
    ["put('x'.repeat(50001)).getValues()", throws('more than the maximum of 50000 characters'), 'error-at-read'],
  ],
  getNumberFormats: [
    ["at(1, 1).setNumberFormat('0.00').getNumberFormats()", [['0.00']]],
    ["(put('1-2'), at(1, 1).getNumberFormats())", [['dd/MM/yyyy']], 'format-day'],
    ["(put('50%'), at(1, 1).getNumberFormats())", [['0%']], 'format-percent'],
  ],
  getBackgrounds: [
    ['at(1, 1).getBackgrounds()', [['#ffffff']]],
    ["at(1, 1).setBackground('#abcdef').getBackgrounds()", [['#abcdef']]],
    ["at(1, 1).setBackground('red').getBackgrounds()", [['#ff0000']], 'color-names'],
  ],
  getNotes: [['at(1, 1, 1, 2).getNotes()', [['', '']]]],
  getDataValidations: [
    ['at(1, 1).getDataValidations()', [[null]]],
    ['at(1, 1).setDataValidation(list(true)).getDataValidations()[0][0].getAllowInvalid()', true],
    ['(at(1, 1).setDataValidation(list(true)), at(1, 1).setDataValidation(null).getDataValidations())', [[null]]],
  ],
  getMergedRanges: [['at(1, 1, 3, 3).getMergedRanges()', []]],
  getFormulas: [
    ["(at(1, 1, 1, 2).setValues([['a', '=1+1']]), at(1, 1, 1, 2).getFormulas())", [['', '=1+1']], 'typed-equals'],
    ["(put('=1+1'), put('a'), at(1, 1).getFormulas())", [['']], 'formula-overwritten'],
  ],
  setValues: [
    ["(put('1-2'), get())", '2024-01-31T17:00:00.000Z', 'typed-day'],
    ["(put('01'), get())", 1, 'typed-zero'],
    ["(put('1,5'), get())", 1.5, 'typed-comma'],
    ["(put('1.250'), get())", 1250, 'typed-groups'],
    ["(put('1.25'), get())", '1.25', 'typed-wrong-groups'],
    ["(put('TRUE'), get())", true, 'typed-true'],
    ['(put("\'01"), get())', '01', 'typed-apostrophe'],
    ["(put('   =1+1'), get())", '   =1+1', 'typed-blanks-equals'],
    ["(put('@a'), get())", '@a', 'typed-at'],
    ["(put('31/2/2026'), get())", '31/2/2026', 'typed-no-day'],
    ["(put('30.6.2026'), get())", '30.6.2026', 'typed-points-day'],
    ["(at(1, 1).setNumberFormat('@'), put('=1+1'), get())", '=1+1', 'typed-text-formula'],
    ['(put(undefined), get())', '', 'undefined-blanks'],
    ["at(1, 1, 2, 1).setValues([['a']])", throws('The data has 1 but the range has 2.'), 'rows-differ'],
    ["at(1, 1, 1, 2).setValues([['a']])", throws('The data has 1 but the range has 2.'), 'columns-differ'],
    [
      "at(1, 1).setValues('a')",
      throws("(String) don't match the method signature for SpreadsheetApp.Range.setValues"),
      'grid-signature',
    ],
    [
      "(at(1, 1).setDataValidation(list(false)), put('b'), SpreadsheetApp.flush())",
      throws('violates the data validation rules'),
      'validation-rejects',
    ],
    ["(at(1, 1).setDataValidation(list(true)), put('b'), get())", 'b', 'validation-warns'],
    [`(sheet().protect(), asOther(() => (put('x'), get())))`, 'x', 'protect-alone'],
    [`(sheet().protect().removeEditors([OTHER]), asOther(() => put('x')))`, throws(GUARDED), 'protect-denies'],
    [`(sheet().protect().setWarningOnly(true), asOther(() => (put('x'), get())))`, 'x', 'protect-warning'],
  ],
  setNumberFormat: [
    ["at(1, 1, 2, 1).setNumberFormat('@').getNumberFormats()", [['@'], ['@']]],
    [`(${NOT_OTHER}, asOther(() => at(1, 1).setNumberFormat('@')))`, throws(GUARDED), 'protect-denies'],
  ],
  setBackground: [
    ["at(1, 1).setBackground('#FFF9DB').getBackgrounds()", [['#FFF9DB']]],
    ["at(1, 1).setBackground('#abc').setBackground(null).getBackgrounds()", [['#ffffff']]],
  ],
  setFontColor: [
    ["at(1, 1).setFontColor('#1B5E20').getRow()", 1],
    ['at(1, 1).setFontColor(null).getRow()', 1],
  ],
  setFontWeight: [["at(2, 1).setFontWeight('bold').getRow()", 2]],
  setHorizontalAlignment: [["at(2, 1).setHorizontalAlignment('center').getRow()", 2]],
  setVerticalAlignment: [["at(2, 1).setVerticalAlignment('middle').getRow()", 2]],
  setWrap: [['at(2, 1).setWrap(true).getRow()', 2]],
  setDataValidation: [
    ['at(1, 1, 2, 2).setDataValidation(list(true)).getDataValidations().flat().filter(Boolean).length', 4],
    [`(${NOT_OTHER}, asOther(() => at(1, 1).setDataValidation(null)))`, throws(GUARDED), 'protect-denies'],
  ],
  protect: [
    ['(at(1, 1).protect(), at(1, 1).protect(), sheet().getProtections(SpreadsheetApp.ProtectionType.RANGE).length)', 2],
    ['at(1, 1).protect().getDescription()', ''],
  ],
  activate: [['at(2, 3).activate().getColumn()', 3]],
});
