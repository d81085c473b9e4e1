import { claimsOf, OWN } from './claim.ts';

/** Validations, painted cells, protections. */
export const RULES = claimsOf(
  { area: 'rules and protection', hostPlace: 'src/host/services/rules.ts' },
  {
    'validation-rejects': [
      'When does a rejecting validation stop a script?',
      'flush',
      { hostPlace: 'src/host/services/cells.ts' },
    ],
    'validation-words': [
      'In which words?',
      'The data you entered in cell A1 violates the data validation rules set on this cell. Please enter one of the following values: a.',
      { fact: 'validation-rejects', hostPlace: 'src/host/services/cells.ts' },
    ],
    'validation-blank': ['May such a cell be cleared?', 'never', { hostPlace: 'src/host/services/cells.ts' }],
    'validation-warns': ['Does a warning let a script write anything?', true, { hostPlace: 'src/host/services/cells.ts' }],
    'paint-semicolon': ['Is “;” kept in a painting formula?', ['=AND($A1="a";$B1>1)'], OWN],
    'paint-comma': ['Is “,” kept in a painting formula?', ['=AND($A1="a",$B1>1)'], OWN],
    'paint-no-separator': ['Is a painting formula without separators kept?', ['=($A1="a")*($B1>1)'], OWN],
    'paints-replaced': ['Are all rules of the sheet replaced?', ['=2=2']],
    'protect-owner': ['May the owner write under a protection?', 'nothing', { hostPlace: 'src/host/services/protection.ts' }],
    'protect-owner-unlisted': [
      'How many editors has a new protection, of a file that nobody else edits?',
      0,
      { asEditor: 1, hostPlace: 'src/host/services/protection.ts' },
    ],
    'protect-self-throws': [
      'Does it throw to take oneself out of a guard?',
      true,
      { hostPlace: 'src/host/services/protection.ts' },
    ],
    'protect-warning-editors': [
      'Does it throw to change the editors of a warning?',
      true,
      { hostPlace: 'src/host/services/protection.ts' },
    ],
    'protect-again': ['Does protecting a tab again give its guard?', true, { hostPlace: 'src/host/services/protection.ts' }],
    'protect-stranger': [
      'Does it throw to let in an address without an account?',
      true,
      { onHost: false, hostPlace: 'src/host/services/protection.ts' },
    ],
  },
);

/** Charts that float over a sheet. */
export const CHARTS = claimsOf(
  { area: 'charts', hostPlace: 'src/host/services/charts.ts' },
  {
    'chart-title': ['Is a chart’s title read back?', ['a', 'null']],
    'insert-moves': ['Do inserted rows push values down?', true, { hostPlace: 'src/xlsx/areas.ts insertAfter' }],
    'chart-range': ['Does a chart give back the range it was given, whole?', [[3, 2]]],
    'chart-other-range': ['What does it draw after its range was replaced, and what is it called?', [[5, 2], 'a']],
    'chart-moved': ['By how many rows do two rows inserted above move what it draws?', 2],
  },
);
