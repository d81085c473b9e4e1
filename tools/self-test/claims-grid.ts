import { claimsOf } from './claim.ts';

/** What a tab is and refuses. */
export const GRID = claimsOf(
  { area: 'grid', hostPlace: 'src/host/services/sheet.ts, range.ts' },
  {
    'new-sheet': ['How large is a new sheet?', [1000, 26], { hostPlace: 'src/xlsx/areas.ts newSheet' }],
    'data-range-blank': ['What is the data range of a blank sheet?', [1, 1]],
    'data-range-formula': ['Does a formula that shows nothing belong to the data range?', 900],
    'data-range-false': ['Does FALSE belong to the data range?', 900],
    'grid-end': [
      'What does a range beyond the grid throw?',
      'The coordinates of the range are outside the dimensions of the sheet.',
    ],
    'grid-start': ['What does row 0 throw?', 'The starting row of the range is too small.'],
    'grid-empty': ['What does a range without rows throw?', 'The number of rows in the range must be at least 1.'],
    'grid-signature': [
      'What does a text in place of a number throw?',
      "The parameters (String,number,number,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
    'grid-grows': ['Do rows and columns inserted at the end enlarge the grid?', [1005, 28]],
    'sheet-name-taken': [
      'What does a second sheet of one name throw?',
      'A sheet with the name "so-cchc-tu-kiem-tra" already exists. Please enter another name.',
      { hostPlace: 'src/host/services/spreadsheet.ts insertSheet' },
    ],
    'rows-differ': [
      'What does a block of another height throw?',
      'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 1.',
    ],
    'columns-differ': [
      'What does a block of another width throw?',
      'The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 1.',
    ],
  },
);

/** What cells give back. */
export const CELLS = claimsOf(
  { area: 'values and dates', hostPlace: 'src/host/services/cells.ts' },
  {
    'true-types': ['Are numbers and booleans written without being parsed?', ['number 1.5', 'boolean true']],
    'undefined-blanks': ['What do undefined and null leave?', ['', '']],
    'blank-text': ['Is a blank cell read as an empty text?', true],
    'error-text': ['How is a cell in error read?', '#N/A', { onHost: '' }],
    'format-not-value': ['Is 10% read as 0.1?', 0.1],
    'own-built-ins': [
      'Are lists and dates of a service the script’s own?',
      [true, true],
      { hostPlace: 'src/host/core/membrane.ts' },
    ],
    'date-read-zone': ['Is a day read as midnight of the spreadsheet’s zone?', '2026-04-03 00:00'],
    'script-zone': [
      'Are date parts shown in the script’s zone?',
      [-420, '2026-04-02T17:00:00.000Z'],
      { hostPlace: 'src/xlsx/time-zone.ts' },
    ],
    'format-date': ['How does formatDate say a day?', '3/4/2026 00:00:00', { hostPlace: 'src/host/services/utilities.ts' }],
    'time-only': ['As which moment is a time alone read?', [1899, 8, 30], { hostPlace: 'src/xlsx/serial.ts' }],
    'time-only-offset': ['Which instant is it?', '1899-12-30T01:23:30.000Z', { hostPlace: 'src/xlsx/serial.ts' }],
    'formula-overwritten': ['Does a value replace a formula?', 'string a'],
    'too-long': [
      'What does a text of 50,001 characters throw?',
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
    'fits-just': ['Do 50,000 characters fit?', 'never', { fact: 'too-long' }],
    'error-at-flush': ['When is a bad write told, if a flush follows?', 'flush'],
    'error-at-read': ['When is a bad write told, if a read follows?', 'read'],
    'bad-block': ['Does one bad cell refuse its whole block?', true],
    'error-name': ['What is the name of a service’s error?', 'Exception', { hostPlace: 'src/host/core/google-error.ts' }],
  },
);
