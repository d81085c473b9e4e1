import { describe, expect, it } from 'vitest';
import { hostEnvironment } from '../contract/environment.ts';
import { aLayout } from '../contract/workbook.contract.ts';

const laidOut = () => {
  const host = hostEnvironment();
  host.ports.workbook.layOut([aLayout(), aLayout({ name: 'Nhập tiến độ' })], []);
  const sheetId = host.ports.workbook.read(['Nhập số liệu']).tabs[0]?.sheetId ?? -1;
  host.environment.calls.reset();
  return { ...host, sheetId };
};

describe('the service calls of the workbook port', () => {
  it('are one reading of values and one of formats per tab, and nothing else', () => {
    const { ports, environment } = laidOut();
    ports.workbook.read(['Nhập số liệu', 'Nhập tiến độ']);
    expect([environment.calls.of('values-read'), environment.calls.of('formats-read'), environment.calls.total()]).toEqual([
      2, 2, 4,
    ]);
  });

  it('are two for one tab by its id, and one for a small area', () => {
    const { ports, environment, sheetId } = laidOut();
    ports.workbook.readTab(sheetId);
    expect(environment.calls.total()).toBe(2);
    ports.workbook.readRange({ sheetId, row: 3, column: 1, rows: 1, columns: 2 });
    expect(environment.calls.total()).toBe(3);
  });

  it('are one writing per block, whatever its size', () => {
    const { ports, environment, sheetId } = laidOut();
    const big = Array.from({ length: 2_100 }, (_, row) => [row, row]);
    ports.workbook.write([
      { sheetId, row: 3, column: 1, values: [['T1.1', 'Quý I 2024']] },
      { sheetId, row: 3, column: 2, values: big },
    ]);
    expect(environment.calls.of('values-written')).toBe(2);
  });
});

it('scrolls to a cell, on a hidden tab too', () => {
  const { ports, environment, sheetId } = laidOut();
  ports.workbook.setHidden(['Nhập số liệu'], true);
  ports.workbook.show('Nhập số liệu', 3, 2);
  expect(environment.script.active).toEqual({ sheetId, row: 3, column: 2 });
  expect(ports.workbook.read(['Nhập số liệu']).tabs[0]?.hidden).toBe(false);
});

it('works alone where no document is open, as in a clock trigger, and not beside another', () => {
  const here = hostEnvironment({ bound: false });
  expect(here.ports.lock.alone(() => 'done')).toBe('done');
  here.environment.lock.heldByAnother = true;
  expect(here.ports.lock.alone(() => 'done')).toBeNull();
});
