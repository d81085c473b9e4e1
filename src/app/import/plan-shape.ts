import * as z from 'zod/mini';
import { isPlanYear, parseDay } from '../../domain/core/day.ts';
import { DEADLINE_KINDS, TARGET_OPS } from '../../domain/import/kinds.ts';
import { LONGEST_PASSAGE, MOST_ROWS } from '../../domain/import/limits.ts';
import { COLUMN_ROLES } from '../../domain/import/table/columns.ts';

const passage = z.string().check(z.minLength(1), z.maxLength(LONGEST_PASSAGE));
const text = z.nullable(z.string().check(z.maxLength(LONGEST_PASSAGE)));
const number = z.nullable(z.number());
const level = z.union([z.number(), z.string().check(z.minLength(1), z.maxLength(200))]);
const year = z.int().check(z.refine(isPlanYear));
/** Levels by year. */
const levels = z
  .record(z.string().check(z.regex(/^(?:19|2\d)\d\d$/u)), level)
  .check(z.refine((given) => Object.keys(given).length <= 100));

/** Of a row that stands in the workbook: which, and the mark that it had when a person agreed. */
const update = z.strictObject({ id: z.string().check(z.minLength(1), z.maxLength(200)), was: z.string().check(z.maxLength(40)) });

const row = z.strictObject({
  update: z.exactOptional(update),
  kind: z.enum(['indicator', 'task']),
  field: text,
  text: passage,
  passage,
  at: z.string().check(z.maxLength(200)),
  op: z.nullable(z.enum(TARGET_OPS)),
  target_from: z.nullable(level),
  target_to: number,
  unit: text,
  years: z.nullable(levels),
  mood: text,
  exception: text,
  deadline: text,
  deadline_kind: z.nullable(z.enum(DEADLINE_KINDS)),
  due: z.nullable(z.string().check(z.refine((given) => parseDay(given) !== null))),
  lead: text,
  with: text,
  product: text,
  watcher: text,
});

/** What a person said of the columns below a header: a role or '' for each. */
const said = z.strictObject({
  header: z.array(z.string().check(z.maxLength(500))).check(z.minLength(1), z.maxLength(60)),
  roles: z.array(z.enum([...COLUMN_ROLES, ''])).check(z.minLength(1), z.maxLength(60)),
});

/** What `import-plan` carries: rows as the importer gives them, the years of the plan where it says them, and which plan of the workbook it is ('' = the only one). */
export const PLAN_ROWS = z.strictObject({
  rows: z.array(row).check(z.minLength(1), z.maxLength(MOST_ROWS)),
  years: z.nullable(z.strictObject({ first: year, last: year })),
  plan: z.string().check(z.maxLength(200)),
  columns: z.exactOptional(z.array(said).check(z.maxLength(60))),
  facts: z.exactOptional(
    z.strictObject({
      number: z.string().check(z.maxLength(200)),
      issuedOn: z.string().check(z.refine((given) => given === '' || parseDay(given) !== null)),
    }),
  ),
});

const column = z.int().check(z.gte(0), z.lte(200));
/** What `read-plan` carries: a file as base64, or a text; and what a person said of tables that were not understood; `lines`: the words of the document are wanted, too. */
export const PLAN_FILE = z.strictObject({
  file: z.string(),
  text: z.string(),
  plan: z.string().check(z.maxLength(200)),
  lines: z.exactOptional(z.boolean()),
  columns: z
    .array(
      z.strictObject({
        at: z.string().check(z.maxLength(200)),
        first: z.int().check(z.gte(0), z.lte(100)),
        columns: z
          .array(z.strictObject({ role: z.enum(COLUMN_ROLES), column, years: z.array(year).check(z.maxLength(20)) }))
          .check(z.maxLength(60)),
      }),
    )
    .check(z.maxLength(60)),
});
