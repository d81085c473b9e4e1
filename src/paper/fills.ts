import type { Fill } from '../words/paper/paper.ts';

/**
 * Ground and letters of a coloured cell, as RRGGBB. They differ in lightness too, so that a page printed without colour still
 * parts what is met from what is not (WCAG 2.2, 1.4.1 and 1.4.3).
 */
export const FILLS: Readonly<Record<Fill, { readonly ground: string; readonly ink: string }>> = {
  good: { ground: 'B7DFA6', ink: '000000' },
  bad: { ground: '9C1C1C', ink: 'FFFFFF' },
  unknown: { ground: 'F5D56B', ink: '000000' },
  waiting: { ground: 'E6E6E6', ink: '000000' },
};
