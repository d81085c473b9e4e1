import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../../src/cli/main-job.ts';
import { makeSampleWorkbook } from '../../../src/cli/sample/sample-workbook.ts';
import { fold } from '../../../src/domain/core/word.ts';
import { judgedAsOf } from '../../../src/domain/period/calendar.ts';
import type { Period } from '../../../src/domain/period/period.ts';
import { noticeDays } from '../../../src/domain/plan/settings.ts';
import { DEMO_DAY, DEMO_PERIOD } from '../../../src/host/core/demonstration.ts';
import { tabNamed } from '../../../src/host/core/look.ts';
import { momentOf } from '../../../src/host/core/moment.ts';
import { bookOf } from '../../../src/host/core/office.ts';
import { type Host, openHost } from '../../../src/host/host.ts';
import { headerRowOf } from '../../../src/host/key-place.ts';
import {
  DATA_KIND_LABELS,
  DUE_RULE_LABELS,
  FREQUENCY_LABELS,
  JUDGED_WHEN_LABELS,
  ORIGIN_LABELS,
  PROGRESS_LABELS,
  TARGET_KIND_LABELS,
  TYPED_RESULT_LABELS,
} from '../../../src/words/core/labels.ts';
import type { Book } from '../../../src/workbook/core/book.ts';
import { TABS } from '../../../src/workbook/tabs/all.ts';
import { styleAt } from '../../../src/xlsx/areas.ts';
import type { CellModel, SheetModel, WorkbookModel } from '../../../src/xlsx/model.ts';
import { civilOfSerial } from '../../../src/xlsx/serial.ts';
import type { RuleFacts } from './formulas.ts';
import { type MadeRow, madeRows, serialOf } from './made-rows.ts';

const NAME = 'so-cchc.xlsx';
const [INDICATORS, TASKS, ACTUALS, ENTRIES] = ['Kế hoạch - Chỉ tiêu', 'Kế hoạch - Nhiệm vụ', 'Nhập số liệu', 'Nhập tiến độ'];
const MADE_TABS = [INDICATORS, TASKS, ACTUALS, ENTRIES].map(String);
/** What was kept of rows that are no more, and a Saturday that is worked, which `NETWORKDAYS` cannot say. */
const EMPTIED = ['Bản chốt', 'Ngày nghỉ'];
const FIELD = 'Cải cách thủ tục hành chính';
const LEAD = 'Tư pháp – Hộ tịch';

/** A workbook of made rows under a host, and the same as the rules read it. */
export type MadeOffice = {
  readonly host: Host;
  readonly rows: readonly MadeRow[];
  readonly period: Period;
  readonly facts: RuleFacts;
  book(): Book;
};

/** Where the made workbook of a folder is. */
export const madePath = (folder: string): string => join(folder, NAME);

/** Opens the workbook of a folder under the bundle, or under another script. */
export function openMade(folder: string, code?: string): Host {
  const places = { workbook: madePath(folder), outDir: join(folder, 'bao-cao'), mailDir: join(folder, 'thu') };
  const screen = { answers: [], shown: [] };
  return openHost({ ...places, user: '', now: momentOf(DEMO_DAY), screen, ...(code === undefined ? {} : { code }) });
}

/** The sample workbook, its plan and what was typed replaced by so many made rows of the open period; `keys`: the `Mã` of the rows. */
export function madeOffice(folder: string, count: number, keyOf = (id: string): string => id): MadeOffice {
  mkdirSync(folder, { recursive: true });
  makeSampleWorkbook(folder, NAME);
  const host = openMade(folder);
  const rows = madeRows(count, serialOf(DEMO_DAY));
  const sheets = new Map(MADE_TABS.map((name) => [name, emptied(host.model, name)] as const));
  for (const name of EMPTIED) emptied(host.model, name);
  for (const row of rows) {
    const [plan, entry] = isIndicator(row) ? [INDICATORS, ACTUALS] : [TASKS, ENTRIES];
    sheets.get(String(plan))?.append(isIndicator(row) ? indicatorCells(row) : taskCells(row));
    sheets.get(String(entry))?.append(isIndicator(row) ? actualCells(row, keyOf) : entryCells(row, keyOf));
  }
  const book = (): Book => bookOf(host.model, TABS);
  const { plan } = book();
  const period = plan.periods.find(({ name }) => name === DEMO_PERIOD);
  if (period === undefined) throw new Error('Bug: the sample has no open period');
  const asOf = judgedAsOf(period, plan.periods, host.now().day);
  // A day far from all that is made, so that the formulas have a list.
  const facts = { asOf: serialOf(asOf), notice: noticeDays(plan, asOf), daysOff: [serialOf('2023-01-02')] };
  return { host, rows, period, facts, book };
}

