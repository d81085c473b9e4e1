import { describe, expect, it } from 'vitest';
import { check } from '../../src/app/checks/check.ts';
import { confirmProposals } from '../../src/app/checks/confirm-proposals.ts';
import { explainChange, restoreChange } from '../../src/app/history/settle-change.ts';
import { refresh } from '../../src/app/judging/refresh.ts';
import { closePeriod } from '../../src/app/period/close-period.ts';
import { openPeriod } from '../../src/app/period/open-period.ts';
import { reopenPeriod } from '../../src/app/period/reopen-period.ts';
import { day } from '../../src/domain/core/day.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { INDICATORS } from '../../src/workbook/tabs/indicators.ts';
import { JOURNAL, MAILS } from '../../src/workbook/tabs/records.ts';
import { TASKS } from '../../src/workbook/tabs/tasks.ts';
import type { Memory } from './memory-ports.ts';
import { office, Q3, type } from './operations.ts';
import { H1, on } from './small-plan.ts';

const PLAN_CELL = `${INDICATORS.name} | T2 | Năm 2024`;
const changes = (desk: Memory) => check(desk.ports).problems.filter(({ change }) => change !== undefined);
const log = (desk: Memory) => desk.tab(JOURNAL.name).values.slice(1);

/** An office whose plan was kept when quý III was opened. */
function kept(): Memory {
  const desk = office();
  openPeriod(desk.ports, { period: Q3 });
  return desk;
}

