import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { CallName, Calls } from '../../src/app/calls.ts';
import { isOpen } from '../../src/domain/period/period.ts';
import { tabNamed } from '../../src/host/core/look.ts';
import type { Book } from '../../src/workbook/core/book.ts';
import { WORKBOOK_VERSION } from '../../src/workbook/core/version.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { hostEnvironment } from '../contract/environment.ts';
import { aHost, type HostAtWork } from '../helpers/host.ts';

/** Workbooks that an office was working in when somebody pushed the build of today. */
const FOLDER = 'test/fixtures/in-use';
const BOOKS = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));
/** What the check says of a plan or a closed period that is other than it was kept. */
const CHANGED = /^(?:plan-(?:changed|row-\w+)|late-change)$/u;
const PERIOD = '6 tháng đầu năm 2024';

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

function open(name: string): HostAtWork {
  const folder = mkdtempSync(join(tmpdir(), 'so-dang-dung-'));
  const workbook = join(folder, name);
  copyFileSync(join(FOLDER, name), workbook);
  const host = aHost({ workbook, create: false });
  opened.push(() => {
    host.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  return host;
}

function must<Name extends CallName>(host: HostAtWork, call: Name, request: Calls[Name]['request']): Calls[Name]['reply'] {
  const answer = host.ask(call, request);
  if (!answer.ok) throw new Error(answer.sentence);
  return answer.reply;
}

/** What people typed and what the records hold, as the file says it; the workbook's own version is the program's. */
function kept(host: HostAtWork): Pick<Book, 'actuals' | 'entries' | 'narratives' | 'mails' | 'frozen' | 'reports' | 'plan'> {
  const environment = hostEnvironment({ book: readXlsx(readFileSync(host.path)) });
  const { plan, actuals, entries, narratives, mails, frozen, reports } = readBook(environment.ports.workbook.read('all'));
  const settings = plan.settings.filter(({ key, value }) => key !== 'workbook-version' && value !== '');
  return { plan: { ...plan, settings }, actuals, entries, narratives, mails, frozen, reports };
}

/** The same up to date with what a run of today writes into grey cells; a typed one that changed would be seen. */
const people = ({ plan: { indicators, tasks, periods, roles }, actuals, entries, narratives }: ReturnType<typeof kept>) => ({
  indicators,
  tasks,
  periods,
  roles,
  actuals,
  entries,
  narratives,
});

describe.each(BOOKS)('the workbook in use, %s, after the program was replaced', (name) => {
  it('is read whole, refreshed and upgraded without a change of what anybody typed or any record says', () => {
    const host = open(name);
    const before = kept(host);
    expect([before.mails.length, before.reports.length, before.frozen.length].every((count) => count > 0)).toBe(true);
    must(host, 'check', {});
    must(host, 'refresh', {});
    expect(kept(host)).toEqual(before);
    expect(must(host, 'upgrade', {})).toMatchObject({ to: WORKBOOK_VERSION });
    expect(people(kept(host))).toEqual(people(before));
    expect([kept(host).mails, kept(host).frozen, kept(host).reports]).toEqual([before.mails, before.frozen, before.reports]);
  });

  it('finds no change of the plan or of a closed period in what the build before kept', () => {
    const host = open(name);
    must(host, 'upgrade', {});
    const changes = () => must(host, 'check', {}).problems.filter(({ code }) => CHANGED.test(code));
    expect(changes()).toEqual([]);
    const lead = host.find({ tab: 'Kế hoạch - Nhiệm vụ', id: 'N1.1', header: 'Nhiệm vụ' });
    if (lead === null) throw new Error('no task');
    host.type({ ...lead, rows: [['Việc khác']] });
    expect(changes()).toHaveLength(1);
  });

  it('tells nobody anything a second time, today and the next working day', () => {
    const host = open(name);
    must(host, 'upgrade', {});
    const { mails: before } = kept(host);
    expect(must(host, 'mail', { preview: false }).mails).toEqual([]);
    host.passDay(host.now().day);
    const told = new Set(before.flatMap(({ items }) => items));
    for (const { to, text } of must(host, 'mail', { preview: false }).mails) {
      const mine = before.filter(({ recipient }) => recipient === to);
      if (mine.some(({ items }) => items.some((key) => /not-met|overdue$/u.test(key)))) expect(text).not.toMatch(/^• Chưa đạt/mu);
    }
    const fresh = kept(host).mails.slice(before.length);
    for (const { items } of fresh) expect(items.filter((key) => /\|late-|\|entry-/u.test(key) && told.has(key))).toEqual([]);
  });

  it('is worked in as before: typed, judged, reported as the next version, closed, opened again and undone', () => {
    const host = open(name);
    must(host, 'upgrade', {});
    const at = host.find({ tab: 'Nhập số liệu', id: 'T3.4', period: PERIOD, header: 'Tử số' });
    const verdict = host.find({ tab: 'Nhập số liệu', id: 'T3.4', period: PERIOD, header: 'Đánh giá' });
    if (at === null || verdict === null) throw new Error('no row T3.4');
    host.type({ ...at, rows: [['1']] });
    expect(tabNamed(host.model, at.tab)?.cells.get(at.row)?.get(verdict.column)?.value).toBe('Chưa đạt');
    const versions = kept(host).reports.filter(({ period }) => period === PERIOD).length;
    expect(must(host, 'report', { period: PERIOD }).version).toBe(versions + 1);
    must(host, 'close-period', { period: PERIOD });
    expect(kept(host).plan.periods.find((period) => period.name === PERIOD)).toMatchObject({ state: 'closed' });
    must(host, 'reopen-period', { period: PERIOD, reason: 'nhập sót' });
    must(host, 'undo', { of: must(host, 'undo-preview', {})?.of ?? '' });
    expect(
      kept(host)
        .plan.periods.filter(isOpen)
        .map((period) => period.name),
    ).not.toContain(PERIOD);
  });
});
