import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '../../src/domain/core/day.ts';
import type { DialogAnswer, Screen } from '../../src/host/core/environment.ts';
import { tabNamed } from '../../src/host/core/look.ts';
import { type Host, openHost } from '../../src/host/host.ts';
import type { HostOptions } from '../../src/host/session.ts';
import type { CellModel, SheetModel } from '../../src/xlsx/model.ts';
import { ensureBuilt } from './built.ts';

/** Who calls: the file's owner, who keeps nothing; the clerk; an official who leads rows; another editor; and nobody known. */
export const ROLES = {
  owner: 'chu-tep@example.vn',
  clerk: 'thuong-truc@example.vn',
  official: 'tu-phap@example.vn',
  editor: 'nguoi-khac@example.vn',
  nobody: '',
} as const;
export type Role = keyof typeof ROLES;

export const PERIODS = { closed: 'Quý I 2024', open: '6 tháng đầu năm 2024', later: 'Quý III 2024' } as const;
export const LEAD = 'Tư pháp – Hộ tịch';
const CHAIRMAN = 'chu-tich@example.vn';
export const LISTED: readonly string[] = [CHAIRMAN, ROLES.clerk, ROLES.official];
/** A name that only the workbook holds. */
export const PERSON = 'Người thứ hai';

/** The rows that stay: few, so that a run costs little. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  'Kế hoạch - Chỉ tiêu': ['T2.2', 'T3.7', 'T3.8'],
  'Kế hoạch - Nhiệm vụ': ['N2.1', 'N2.2b', 'N2.4a'],
  'Kỳ báo cáo': ['Năm 2023', ...Object.values(PERIODS), 'Năm 2024'],
  'Đề cương': ['I', 'III', 'IV', 'V'],
  'Ngày nghỉ': [],
};

export type Office = {
  readonly host: Host;
  readonly folder: string;
  /** What stood in dialogs and hints, in order. */
  shown(): string[];
  /** The pages that stood in dialogs. */
  dialogs(): string[];
  letters(): string[];
  files(): string[];
  remove(): void;
};
type Options = Partial<HostOptions> & {
  /** What the person at the screen answers to each dialog; default: closes it. */
  readonly answers?: (kind: 'alert' | 'prompt') => DialogAnswer;
};

const on = (text: string) => ({ day: day(text), minutes: 8 * 60 });
let made: string | null = null;

/** A small real workbook under the real bundle: guards set, quý I closed, 6 tháng being entered, one indicator not met. */
export function anOffice({ answers, ...options }: Options = {}): Office {
  made ??= makeOffice();
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-office-'));
  cpSync(made, folder, { recursive: true });
  const screen: Screen = { answers: [], shown: [] };
  if (answers !== undefined) screen.answers.shift = () => answers(screen.shown.at(-1)?.kind === 'prompt' ? 'prompt' : 'alert');
  const places = { workbook: join(folder, 'so.xlsx'), outDir: join(folder, 'bao-cao'), mailDir: join(folder, 'thu') };
  const host = openHost({ ...places, user: ROLES.owner, now: on('2024-06-20'), screen, ...options });
  const texts = (place: string): string[] =>
    existsSync(place) ? readdirSync(place).map((name) => readFileSync(join(place, name), 'latin1')) : [];
  return {
    host,
    folder,
    shown: () => screen.shown.map((shown) => ('message' in shown ? shown.message : shown.kind)),
    dialogs: () => screen.shown.flatMap((shown) => (shown.kind === 'dialog' ? [shown.html] : [])),
    letters: () => texts(places.mailDir),
    files: () => (existsSync(places.outDir) ? readdirSync(places.outDir) : []),
    remove: () => {
      host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function makeOffice(): string {
  ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-office-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const places = { workbook: join(folder, 'so.xlsx'), outDir: join(folder, 'bao-cao'), mailDir: join(folder, 'thu') };
  const host = openHost({ ...places, user: ROLES.owner, now: on('2024-03-01'), create: true });
  const must = (answer: { readonly ok: boolean }): void => {
    if (!answer.ok) throw new Error(JSON.stringify(answer));
  };
  host.sidecar.editors.push(...LISTED, ROLES.editor);
  host.setUser(ROLES.clerk);
  must(host.ask('set-up', { template: 'gia-luong-2021-2025' }));
  for (const [tab, ids] of Object.entries(KEPT)) keepRows(tabNamed(host.model, tab), ids);
  const last = Math.max(0, ...(tabNamed(host.model, 'Phân công')?.cells.keys() ?? []));
  const people = [
    ['Chủ tịch UBND xã', 'Người thứ nhất', CHAIRMAN],
    ['Văn phòng – Thống kê (Nội vụ)', PERSON, ROLES.clerk],
    [LEAD, 'Người thứ ba', ROLES.official],
  ];
  host.typeAll([{ tab: 'Phân công', row: last + 1, column: 1, rows: people }]);
  must(host.ask('open-period', { period: PERIODS.closed }));
  host.setNow(on('2024-03-15'));
  must(host.ask('close-period', { period: PERIODS.closed }));
  host.setNow(on('2024-06-03'));
  must(host.ask('open-period', { period: PERIODS.open }));
  const figures = { 'Tử số': '310', 'Mẫu số': '500' };
  for (const [header, text] of Object.entries(figures)) {
    const at = host.find({ tab: 'Nhập số liệu', id: 'T3.8', period: PERIODS.open, header });
    if (at === null) throw new Error(`there is no T3.8 ${header}`);
    host.typeAll([{ ...at, rows: [[text]] }]);
  }
  must(host.ask('refresh', {}));
  host.close();
  return folder;
}

/** The head of the tab and these rows under it, without gaps. */
function keepRows(sheet: SheetModel | null, ids: readonly string[]): void {
  const rows = [...(sheet?.cells ?? new Map<number, Map<number, CellModel>>())].sort(([one], [other]) => one - other);
  const first = (cells: Map<number, CellModel>): string => String(cells.get(1)?.value ?? '');
  const head = rows.findIndex(([, cells]) => ['Mã', 'Kỳ', 'Mục', 'Ngày'].includes(first(cells)));
  const kept = rows.filter(([, cells], at) => at <= head || ids.includes(first(cells)));
  sheet?.cells.clear();
  for (const [at, [, cells]] of kept.entries()) sheet?.cells.set(at + 1, cells);
}
