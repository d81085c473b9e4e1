import { claimsOf, OWN } from './claim.ts';

/** How a text that a script writes is read in vi_VN. */
export const TYPED = claimsOf(
  { area: 'typed entry (vi_VN)', hostPlace: 'src/host/services/typed-entry.ts' },
  {
    'typed-day': ['What does “1-2” become?', 'date 02-01 00:00'],
    'typed-zero': ['What does “01” become?', 'number 1'],
    'typed-comma': ['What does “1,5” become?', 'number 1.5'],
    'typed-groups': ['What does “1.250” become?', 'number 1250'],
    'typed-wrong-groups': ['What does “1.25” become?', 'string 1.25'],
    'typed-true': ['What does “TRUE” become?', 'boolean true'],
    'typed-true-vietnamese': ['Does the Vietnamese word for TRUE stay text?', 'string ĐÚNG', OWN],
    'typed-percent': ['What does “50%” become?', 'number 0.5'],
    'typed-apostrophe': ['Is a leading apostrophe swallowed?', 'string 01'],
    'typed-apostrophe-formula': ['Does an apostrophe disarm a formula?', 'string =1+1', { fact: 'typed-apostrophe' }],
    'typed-equals': ['What does “=1+1” become?', 'formula'],
    'typed-plus': ['What does “+a” become?', 'formula in error'],
    'typed-minus': ['What does “-a” become?', 'formula in error'],
    'typed-at': ['What does “@a” become?', 'string @a'],
    'typed-vn-day': ['What does “03/04/2026” become?', 'date 04-03 00:00'],
    'typed-no-day': ['What does “31/2/2026” become?', 'string 31/2/2026'],
    'typed-points-day': ['What does “30.6.2026” become?', 'string 30.6.2026'],
    'typed-time': ['What does “08:30” become?', 'date 12-30 08:30', { fact: 'time-only' }],
    'typed-semicolon': ['Is “;” understood in a formula?', 'formula', OWN],
    'typed-text-format': ['Does “1-2” stay text in a cell of plain text?', 'string 1-2'],
    'typed-text-formula': ['Does “=1+1” stay text in a cell of plain text?', 'string =1+1'],
    'typed-text-apostrophe': ['Does an apostrophe stay visible in a cell of plain text?', "string '01", OWN],
    'typed-rearmed': ['Is text read from behind an apostrophe parsed when written back?', 'number 1'],
    'format-percent': ['Does “50%” bring a format along?', 'percent'],
    'format-day': ['Does “1-2” bring a format along?', 'day'],
    'format-general': ['Does a text bring a format along?', 'neither'],
  },
);
