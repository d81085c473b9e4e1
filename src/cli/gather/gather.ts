import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Day } from '../../domain/core/day.ts';
import { yearBefore } from '../../domain/province/choose.ts';
import { type Consolidated, consolidate } from '../../domain/province/consolidate.ts';
import { measureNamed, RANKED_BY, type RankedBy, rankUnits } from '../../domain/province/rank.ts';
import { registerOf } from '../../domain/province/units.ts';
import { provincePage } from '../../host/core/dist.ts';
import { Unusable } from '../../host/core/unusable.ts';
import { type Engine, STAGE_PREFIX } from '../../host/province/engine.ts';
import { type Gathered, gather, NothingGathered } from '../../host/province/gather.ts';
import type { Refused } from '../../host/province/read-folder.ts';
import { toDocx } from '../../paper/docx/engine.ts';
import { spreadsheetOf } from '../../paper/sheet/spreadsheet.ts';
import { provinceView } from '../../words/province/page.ts';
import { sayProvinceReport } from '../../words/province/report.ts';
import { GATHER_SENTENCES, PACKAGE_FAULTS, sayGathered } from '../../words/province/say-gather.ts';
import { provinceSheets } from '../../words/province/sheets.ts';
import { FORMS } from '../../words/report/form-rows.ts';
import type { Said } from '../say-replies.ts';
import { sendToBigQuery, type ToBigQuery } from './to-bigquery.ts';
import { unitsIn } from './unit-list.ts';

export type GatherWish = {
  readonly folder: string | undefined;
  /** Who consolidates. */
  readonly unit: string | null;
  /** The file of its list of units. */
  readonly units: string | null;
  readonly period: string | null;
  readonly due: Day | null;
  readonly rank: string | null;
  readonly out: string | null;
  readonly today: Day;
  readonly bigQuery?: ToBigQuery | null;
};

/** `gather <folder> --unit "…"`: one period of many units as workbook, report and tables; problems = something was not counted or is missing. */
export async function gatherFolder(wish: GatherWish): Promise<Said> {
  const { unit } = wish;
  if (wish.folder === undefined) throw new Unusable(GATHER_SENTENCES.noFolder);
  if (unit === null || unit.trim() === '') throw new Unusable(GATHER_SENTENCES.noUnit);
  const folder = resolve(wish.folder);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Unusable(GATHER_SENTENCES.folder(wish.folder));
  const out = resolve(wish.out ?? join(folder, 'tong-hop'));
  const register = registerOf(unitsIn(wish.units));
  let said: Said = { lines: [], problems: false };
  const work = async ({ choice, refused, period, answers }: Gathered, engine: Engine): Promise<void> => {
    const all = consolidate(answers, { unit, period, refused: refused.map(sayRefused), choice, register, forms: FORMS });
    const files = await writeAll(all, { out, by: rankedBy(all, wish.rank), madeOn: wish.today, engine });
    const sent =
      wish.bigQuery == null
        ? []
        : await sendToBigQuery(wish.bigQuery, join(out, 'so-lieu'), { period: period.key, before: yearBefore(period.key) });
    const isWhole = all.missing.length + all.refused.length + all.left.length + all.outliers.length === 0;
    said = {
      lines: [
        ...sayGathered(
          all,
          files.map((file) => join(out, file)),
        ),
        ...sent,
      ],
      problems: !isWhole,
    };
  };
  try {
    await gather({ folder, out, register, due: wish.due, period: wish.period }, work);
  } catch (failure) {
    throw refusalOf(failure, wish);
  }
  return said;
}

function sayRefused({ file, fault, sentence }: Refused): { file: string; sentence: string } {
  return { file, sentence: fault === null ? sentence : PACKAGE_FAULTS[fault] };
}

function refusalOf(failure: unknown, { period }: GatherWish): unknown {
  if (failure instanceof NothingGathered) {
    const told = failure.refused.map(sayRefused).map(({ file, sentence }) => `- ${file}: ${sentence}`);
    const what =
      period === null || failure.periods.length === 0
        ? GATHER_SENTENCES.nothing
        : GATHER_SENTENCES.period(period, failure.periods);
    return new Unusable([what, ...told].join('\n'));
  }
  const isMissing = failure instanceof Error && /@duckdb\//u.test(failure.message) && 'code' in failure;
  return isMissing ? new Unusable(GATHER_SENTENCES.engine) : failure;
}

function rankedBy(all: Consolidated, asked: string | null): RankedBy {
  if (asked === null) return 'met';
  const known = RANKED_BY.find((name) => name === asked) ?? measureNamed(all, asked);
  if (known === null) throw new Unusable(GATHER_SENTENCES.rank(asked));
  return known;
}

type Making = { readonly out: string; readonly by: RankedBy; readonly madeOn: Day; readonly engine: Engine };

/** Made aside and moved in when all are whole: a run that is killed leaves the files of the last one. */
async function writeAll(all: Consolidated, { out, by, madeOn, engine }: Making): Promise<string[]> {
  const aside = mkdtempSync(join(out, STAGE_PREFIX));
  try {
    const ranking = rankUnits(all, by);
    writeFileSync(join(aside, 'tong-hop.xlsx'), spreadsheetOf(provinceSheets(all, ranking, by)));
    writeFileSync(join(aside, 'bao-cao-tong-hop.docx'), toDocx(sayProvinceReport(all, { ranking, by, madeOn })));
    writeFileSync(join(aside, 'tong-hop.html'), provincePage(JSON.stringify(provinceView(all, ranking))));
    mkdirSync(join(aside, 'so-lieu'));
    const tables = await engine.writeParquet(join(aside, 'so-lieu'));
    mkdirSync(join(out, 'so-lieu'), { recursive: true });
    const files = ['tong-hop.xlsx', 'bao-cao-tong-hop.docx', 'tong-hop.html', ...tables.map((name) => `so-lieu/${name}`)];
    for (const file of files) renameSync(join(aside, file), join(out, file));
    return files;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
