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
  const desk = empty();
  setUp(desk.ports, { template: 'mau' });
  openPeriod(desk.ports, { period: H1 });
  return desk;
};
const chartCalls = ({ calls }: Memory): number => calls.filter((call) => call === 'chart').length;
const rowsDrawn = ({ charts }: Memory) => charts.map(({ data }) => data.rows);

/** Gives an indicator a field of its own, as the clerk types it. */
function addField(desk: Memory): void {
  const tab = desk.tab('Kế hoạch - Chỉ tiêu');
  const column = Math.max(...tab.values.map((row) => row.indexOf('Lĩnh vực')));
  const line = tab.values[tab.values.length - 1];
  if (line !== undefined) line[column] = 'Cải cách thể chế';
}

describe('the chart of the overview', () => {
  it('is made by set-up, drawn over its figures by the first refresh, and then left alone', () => {
    const desk = made();
    expect(desk.charts.map(({ title, data }) => [title, data])).toEqual([[TITLE, { row: 8, column: 6, rows: 2, columns: 5 }]]);
    desk.forget();
    refresh(desk.ports);
    setUp(desk.ports, { template: 'mau' });
    expect(desk.charts).toHaveLength(1);
    expect(chartCalls(desk)).toBe(0);
  });

  it('comes once to an overview of an earlier edition', () => {
    const desk = made();
    const tab = desk.tab('Tổng quan');
    tab.values = tab.values.map((row) => row.map((cell, at) => (at < 5 ? cell : '')));
    desk.charts.length = 0;
    refresh(desk.ports);
    expect(tab.values.flat()).not.toContain(TITLE);
    setUp(desk.ports, { template: 'mau' });
    expect(desk.charts).toHaveLength(1);
  });

  it('follows its figures when a field is added: one look and one change, before they are written', () => {
    const desk = made();
    addField(desk);
    desk.forget();
    refresh(desk.ports);
    expect(rowsDrawn(desk)).toEqual([3]);
    expect(desk.calls.filter((call) => call === 'chart' || call === 'write')[0]).toBe('chart');
    expect(chartCalls(desk)).toBe(1);
  });

  it('stays away once a person deleted it, whatever runs', () => {
    const desk = made();
    desk.charts.length = 0;
    addField(desk);
    refresh(desk.ports);
    setUp(desk.ports, { template: 'mau' });
    expect(desk.charts).toEqual([]);
  });

  it('comes again with an overview that is laid out anew', () => {
    const desk = made();
    desk.charts.length = 0;
    desk.tabs.splice(
      desk.tabs.findIndex(({ name }) => name === 'Tổng quan'),
      1,
    );
    setUp(desk.ports, { template: 'mau' });
    refresh(desk.ports);
    expect(desk.charts.map(({ sheetId, title }) => [sheetId, title])).toEqual([[desk.tab('Tổng quan').sheetId, TITLE]]);
  });

  it('does not come to a tab of that name that the office made', () => {
    const tabs = smallPlan({ indicators: [indicator('T1')] });
    const own = memoryTab(99, 'Tổng quan', [['Tổng quan kinh tế - xã hội', 'Thu', 1200]]);
    const desk = memory({ templates: [SMALL_TEMPLATE], tabs: [...tabs.filter(({ name }) => name !== 'Tổng quan'), own] });
    setUp(desk.ports, { template: 'mau' });
    refresh(desk.ports);
    expect([desk.charts, own.values]).toEqual([[], [['Tổng quan kinh tế - xã hội', 'Thu', 1200]]]);
  });

  it.each(['before', 'after'] as const)('is there once after set-up was killed %s any call and run again', (moment) => {
    const clean = empty();
    setUp(clean.ports, { template: 'mau' });
    for (let at = 0; at < clean.calls.length; at += 1) {
      const desk = empty();
      killAt(desk, at, moment);
      expect(() => setUp(desk.ports, { template: 'mau' })).toThrow(Killed);
      desk.revive('kept');
      setUp(desk.ports, { template: 'mau' });
      expect([at, desk.charts.length]).toEqual([at, 1]);
      expect(desk.tab('Tổng quan').values.flat()).toContain(TITLE);
    }
  });

  it.each(['lost', 'kept'] as const)('draws the right cells after a refresh was killed and its writes were %s', (unflushed) => {
    const clean = made();
    addField(clean);
    clean.forget();
    refresh(clean.ports);
    for (let at = 0; at < clean.calls.length; at += 1) {
      const desk = made();
      addField(desk);
      desk.ports.workbook.flush();
      killAt(desk, at, 'before');
      expect(() => refresh(desk.ports)).toThrow(Killed);
      desk.revive(unflushed);
      refresh(desk.ports);
      expect([at, ...rowsDrawn(desk)]).toEqual([at, 3]);
      expect(readBook(desk.ports.workbook.read('all')).plan.indicators).toHaveLength(2);
    }
  });
});