describe('a change of the plan', () => {
  it('is free until the first period is opened, which keeps the plan', () => {
    const desk = office();
    type(desk.tab(INDICATORS.name), ['T2', 'Năm 2024'], 95);
    expect(changes(desk)).toEqual([]);
    openPeriod(desk.ports, { period: Q3 });
    expect(changes(desk)).toEqual([]);
    type(desk.tab(INDICATORS.name), ['T2', 'Năm 2024'], 90);
    expect(changes(desk)).toHaveLength(1);
  });

  it('is told with its cell, what it was, what it is, and since when it is known', () => {
    const desk = kept();
    type(desk.tab(INDICATORS.name), ['T2', 'Năm 2024'], 95);
    const [before] = changes(desk);
    expect(before).toMatchObject({ code: 'plan-changed', severity: 'review', change: PLAN_CELL, at: { tab: INDICATORS.name } });
    expect(before?.text).toBe(
      'T2: «Năm 2024» đổi từ «75» thành «95» so với Kế hoạch đã chốt. Đề nghị ghi lý do, hoặc khôi phục như cũ.',
    );
    refresh(desk.ports);
    const recorded = log(desk).length + 1;
    desk.world.today = day('2024-06-25');
    expect(changes(desk)[0]?.text).toContain(
      `(phát hiện 20/6/2024). Đề nghị ghi lý do vào Ghi chú, dòng ${recorded} trang Nhật ký`,
    );
  });

  it.each([
    ['lines', 'Dòng một\n  dòng hai  \n\nDòng bốn'],
    ['letters in two pieces', 'Tỷ lệ'.normalize('NFD')],
    ['an error of the spreadsheet', '#REF!'],
    ['as many letters as a cell holds', 'x'.repeat(50_000)],
    ['more letters than a cell holds', 'x'.repeat(50_001)],
  ])('is none where nobody changed a cell with %s, run after run', (_, odd) => {
    const desk = office();
    type(desk.tab(INDICATORS.name), ['T2', 'Chỉ tiêu'], odd);
    openPeriod(desk.ports, { period: Q3 });
    for (let run = 0; run < 2; run += 1) {
      expect(changes(desk)).toEqual([]);
      expect(refresh(desk.ports).written).toBe(0);
    }
  });

  it('is recorded once, by whoever keeps the plan, and nobody is named as its maker', () => {
    const desk = kept();
    type(desk.tab(INDICATORS.name), ['T2', 'Năm 2024'], 95);
    desk.world.email = 'tuphap@example.vn';
    const before = log(desk).length;
    refresh(desk.ports);
    expect(log(desk)).toHaveLength(before);
    desk.world.email = 'vanphong@example.vn';
    refresh(desk.ports);
    refresh(desk.ports);
    expect(
      log(desk)
        .slice(before)
        .map((row) => row.slice(1, 6)),
    ).toEqual([['(không rõ)', 'Kế hoạch thay đổi so với bản chốt', PLAN_CELL, '75', '95']]);
  });

  it.each([
    [
      'through the action',
      (desk: Memory) => void explainChange(desk.ports, { change: PLAN_CELL, reason: 'KH 15/KH-UBND điều chỉnh' }),
    ],
    [
      'in the log itself',
      (desk: Memory) => {
        const row = log(desk).find((cells) => cells[3] === PLAN_CELL);
        if (row !== undefined) row[6] = 'KH 15/KH-UBND điều chỉnh';
      },
    ],
  ])('with a reason given %s is no problem any more; another change of the cell is', (_, explain) => {
    const desk = kept();
    type(desk.tab(INDICATORS.name), ['T2', 'Năm 2024'], 95);
    refresh(desk.ports);
    explain(desk);
    expect(changes(desk)).toEqual([]);
    type(desk.tab(INDICATORS.name), ['T2', 'Năm 2024'], 60);
    expect(changes(desk)).toHaveLength(1);
  });

  it('can be put back, as a number where it was one, and the log says so', () => {
    const desk = kept();
    const wanted = structuredClone(desk.tab(INDICATORS.name).values);
    type(desk.tab(INDICATORS.name), ['T2', 'Năm 2024'], 'chín lăm');
    expect(restoreChange(desk.ports, { change: PLAN_CELL })).toEqual({ left: 0 });
    expect(desk.tab(INDICATORS.name).values).toEqual(wanted);
    expect(log(desk).at(-1)?.slice(2, 6)).toEqual(['Khôi phục như cũ', PLAN_CELL, 'chín lăm', '75']);
  });

  it('needs a reason that says something', () => {
    const desk = kept();
    type(desk.tab(INDICATORS.name), ['T2', 'Năm 2024'], 95);
    expect(() => explainChange(desk.ports, { change: PLAN_CELL, reason: '  ' })).toThrow('Đề nghị nêu lý do');
    expect(() => explainChange(desk.ports, { change: 'Ô nào đó', reason: 'lý do' })).toThrow('Ô nào đó');
  });

  it('of a whole row is one change, which only a reason settles', () => {
    const desk = kept();
    const { values } = desk.tab(INDICATORS.name);
    values.splice(
      values.findIndex(([id]) => id === 'T3'),
      1,
    );
    values.push(['T9', ...(values[2] ?? []).slice(1)]);
    expect(changes(desk).map(({ code, text }) => [code, text.slice(0, 30)])).toEqual([
      ['plan-row-removed', 'T3: không còn trong Kế hoạch, '],
      ['plan-row-added', 'T9: dòng mới so với Kế hoạch đ'],
    ]);
    for (const { change = '' } of changes(desk))
      expect(() => restoreChange(desk.ports, { change })).toThrow('Không tự khôi phục');
  });

  it.each([
    ['a number typed as text', ['T2', 'Năm 2024'], '75'],
    ['another way to write the same word', ['T2', 'Chủ trì'], 'Tư pháp – Hộ tịch'.normalize('NFD')],
    ['a remark of the office', ['T2', 'Ghi chú'], 'xem KH 15'],
  ] as const)('is not %s', (_, at, value) => {
    const desk = kept();
    type(desk.tab(INDICATORS.name), at, value);
    expect(changes(desk)).toEqual([]);
  });

  it('is none when only rows or columns were moved', () => {
    const desk = kept();
    const { values } = desk.tab(INDICATORS.name);
    values.splice(2, values.length - 2, ...values.slice(2).reverse());
    for (const row of values) row.unshift('');
    for (const row of desk.tab(INDICATORS.name).formats) row.unshift('');
    expect(changes(desk)).toEqual([]);
  });

  it('of a doubled Mã or a lost header is told as that mistake alone', () => {
    const desk = kept();
    const { values } = desk.tab(TASKS.name);
    values.push([...(values[2] ?? [])]);
    const headers = values[1] ?? [];
    headers[headers.indexOf('Sản phẩm')] = 'San pham dau ra';
    expect(changes(desk)).toEqual([]);
  });
});

