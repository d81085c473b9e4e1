import type { ProbeId } from '../../src/google/self-test/run.ts';
import type { Claim } from './claim.ts';
import { CELLS, GRID } from './claims-grid.ts';
import { CHARTS, RULES } from './claims-rules.ts';
import { DOCUMENTS, MEMORIES, PEOPLE, RUNTIME, TIMES } from './claims-services.ts';
import { TYPED } from './claims-typed.ts';

/**
 * What the host claims of every question that the self-test asks: a question without a claim does not compile, a claim without
 * a question is a difference.
 */
export const CLAIMS = {
  ...GRID,
  ...CELLS,
  ...TYPED,
  ...RULES,
  ...CHARTS,
  ...RUNTIME,
  ...MEMORIES,
  ...PEOPLE,
  ...DOCUMENTS,
  ...TIMES,
} satisfies Readonly<Record<ProbeId, Claim>>;
