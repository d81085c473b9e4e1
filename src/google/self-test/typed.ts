import { cellIn, get, type Probe, type Probes, probesOf, put } from './scratch.ts';

/** A text that is written as if typed, and the number format that the cell has before. */
const TYPED = {
  'typed-day': ['1-2'],
  'typed-zero': ['01'],
  'typed-comma': ['1,5'],
  'typed-groups': ['1.250'],
  'typed-wrong-groups': ['1.25'],
  'typed-true': ['TRUE'],
  'typed-true-vietnamese': ['ĐÚNG'],
  'typed-percent': ['50%'],
  'typed-apostrophe': ["'01"],
  'typed-apostrophe-formula': ["'=1+1"],
  'typed-equals': ['=1+1'],
  'typed-plus': ['+a'],
  'typed-minus': ['-a'],
  'typed-blanks-equals': ['   =1+1'],
  'typed-at': ['@a'],
  'typed-vn-day': ['03/04/2026'],
  'typed-no-day': ['31/2/2026'],
  'typed-points-day': ['30.6.2026'],
  'typed-time': ['08:30'],
  'typed-semicolon': ['=SUM(1;2)'],
  'typed-text-format': ['1-2', '@'],
  'typed-text-formula': ['=1+1', '@'],
  'typed-text-apostrophe': ["'01", '@'],
} as const;

const typed =
  ([text, format]: readonly [string, string?]): Probe =>
  (scratch) => {
    const cell = scratch.fresh();
    if (format !== undefined) cell.setNumberFormat(format);
    return cellIn(scratch, put(cell, text));
  };

/** The format that a cell shows after a text was typed, as far as it is a percentage or a day. */
const formatAfter =
  (text: string): Probe =>
  ({ fresh }) => {
    const format = put(fresh(), text).getNumberFormats()[0]?.[0] ?? '';
    return /%/u.test(format) ? 'percent' : /d/iu.test(format.replace('General', '')) ? 'day' : 'neither';
  };

const FORMATS = { 'format-percent': '50%', 'format-day': '1-2', 'format-general': 'a' } as const;

/** How Google reads texts that a script writes. */
export const TYPED_PROBES: Probes<keyof typeof TYPED | keyof typeof FORMATS | 'typed-rearmed' | 'format-kept' | 'color-names'> = {
  ...probesOf(TYPED, typed),
  ...probesOf(FORMATS, formatAfter),
  'format-kept': ({ fresh }) => put(fresh().setNumberFormat('d-M-yyyy'), '14/6/2024').getNumberFormats()[0]?.[0] ?? '',
  'color-names': ({ fresh }) => fresh().setBackground('red').getBackgrounds()[0]?.[0] ?? '',
  'typed-rearmed': (scratch) => {
    const cell = put(scratch.fresh(), "'01");
    return cellIn(scratch, put(cell, get(cell)));
  },
};
