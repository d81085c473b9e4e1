import type { Ports } from '../../src/app/base/ports.ts';
import { Refusal } from '../../src/app/base/refusal.ts';
import { confirmProposals } from '../../src/app/checks/confirm-proposals.ts';
import { enter } from '../../src/app/entry/enter.ts';
import { addExtra } from '../../src/app/extras/add-extra.ts';
import { feedFigures } from '../../src/app/extras/feed-figures.ts';
import { importSurvey } from '../../src/app/extras/import-survey.ts';
import { recordRow } from '../../src/app/extras/record-row.ts';
import { explainChange, restoreChange } from '../../src/app/history/settle-change.ts';
import { undo, undoPreview } from '../../src/app/history/undo.ts';
import { importPlan } from '../../src/app/import/import-plan.ts';
import { refresh } from '../../src/app/judging/refresh.ts';
import { closePeriod } from '../../src/app/period/close-period.ts';
import { markSent } from '../../src/app/period/mark-sent.ts';
import { openPeriod } from '../../src/app/period/open-period.ts';
import { reopenPeriod } from '../../src/app/period/reopen-period.ts';
import { type RollOverAsked, rollOverPlan } from '../../src/app/plan/roll-over.ts';
import { upgrade } from '../../src/app/set-up/upgrade.ts';
import type { PlanRow } from '../../src/domain/import/table/sheet-values.ts';
import { SETTING_LABELS } from '../../src/words/core/labels.ts';
import type { CellValue } from '../../src/workbook/core/cell.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { ENTRIES } from '../../src/workbook/tabs/entries.ts';
import { INDICATORS } from '../../src/workbook/tabs/indicators.ts';
import { PLANS } from '../../src/workbook/tabs/plans.ts';
import { REPORTS } from '../../src/workbook/tabs/records.ts';
import { SETTINGS } from '../../src/workbook/tabs/settings.ts';
import { type Memory, type MemoryTab, memory } from './memory-ports.ts';
import { actual, entry, FIELD, H1, indicator, JUSTICE, on, smallPlan, tabWith, task } from './small-plan.ts';

/** A target and a task as the importer gives them. */
const READ = {
  ...{ field: FIELD, at: 'p[1]', op: null, target_from: null, target_to: null, unit: null, years: null, mood: null },
  ...{ exception: null, deadline: null, deadline_kind: null, due: null, lead: null, with: null, product: null, watcher: null },
} as const;
export const READ_TARGET: PlanRow = {
  ...READ,
  ...{
    kind: 'indicator',
    text: 'Hồ sơ trực tuyến đạt 80%',
    passage: '- Hồ sơ trực tuyến đạt 80%;',
    op: '=',
    target_from: 80,
    unit: '%',
  },
};
export const READ_TASK: PlanRow = {
  ...READ,
  ...{
    kind: 'task',
    text: 'Rà soát thủ tục',
    passage: '2. Rà soát thủ tục',
    at: 'tbl[1].r[2].c[2]',
    lead: JUSTICE,
    product: 'Báo cáo',
  },
  ...{ deadline: 'Trước ngày 16/11/2024', deadline_kind: 'date', due: '2024-11-15' },
};
const bring = (ports: Ports): unknown =>
  importPlan(ports, { rows: [READ_TARGET, READ_TASK], years: { first: 2024, last: 2024 }, plan: '' });

/** Into the next plan: one row renamed, one merged, one ends, one is there already. */
export const ROLL: RollOverAsked = {
  from: '',
  plan: {
    id: 'KH2',
    title: 'Kế hoạch CCHC giai đoạn 2025 - 2026',
    kind: 'stage',
    first: 2025,
    last: 2026,
    number: '',
    issuedOn: '',
  },
  periods: 'cchc',
  levels: true,
  baselines: true,
  rows: [
    { id: 'T2', fate: 'rename', with: 'Tên mới của T2' },
    { id: 'T3', fate: 'merge', with: 'T1' },
    { id: 'T4', fate: 'drop', with: '' },
    { id: 'T5', fate: 'become', with: 'CT-01' },
    { id: 'N1', fate: 'keep', with: '' },
  ],
};
const roll = (ports: Ports): unknown => rollOverPlan(ports, ROLL);

export const Q3 = 'Quý III 2024';

/** Made once, then copied: what went before is not what a test is about. */
function copies(make: () => Memory): () => Memory {
  let tabs: MemoryTab[] | null = null;
  return () => {
    tabs ??= make().tabs;
    return memory({ tabs: structuredClone(tabs) });
  };
}

