import type { Migration } from './migration.ts';
import { ONE_TO_TWO } from './one-to-two.ts';
import { TWO_TO_THREE } from './two-to-three.ts';

/** Every step there is, oldest first; `test/workbook/migrations.test.ts` holds that they lead without a gap to `WORKBOOK_VERSION`. */
export const MIGRATIONS: readonly Migration[] = [ONE_TO_TWO, TWO_TO_THREE];

/** The steps that a workbook of this version lacks. */
export function migrationsFrom(version: number): readonly Migration[] {
  return MIGRATIONS.filter(({ from }) => from >= Math.floor(version));
}
