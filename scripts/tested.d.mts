import type { Reporter } from 'vitest/node';

/** Keeps a record of `dist/` when every test of the tree has passed on it. */
export declare class TestedReporter implements Reporter {}