/** Six indicators and tasks, some of them proposals, judged once. */
export const office = copies(() => {
  const numbers = Array.from({ length: 6 }, (_, at) => at + 1);
  const session = memory({
    tabs: smallPlan({
      indicators: numbers.map((at) => indicator(`T${at}`, at === 6 ? { origin: 'Đề xuất, chờ xác nhận' } : {})),
      tasks: numbers.map((at) => task(`N${at}`, at > 4 ? { origin: 'Đề xuất, chờ xác nhận', due: on('2024-09-30') } : {})),
      actuals: numbers.map((at) => actual(`T${at}`, { numerator: 300 + at, denominator: 500, note: `ghi chú ${at}` })),
      entries: numbers.map((at) => entry(`N${at}`, { progress: 'Đang thực hiện', result: `kết quả ${at}` })),
    }),
  });
  refresh(session.ports);
  return session;
});

/** The same with its plan as a row of `Kế hoạch`, and a row of the next one that the clerk typed already. */
export const withPlans = copies(() => {
  const session = office();
  session.tabs.push(
    tabWith(
      PLANS,
      [{ id: 'KH1', title: 'Kế hoạch CCHC giai đoạn 2021 - 2025', kind: 'Giai đoạn', firstYear: 2021, lastYear: 2024 }],
      77,
    ),
  );
  const { values, formats } = session.tab(INDICATORS.name);
  const headers = values.find((row) => row.includes('Mã')) ?? [];
  const typed: Readonly<Record<string, CellValue>> = {
    Mã: 'CT-01',
    'Chỉ tiêu': 'Chỉ tiêu đã có',
    'Lĩnh vực': FIELD,
    'Kế hoạch': 'KH2',
  };
  const kind = { 'Loại chỉ tiêu': 'Từ mức trở lên', 'Đơn vị tính': '%', 'Chủ trì': JUSTICE };
  values.push(headers.map((header) => ({ ...typed, ...kind })[String(header)] ?? ''));
  formats.push(headers.map(() => ''));
  refresh(session.ports);
  return session;
});

function rolled(): Memory {
  const session = withPlans();
  rollOverPlan(session.ports, ROLL);
  return session;
}

/** The same as the builds before version 2 left it: without three columns of `Báo cáo đã tạo`. */
export const olderOffice = copies(() => {
  const session = office();
  type(session.tab(SETTINGS.name), [SETTING_LABELS['workbook-version'], 'Giá trị'], '1');
  const lacks = ['Bản in', 'Bản đối chiếu', 'Bản đối chiếu (tiếp)'].length;
  const { values, formats } = session.tab(REPORTS.name);
  for (const row of [...values, ...formats]) row.splice(-lacks, lacks);
  return session;
});

/** Types into a cell by `Mã` and header, as a person finds it. */
export function type(tab: MemoryTab, [id, header]: readonly [id: string, header: string], value: CellValue): void {
  const column = tab.values.find((row) => row.includes(header))?.indexOf(header) ?? -1;
  const row = tab.values.find((cells) => cells.includes(id));
  if (column < 0 || row === undefined) throw new Error(`no cell ${id} ${header}`);
  row[column] = value;
}

const after = (...steps: readonly ((session: Memory) => void)[]): (() => Memory) =>
  copies(() => {
    const session = office();
    for (const step of steps) step(session);
    return session;
  });
const close = ({ ports }: Memory): void => void closePeriod(ports, { period: H1 });
const open = ({ ports }: Memory): void => void openPeriod(ports, { period: Q3 });
const planEdit = (session: Memory): void => type(session.tab(INDICATORS.name), ['T2', 'Năm 2024'], 95);
const lateEdit = (session: Memory): void => type(session.tab(ACTUALS.name), ['T1', 'Tử số'], 499);
const record = ({ ports }: Memory): void => void refresh(ports);
const PLAN_CELL = `${INDICATORS.name} | T2 | Năm 2024`;
const LATE_CELL = `${ACTUALS.name} | T1 | ${H1} | Tử số`;

/** An office that keeps the register of recommendations, with one of them. */
const FOUND = { 'Tồn tại, kiến nghị': 'Niêm yết thiếu 03 thủ tục', 'Hạn khắc phục': '10/6/2024', 'Ngày kiểm tra': '6/5/2024' };
const keepsFindings = ({ ports }: Memory): void => void addExtra(ports, { extra: 'inspections' });
const finds = (ports: Ports): unknown => recordRow(ports, { register: 'inspections', id: '', values: FOUND });
const counted = (session: Memory): void => type(session.tab(INDICATORS.name), ['T1', 'Cách tính'], 'Đếm kiến nghị nêu ra');

const blank = (session: Memory): void => type(session.tab(ACTUALS.name), ['T1', 'Tử số'], '');

