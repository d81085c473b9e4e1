import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../src/domain/import/headings.ts';
import { importPlan } from '../../src/domain/import/import-plan.ts';
import type { ImportedRow, PlanImport } from '../../src/domain/import/row.ts';
import { readText, textOf } from '../../src/paper/blocks/read-text.ts';
import { makeDocx } from './made/docx.ts';
import { planIn, unproved } from './made/known.ts';

/** The plan itself is the office's and is not kept here; without it this file has nothing to hold. */
const PLAN = '../shared/plan/ke-hoach-gia-luong-2021-2025.txt';
const [found] = [PLAN, '../../shared/plan/ke-hoach-gia-luong-2021-2025.txt'].filter((path) => existsSync(path));

type Wanted = { readonly id: string; readonly field: string; readonly kind: string; readonly levels: readonly string[] };

type Row = readonly (string | number)[];
const template: { tabs: Record<string, readonly Row[]> } = JSON.parse(
  readFileSync('src/plan-templates/gia-luong-2021-2025.json', 'utf8'),
);
const [, ...INDICATORS] = template.tabs['Kế hoạch - Chỉ tiêu'] ?? [];
const [, ...TASKS] = template.tabs['Kế hoạch - Nhiệm vụ'] ?? [];
/** The plan's own targets; statistics of the annex are ours. */
const TARGETS = INDICATORS.filter(([id]) => /^T\d/u.test(String(id))).map(
  ([id, field, , kind, , ...rest]): Wanted => ({
    id: String(id),
    field: String(field),
    kind: String(kind),
    levels: rest.slice(0, 5).map(String),
  }),
);

/** What each kind of the sheet is called in an imported row; a bare «100%» is read as it stands and bound as at least. */
const OPS: Readonly<Record<string, readonly string[]>> = {
  'Chỉ theo dõi': ['none', 'yes'],
  'Từ mức trở lên': ['>=', '=', '>'],
  'Hoàn thành theo mốc': ['=', '>='],
  'Không quá mức': ['<='],
  'Trong khoảng': ['range'],
  'Xếp hạng không quá': ['rank<='],
  'Xếp loại từ … trở lên': ['grade>='],
  'Tăng dần theo năm': ['rise', '>='],
  'Giảm so với số liệu gốc': ['below-baseline'],
};

/** Where the template says more than the plan does, and why: these are the office's readings, never the importer's. */
const READINGS: Readonly<Record<string, string>> = {
  'T1.6': 'the plan sets no number; 100% is the template’s proposal',
  'T4.3': 'the plan sets no number; 0 stands for «below the baseline»',
  'T7.2b': 'the plan names 2021 alone; the template keeps 100% after it',
};

const YEARS = [2021, 2022, 2023, 2024, 2025];

/** The levels by year as the template writes them: years that the plan names, else the one level for all of them. */
function levelsOf({ target_from, target_to, op, years }: ImportedRow): string[] {
  const text = (value: number | string | null): string =>
    value === null ? '' : String(value).replace(/^./u, (letter) => letter.toUpperCase());
  if (op === 'none' || op === 'yes') return YEARS.map(() => '');
  if (years !== null) return YEARS.map((year) => text(years[String(year)] ?? null));
  return YEARS.map(() => (op === 'range' ? `${target_from} - ${target_to}` : text(target_from)));
}

function compare({ rows }: PlanImport): string[] {
  const targets = rows.filter(({ kind }) => kind === 'indicator');
  return TARGETS.flatMap(({ id, field, kind, levels }, at) => {
    const row = targets[at];
    if (row === undefined) return [`${id}: missing`];
    const told: string[] = [];
    if (fieldOf(row.field ?? '') !== fieldOf(field)) told.push(`${id}: field ${row.field}`);
    if (!(OPS[kind] ?? []).includes(String(row.op))) told.push(`${id}: ${row.op} for ${kind}`);
    if (levelsOf(row).join('|') !== levels.join('|')) told.push(`${id}: ${levelsOf(row).join('|')} for ${levels.join('|')}`);
    return told;
  });
}

describe.skipIf(found === undefined)('the plan of xã Gia Lương', () => {
  const document = readText(textOf(new Uint8Array(found === undefined ? [] : readFileSync(found))));
  const paragraphs = document.blocks.flatMap((block) =>
    block.is === 'paragraph' ? [{ text: block.text.replace(/\s*\n/gu, ' ') }] : [],
  );

  it('gives the template’s own indicators, and tells where the template says more', () => {
    const result = importPlan(document);
    if (!result.ok) throw new Error(result.why);
    const differing = compare(result.plan);
    const values = TARGETS.length * 3;
    const tasks = result.plan.rows.filter(({ kind }) => kind === 'task');
    process.stdout.write(
      [
        `Gia Lương: ${result.plan.rows.length - tasks.length} indicators of ${TARGETS.length}, ${values - differing.length} of ${values} values (field, kind, levels) as the template has them`,
        `           ${tasks.length} bullets of «Nhiệm vụ» for the template’s ${TASKS.filter(([id]) => /^N/u.test(String(id))).length} tasks, which split compound bullets`,
        ...differing.map((line) => `           ${line} (${READINGS[line.split(':')[0] ?? ''] ?? 'no reason known'})`),
        '',
      ].join('\n'),
    );
    expect(differing.map((line) => line.split(':')[0]).filter((id) => READINGS[id ?? ''] === undefined)).toEqual([]);
    expect(result.plan.rows.length - tasks.length).toBe(37);
    expect(tasks).toHaveLength(47);
    expect(result.plan.rows.flatMap(unproved)).toEqual([]);
    expect(result.plan.rows.filter(({ due }) => due !== null)).toEqual([]);
    expect([result.plan.facts.years, result.plan.facts.number, result.plan.facts.day]).toEqual([
      { from: 2021, to: 2025 },
      null,
      null,
    ]);
  });

  it('gives the same rows from a .docx made of it', () => {
    const bare = ({ passage: _, proof: __, at: ___, ...row }: ImportedRow): object => row;
    const result = importPlan(document);
    if (!result.ok) throw new Error(result.why);
    expect(planIn(makeDocx(paragraphs, { cuts: [0.1, 0.4, 0.77] })).rows.map(bare)).toEqual(result.plan.rows.map(bare));
  });

  it('gives each bullet under «Nhiệm vụ» once, in its field', () => {
    const tasks = planIn(makeDocx(paragraphs)).rows.filter(({ kind }) => kind === 'task');
    const counts = [...new Set(tasks.map(({ field }) => field))].map(
      (field) => tasks.filter((row) => row.field === field).length,
    );
    // Bullets, sub-bullets and paragraphs without a mark, field by field, as a person counts them.
    expect(counts).toEqual([6, 9, 8, 5, 6, 4, 9]);
  });
});
