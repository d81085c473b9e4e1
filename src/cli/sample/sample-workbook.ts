import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMO_DAY } from '../../host/core/demonstration.ts';
import type { HumanEdit } from '../../host/core/human-edit.ts';
import { findByKeys } from '../../host/core/look.ts';
import { momentOf } from '../../host/core/moment.ts';
import { Unusable } from '../../host/core/unusable.ts';
import { type Host, openHost } from '../../host/host.ts';
import { FILE_SENTENCES } from '../../words/host/local.ts';
import { must } from '../main-job.ts';
import { showLog } from '../program.ts';
import { readSample, type SampleRow, type SampleStep } from './sample-steps.ts';

const TEMPLATE = 'gia-luong-2021-2025';
const PLACES = ['../src/cli/sample/gia-luong.json', './gia-luong.json'];
const BUILDING = '.dang-tao';

/**
 * Makes the sample workbook as a person would: the add-on sets up an empty one, periods are opened and closed on their own
 * days, results are typed. It is built aside and moved in when whole, so that an interrupted run leaves no half workbook.
 */
export function makeSampleWorkbook(workspace: string, name: string): void {
  const aside = join(workspace, BUILDING);
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  const sample = readSample(sampleText());
  const host = openHost({
    workbook: join(aside, name),
    outDir: join(aside, 'bao-cao'),
    mailDir: join(aside, 'thu'),
    user: '',
    now: momentOf(sample.steps[0]?.day ?? DEMO_DAY),
    create: true,
  });
  host.sidecar.demonstration = true;
  try {
    must(host.ask('set-up', { template: TEMPLATE }));
    playSteps(host, sample.steps);
    must(host.ask('refresh', {}));
  } finally {
    showLog(host.logged());
    host.close();
  }
  for (const file of [`${name}.cchc.json`, name]) renameSync(join(aside, file), join(workspace, file));
  rmSync(aside, { recursive: true, force: true });
}

function sampleText(): string {
  const found = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((path) => existsSync(path));
  if (found === undefined) throw new Error('Bug: the sample results are missing');
  return readFileSync(found, 'utf8');
}

/** What happened in the office, each on its own day. */
export function playSteps(host: Host, steps: readonly SampleStep[]): void {
  for (const step of steps) play(host, step);
}

function play(host: Host, step: SampleStep): void {
  host.setNow(momentOf(step.day));
  if (step.do === 'open') must(host.ask('open-period', { period: step.period }));
  else if (step.do === 'close') must(host.ask('close-period', { period: step.period }));
  else host.typeAll(step.rows.flatMap((row) => editsOf(host, step.tab, row)));
}

/** What names a row in each tab that a person types into; every other tab has `Mã`. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'Nhập số liệu': ['Mã', 'Kỳ'],
  'Nhập tiến độ': ['Mã', 'Kỳ'],
  'Nội dung báo cáo': ['Kỳ', 'Mục'],
  'Kỳ báo cáo': ['Kỳ'],
  'Thông tin chung': ['Nội dung'],
  'Phân công': ['Chức danh'],
};

/** One edit per cell; the row is the one of its keys, the column the one of its header. */
function editsOf(host: Host, tab: string, row: SampleRow): HumanEdit[] {
  const names = KEYS[tab] ?? ['Mã'];
  const keys = Object.fromEntries(names.map((name) => [name, row[name] ?? '']));
  return Object.entries(row)
    .filter(([header]) => !names.includes(header))
    .map(([header, text]) => {
      const at = findByKeys(host.model, { tab, header, keys });
      if (at === null) throw new Unusable(FILE_SENTENCES.noCell(tab, Object.values(keys).join(', '), header));
      return { tab, row: at.row, column: at.column, rows: [[text]] };
    });
}