/** Everything that writes, each from a workbook in which it has something to do. */
export const OPERATIONS: readonly {
  readonly name: string;
  readonly from: () => Memory;
  readonly run: (ports: Ports) => unknown;
}[] = [
  { name: 'refreshing', from: after(lateEdit, planEdit), run: (ports) => refresh(ports) },
  { name: 'refreshing after late changes', from: after(open, close, lateEdit, planEdit), run: (ports) => refresh(ports) },
  { name: 'opening a period', from: office, run: (ports) => openPeriod(ports, { period: Q3 }) },
  { name: 'adding a register', from: office, run: (ports) => addExtra(ports, { extra: 'inspections' }) },
  { name: 'recording a recommendation', from: after(keepsFindings), run: finds },
  {
    name: 'telling that a recommendation is mended',
    from: after(keepsFindings, ({ ports }) => void finds(ports)),
    run: (ports) =>
      recordRow(ports, {
        register: 'inspections',
        id: 'KN-01',
        values: { 'Ngày khắc phục xong': '12/6/2024', 'Minh chứng': 'Biên bản' },
      }),
  },
  {
    name: 'feeding figures from a register',
    from: after(counted, keepsFindings, ({ ports }) => void finds(ports)),
    run: (ports) => feedFigures(ports, { period: H1 }),
  },
  { name: 'recording a recommendation that is counted', from: after(counted, blank, keepsFindings), run: finds },
  {
    name: 'counting a survey',
    from: after(({ ports }) => void addExtra(ports, { extra: 'surveys' })),
    run: (ports) =>
      importSurvey(ports, {
        ...{ file: 'Câu 1,Câu 2\nHài lòng,Bình thường', title: 'Đợt 1', subject: 'citizens', until: '', minimum: '', feeds: '' },
      }),
  },
  { name: 'closing a period', from: after(open), run: (ports) => closePeriod(ports, { period: H1 }) },
  {
    name: 'reopening a period',
    from: after(close),
    run: (ports) => reopenPeriod(ports, { period: H1, reason: 'cấp trên yêu cầu sửa' }),
  },
  { name: 'marking a report as sent', from: after(close), run: (ports) => markSent(ports, { period: H1 }) },
  {
    name: 'explaining a change nobody recorded',
    from: after(open, planEdit),
    run: (ports) => explainChange(ports, { change: PLAN_CELL, reason: 'KH điều chỉnh' }),
  },
  {
    name: 'explaining a recorded change',
    from: after(close, lateEdit, record),
    run: (ports) => explainChange(ports, { change: LATE_CELL, reason: 'nhập nhầm' }),
  },
  {
    name: 'restoring the plan',
    from: after(open, planEdit, record),
    run: (ports) => restoreChange(ports, { change: PLAN_CELL }),
  },
  { name: 'restoring a figure', from: after(close, lateEdit), run: (ports) => restoreChange(ports, { change: LATE_CELL }) },
  { name: 'confirming proposals', from: after(open), run: (ports) => confirmProposals(ports, { ids: [] }) },
  {
    name: 'entering a row from a form',
    from: office,
    run: (ports) =>
      enter(ports, {
        tab: ENTRIES.name,
        id: 'N2',
        period: H1,
        values: { 'Mức độ thực hiện': 'Đã hoàn thành', 'Ngày hoàn thành': '20/5/2024' },
      }),
  },
  { name: 'upgrading an older workbook', from: olderOffice, run: (ports) => upgrade(ports) },
  { name: 'adding the columns of an upgrade', from: olderOffice, run: (ports) => upgrade(ports) },
  {
    name: 'undoing an upgrade',
    from: copies(() => {
      const session = olderOffice();
      upgrade(session.ports);
      return session;
    }),
    run: undoLast,
  },
  { name: 'bringing a plan in', from: office, run: bring },
  { name: 'rolling a plan over', from: withPlans, run: roll },
  { name: 'undoing a roll-over', from: copies(() => rolled()), run: undoLast },
  { name: 'undoing an import', from: after(({ ports }) => void bring(ports)), run: undoLast },
  { name: 'undoing an opening', from: after(open), run: undoLast },
  { name: 'undoing a closing', from: after(close), run: undoLast },
  {
    name: 'undoing a confirmation',
    from: after(open, ({ ports }) => void confirmProposals(ports, { ids: ['N5'] })),
    run: undoLast,
  },
];

/** Takes back the thing that the person saw; nothing where it is gone. */
export function undoLast(ports: Ports): unknown {
  const last = undoPreview(ports);
  return last === null ? null : undo(ports, { of: last.of });
}

/** Runs it; a refusal is told to the person and therefore an answer. */
export function told(run: (ports: Ports) => unknown, ports: Ports): string | null {
  try {
    run(ports);
    return null;
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.sentence;
    throw thrown;
  }
}

/** What stands in every tab; blank rows at the end are nothing. */
export function cellsOf({ tabs }: Memory): unknown[] {
  return tabs.map(({ name, values }) => {
    const last = values.reduce((at, row, index) => (row.some((cell) => cell !== '') ? index + 1 : at), 0);
    // Columns that hold nothing say nothing: such are left right of the office's where columns were made, taken back and made once more.
    const told = new Set(values.flatMap((row) => row.flatMap((cell, at) => (cell === '' ? [] : [at]))));
    return { name, values: structuredClone(values.slice(0, last).map((row) => row.filter((_, at) => told.has(at)))) };
  });
}
