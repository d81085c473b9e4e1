import type { SeenDocument, SeenSection } from './read-docx.ts';

/** A rule answers with the places that break it; none = it holds. */
export type Rule = (document: SeenDocument) => readonly string[];

const A4 = [11_906, 16_838] as const;
const NEAR = 20;
const MILLIMETRE = 56.7;
const MARGINS = { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] } as const;

const near = (value: number, wanted: number): boolean => Math.abs(value - wanted) <= NEAR;
const named = (sections: readonly SeenSection[], breaks: (section: SeenSection) => boolean): string[] =>
  sections.flatMap((section, index) => (breaks(section) ? [`${index + 1}`] : []));

/** R1: A4, upright or lying. */
export const pageSize: Rule = ({ sections }) =>
  named(sections, ({ width, height }) => {
    const [short, long] = [Math.min(width, height), Math.max(width, height)];
    return !(near(short, A4[0]) && near(long, A4[1]));
  });

/** R2: the four intervals. */
export const margins: Rule = ({ sections }) =>
  named(sections, (section) =>
    (['top', 'bottom', 'left', 'right'] as const).some((side) => {
      const [least, most] = MARGINS[side];
      const millimetres = section.margins[side] / MILLIMETRE;
      return !(millimetres >= least - 0.1 && millimetres <= most + 0.1);
    }),
  );

/** R3: one font, black. */
export const font: Rule = ({ paragraphs }) =>
  paragraphs
    .flatMap(({ runs }) => runs)
    .filter(({ text }) => text.trim() !== '')
    .filter(({ font: name, color }) => name !== 'Times New Roman' || !['000000', 'auto'].includes(color))
    .map(({ text }) => text);

/** R4: a page number top centre, from the second page of each section on. */
export const pageNumber: Rule = ({ sections }) =>
  named(sections, ({ ownFirstPage, first, next }) => {
    const number = next?.pageNumber ?? null;
    if (!ownFirstPage || first === null || first.pageNumber !== null || number === null) return true;
    return number.align !== 'center' || number.runs.some(({ size }) => size < 13 || size > 14);
  });
