import { describe, expect, it } from 'vitest';
import { refresh } from '../../src/app/judging/refresh.ts';
import { openPeriod } from '../../src/app/period/open-period.ts';
import { setUp } from '../../src/app/set-up/set-up.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { Killed, killAt, type Memory, memory, memoryTab } from './memory-ports.ts';
import { H1, indicator, SMALL_TEMPLATE, smallPlan } from './small-plan.ts';

const TITLE = 'Kết quả đánh giá chỉ tiêu theo lĩnh vực';
const empty = (): Memory => memory({ templates: [SMALL_TEMPLATE], email: 'vanphong@example.vn' });
const made = (): Memory => {
  const session = empty();
  setUp(session.ports, { template: 'mau' });
  openPeriod(session.ports, { period: H1 });
  return session;
};
const chartCalls = ({ calls }: Memory): number => calls.filter((call) => call === 'chart').length;
const rowsDrawn = ({ charts }: Memory) => charts.map(({ data }) => data.rows);

/** Gives an indicator a field of its own, as the clerk types it. */
function addField(session: Memory): void {
  const tab = session.tab('Kế hoạch - Chỉ tiêu');
  const column = Math.max(...tab.values.map((row) => row.indexOf('Lĩnh vực')));
  const line = tab.values[tab.values.length - 1];
  if (line !== undefined) line[column] = 'Cải cách thể chế';
}

describe('the chart of the overview', () => {
  it('is made by set-up, drawn over its figures by the first refresh, and then left alone', () => {
    const session = made();
    expect(session.charts.map(({ title, data }) => [title, data])).toEqual([[TITLE, { row: 8, column: 6, rows: 2, columns: 5 }]]);
    session.forget();
    refresh(session.ports);
    setUp(session.ports, { template: 'mau' });
    expect(session.charts).toHaveLength(1);
    expect(chartCalls(session)).toBe(0);
  });

  it('comes once to an overview of an earlier edition', () => {
    const session = made();
    const tab = session.tab('Tổng quan');
    tab.values = tab.values.map((row) => row.map((cell, at) => (at < 5 ? cell : '')));
    session.charts.length = 0;
    refresh(session.ports);
    expect(tab.values.flat()).not.toContain(TITLE);
    setUp(session.ports, { template: 'mau' });
    expect(session.charts).toHaveLength(1);
  });

  it('follows its figures when a field is added: one look and one change, before they are written', () => {
    const session = made();
    addField(session);
    session.forget();
    refresh(session.ports);
    expect(rowsDrawn(session)).toEqual([3]);
    expect(session.calls.filter((call) => call === 'chart' || call === 'write')[0]).toBe('chart');
    expect(chartCalls(session)).toBe(1);
  });

  it('stays away once a person deleted it, whatever runs', () => {
    const session = made();
    session.charts.length = 0;
    addField(session);
    refresh(session.ports);
    setUp(session.ports, { template: 'mau' });
    expect(session.charts).toEqual([]);
  });

  it('comes again with an overview that is laid out again', () => {
    const session = made();
    session.charts.length = 0;
    session.tabs.splice(
      session.tabs.findIndex(({ name }) => name === 'Tổng quan'),
      1,
    );
    setUp(session.ports, { template: 'mau' });
    refresh(session.ports);
    expect(session.charts.map(({ sheetId, title }) => [sheetId, title])).toEqual([[session.tab('Tổng quan').sheetId, TITLE]]);
  });

  it('does not come to a tab of that name that the office made', () => {
    const tabs = smallPlan({ indicators: [indicator('T1')] });
    const own = memoryTab(99, 'Tổng quan', [['Tổng quan kinh tế - xã hội', 'Thu', 1200]]);
    const session = memory({ templates: [SMALL_TEMPLATE], tabs: [...tabs.filter(({ name }) => name !== 'Tổng quan'), own] });
    setUp(session.ports, { template: 'mau' });
    refresh(session.ports);
    expect([session.charts, own.values]).toEqual([[], [['Tổng quan kinh tế - xã hội', 'Thu', 1200]]]);
  });

  it.each(['before', 'after'] as const)('is there once after set-up was killed %s any call and run again', (moment) => {
    const clean = empty();
    setUp(clean.ports, { template: 'mau' });
    for (let at = 0; at < clean.calls.length; at += 1) {
      const session = empty();
      killAt(session, at, moment);
      expect(() => setUp(session.ports, { template: 'mau' })).toThrow(Killed);
      session.revive('kept');
      setUp(session.ports, { template: 'mau' });
      expect([at, session.charts.length]).toEqual([at, 1]);
      expect(session.tab('Tổng quan').values.flat()).toContain(TITLE);
    }
  });

  it.each(['lost', 'kept'] as const)('draws the right cells after a refresh was killed and its writes were %s', (unflushed) => {
    const clean = made();
    addField(clean);
    clean.forget();
    refresh(clean.ports);
    for (let at = 0; at < clean.calls.length; at += 1) {
      const session = made();
      addField(session);
      session.ports.workbook.flush();
      killAt(session, at, 'before');
      expect(() => refresh(session.ports)).toThrow(Killed);
      session.revive(unflushed);
      refresh(session.ports);
      expect([at, ...rowsDrawn(session)]).toEqual([at, 3]);
      expect(readBook(session.ports.workbook.read('all')).plan.indicators).toHaveLength(2);
    }
  });
});