/** Writes the made rows to the file, judged once; gives what the rules read beside them. */
export function keepMade(folder: string, count: number): RuleFacts {
  const { host, facts } = madeOffice(folder, count);
  must(host.ask('refresh', {}));
  host.close();
  return facts;
}

export const isIndicator = ({ kind }: MadeRow): boolean => kind === 'at-least' || kind === 'at-most';

type Cells = Readonly<Record<string, string | number | null>>;
type Emptied = { append(cells: Cells): void };

/** A tab without its rows, to which rows are added that look like its first one did. */
function emptied(model: WorkbookModel, name: string): Emptied {
  const sheet = tabNamed(model, name);
  const headerRow = sheet === null ? undefined : headerRowOf(sheet);
  if (sheet === null || headerRow === undefined || headerRow === null) throw new Error(`Bug: the sample has no tab “${name}”`);
  const columns = new Map([...(sheet.cells.get(headerRow) ?? [])].map(([column, { value }]) => [fold(String(value)), column]));
  const first = Math.min(...[...sheet.cells.keys()].filter((row) => row > headerRow));
  const styles = new Map([...columns.values()].map((column) => [column, styleAt(sheet, first, column)]));
  for (const row of [...sheet.cells.keys()]) if (row > headerRow) sheet.cells.delete(row);
  sheet.blankRuns = [];
  let last = headerRow;
  return {
    append: (cells) => {
      last += 1;
      appendLine(sheet, last, lineOf(cells, columns, styles));
    },
  };
}

function appendLine(sheet: SheetModel, row: number, line: Map<number, CellModel>): void {
  sheet.cells.set(row, line);
  sheet.maxRows = Math.max(sheet.maxRows, row);
}

function lineOf(
  cells: Cells,
  columns: ReadonlyMap<string, number>,
  styles: ReadonlyMap<number, CellModel['style']>,
): Map<number, CellModel> {
  const line = new Map<number, CellModel>();
  for (const [header, value] of Object.entries(cells)) {
    const column = columns.get(fold(header));
    const style = styles.get(column ?? 0);
    if (column === undefined || style === undefined) throw new Error(`Bug: there is no column «${header}»`);
    if (value !== null) line.set(column, { value, formula: null, style });
  }
  return new Map([...line].sort(([one], [other]) => one - other));
}

function indicatorCells({ id, kind, target, tolerance }: MadeRow): Cells {
  return {
    Mã: id,
    'Lĩnh vực': FIELD,
    'Chỉ tiêu': `Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn tại bộ phận ${id}`,
    'Loại chỉ tiêu': TARGET_KIND_LABELS[kind === 'at-least' ? 'at-least' : 'at-most'],
    'Đơn vị tính': '%',
    'Năm 2024': target,
    'Mức chênh cho phép': tolerance,
    'Kỳ đánh giá': JUDGED_WHEN_LABELS['every-period'],
    'Loại số liệu': DATA_KIND_LABELS.cumulative,
    'Chủ trì': LEAD,
    'Nguồn gốc': ORIGIN_LABELS.plan,
  };
}

function taskCells({ id, kind, due }: MadeRow): Cells {
  return {
    Mã: id,
    'Lĩnh vực': FIELD,
    'Nhiệm vụ': `Rà soát, đơn giản hóa quy trình giải quyết thủ tục hành chính của bộ phận ${id}`,
    'Sản phẩm': 'Báo cáo kết quả rà soát',
    'Chủ trì': LEAD,
    'Tần suất': FREQUENCY_LABELS[kind === 'dated' ? 'dated' : 'continuous'],
    'Thời hạn hoàn thành': due === null ? null : typedDay(due),
    'Cách tính hạn': DUE_RULE_LABELS['by-end-of'],
    'Nguồn gốc': ORIGIN_LABELS.plan,
  };
}

function typedDay(serial: number): string {
  const { year, month, date } = civilOfSerial(serial);
  return `${date}/${month}/${year}`;
}

function actualCells({ id, numerator, denominator, word }: MadeRow, keyOf: (id: string) => string): Cells {
  return {
    Mã: keyOf(id),
    Kỳ: DEMO_PERIOD,
    'Tử số': numerator,
    'Mẫu số': denominator,
    'Kết quả nhập tay': word === 'not-applicable' ? TYPED_RESULT_LABELS['not-applicable'] : null,
  };
}

function entryCells({ id, word, completedOn, hasResult }: MadeRow, keyOf: (id: string) => string): Cells {
  return {
    Mã: keyOf(id),
    Kỳ: DEMO_PERIOD,
    'Mức độ thực hiện': word === null ? null : PROGRESS_LABELS[word],
    'Ngày hoàn thành': completedOn,
    'Kết quả thực hiện trong kỳ': hasResult ? 'Đã rà soát, gửi báo cáo cho cơ quan chủ trì' : null,
  };
}