describe('a proposal', () => {
  it('may be settled as the office likes: deadline, level and origin of a proposed row are no change', () => {
    const desk = kept();
    type(desk.tab(TASKS.name), ['N5', 'Thời hạn hoàn thành'], on('2024-11-30'));
    type(desk.tab(TASKS.name), ['N5', 'Nguồn gốc'], 'Đã xác nhận');
    type(desk.tab(INDICATORS.name), ['T6', 'Năm 2024'], 60);
    expect(changes(desk)).toEqual([]);
    type(desk.tab(TASKS.name), ['N5', 'Chủ trì'], 'Tài chính – Kế toán');
    expect(changes(desk)).toHaveLength(1);
  });

  it('is confirmed one by one or all together, and binds from then on', () => {
    const desk = kept();
    expect(confirmProposals(desk.ports, { ids: ['n5'] })).toEqual({ confirmed: ['N5'], left: 2 });
    expect(() => confirmProposals(desk.ports, { ids: ['N5'] })).toThrow('N5');
    expect(confirmProposals(desk.ports, { ids: [] })).toEqual({ confirmed: ['T6', 'N6'], left: 0 });
    expect(check(desk.ports).problems.some(({ code }) => code === 'deadline-proposed')).toBe(false);
    expect(log(desk).filter((row) => row[2] === 'Xác nhận nội dung đề xuất')).toHaveLength(3);
    expect(changes(desk)).toEqual([]);
  });
});

describe('a figure typed after its period was closed', () => {
  const LATE_CELL = `${ACTUALS.name} | T1 | ${H1} | Tử số`;
  function late(): Memory {
    const desk = office();
    closePeriod(desk.ports, { period: H1 });
    type(desk.tab(ACTUALS.name), ['T1', 'Tử số'], 499);
    return desk;
  }

  it('stays as typed and waits for its reason', () => {
    const desk = late();
    expect(changes(desk)).toHaveLength(1);
    expect(changes(desk)[0]).toMatchObject({ code: 'late-change', change: LATE_CELL, at: { tab: ACTUALS.name } });
    expect(changes(desk)[0]?.text).toContain(`T1, ${H1} đã chốt: «Tử số» sửa từ «301» thành «499»`);
    refresh(desk.ports);
    explainChange(desk.ports, { change: LATE_CELL, reason: 'đơn vị gửi bổ sung' });
    expect(changes(desk)).toEqual([]);
  });

  it('can be put back', () => {
    const desk = late();
    restoreChange(desk.ports, { change: LATE_CELL });
    expect(changes(desk)).toEqual([]);
    expect(desk.tab(ACTUALS.name).values.find(([id]) => id === 'T1')).toContain(301);
  });

  it('is no late change in a period that was reopened, and closing it again keeps it', () => {
    const desk = late();
    expect(reopenPeriod(desk.ports, { period: H1, reason: 'cấp trên yêu cầu' })).toEqual({ period: H1 });
    expect(changes(desk)).toEqual([]);
    expect(closePeriod(desk.ports, { period: H1 }).version).toBe(2);
    expect(changes(desk)).toEqual([]);
  });
});

describe('reopening', () => {
  it('asks for a reason, keeps it, and refuses what is not closed', () => {
    const desk = office();
    expect(() => reopenPeriod(desk.ports, { period: H1, reason: 'x' })).toThrow('chưa chốt');
    closePeriod(desk.ports, { period: H1 });
    expect(() => reopenPeriod(desk.ports, { period: H1, reason: '' })).toThrow('lý do');
    reopenPeriod(desk.ports, { period: H1, reason: 'bổ sung số liệu' });
    expect(log(desk).at(-1)?.slice(2)).toEqual(['Mở lại kỳ đã chốt', H1, 'Đã chốt', 'Đã mở lại', 'bổ sung số liệu']);
  });

  it('leaves the mail ledger alone', () => {
    const desk = office();
    closePeriod(desk.ports, { period: H1 });
    const mails = structuredClone(desk.tab(MAILS.name).values);
    reopenPeriod(desk.ports, { period: H1, reason: 'bổ sung' });
    expect(desk.tab(MAILS.name).values).toEqual(mails);
  });
});
