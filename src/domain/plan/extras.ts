/** The registers that an office keeps only when it wants them: each has a tab of its own, which no workbook has before. */
export const EXTRAS = ['inspections', 'surveys', 'scores'] as const;
export type Extra = (typeof EXTRAS)[number];
