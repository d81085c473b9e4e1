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
const changes = (session: Memory) => check(session.ports).problems.filter(({ change }) => change !== undefined);
const log = (session: Memory) => session.tab(JOURNAL.name).values.slice(1);

/** An office whose plan was kept when quý III was opened. */
function kept(): Memory {
  const session = office();
  openPeriod(session.ports, { period: Q3 });
  return session;
}

describe('a change of the plan', () => {
  it('is free until the first period is opened, which keeps the plan', () => {
    const session = office();
    type(session.tab(INDICATORS.name), ['T2', 'Năm 2024'], 95);
    expect(changes(session)).toEqual([]);
    openPeriod(session.ports, { period: Q3 });
    expect(changes(session)).toEqual([]);
    type(session.tab(INDICATORS.name), ['T2', 'Năm 2024'], 90);
    expect(changes(session)).toHaveLength(1);
  });

  it('is the estimate of a task, and not what it is allotted and spends during the year', () => {
    const session = kept();
    const typed = (header: string) => type(session.tab(TASKS.name), ['N1', header], 12);
    for (const header of ['Kinh phí được giao (triệu đồng)', 'Kinh phí đã chi (triệu đồng)']) typed(header);
    expect(changes(session)).toEqual([]);
    typed('Kinh phí (triệu đồng)');
    expect(changes(session)).toHaveLength(1);
  });

  it('is told with its cell, what it was, what it is, and since when it is known', () => {
    const session = kept();
    type(session.tab(INDICATORS.name), ['T2', 'Năm 2024'], 95);
    const [before] = changes(session);
    expect(before).toMatchObject({ code: 'plan-changed', severity: 'review', change: PLAN_CELL, at: { tab: INDICATORS.name } });
    expect(before?.text).toBe(
      'T2: «Năm 2024» đổi từ «75» thành «95» so với Kế hoạch đã chốt. Đề nghị ghi lý do, hoặc khôi phục như cũ.',
    );
    refresh(session.ports);
    const recorded = log(session).length + 1;
    session.environment.today = day('2024-06-25');
    expect(changes(session)[0]?.text).toContain(
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
    const session = office();
    type(session.tab(INDICATORS.name), ['T2', 'Chỉ tiêu'], odd);
    openPeriod(session.ports, { period: Q3 });
    for (let run = 0; run < 2; run += 1) {
      expect(changes(session)).toEqual([]);
      expect(refresh(session.ports).written).toBe(0);
    }
  });

  it('is recorded once, by whoever keeps the plan, and nobody is named as its maker', () => {
    const session = kept();
    type(session.tab(INDICATORS.name), ['T2', 'Năm 2024'], 95);
    session.environment.email = 'tuphap@example.vn';
    const before = log(session).length;
    refresh(session.ports);
    expect(log(session)).toHaveLength(before);
    session.environment.email = 'vanphong@example.vn';
    refresh(session.ports);
    refresh(session.ports);
    expect(
      log(session)
        .slice(before)
        .map((row) => row.slice(1, 6)),
    ).toEqual([['(không rõ)', 'Kế hoạch thay đổi so với bản chốt', PLAN_CELL, '75', '95']]);
  });

  it.each([
    [
      'through the action',
      (session: Memory) => void explainChange(session.ports, { change: PLAN_CELL, reason: 'KH 15/KH-UBND điều chỉnh' }),
    ],
    [
      'in the log itself',
      (session: Memory) => {
        const row = log(session).find((cells) => cells[3] === PLAN_CELL);
        if (row !== undefined) row[6] = 'KH 15/KH-UBND điều chỉnh';
      },
    ],
  ])('with a reason given %s is no problem any more; another change of the cell is', (_, explain) => {
    const session = kept();
    type(session.tab(INDICATORS.name), ['T2', 'Năm 2024'], 95);
    refresh(session.ports);
    explain(session);
    expect(changes(session)).toEqual([]);
    type(session.tab(INDICATORS.name), ['T2', 'Năm 2024'], 60);
    expect(changes(session)).toHaveLength(1);
  });

  it('can be put back, as a number where it was one, and the log says so', () => {
    const session = kept();
    const wanted = structuredClone(session.tab(INDICATORS.name).values);
    type(session.tab(INDICATORS.name), ['T2', 'Năm 2024'], 'chín lăm');
    expect(restoreChange(session.ports, { change: PLAN_CELL })).toEqual({ left: 0 });
    expect(session.tab(INDICATORS.name).values).toEqual(wanted);
    expect(log(session).at(-1)?.slice(2, 6)).toEqual(['Khôi phục như cũ', PLAN_CELL, 'chín lăm', '75']);
  });

  it('needs a reason that says something', () => {
    const session = kept();
    type(session.tab(INDICATORS.name), ['T2', 'Năm 2024'], 95);
    expect(() => explainChange(session.ports, { change: PLAN_CELL, reason: '  ' })).toThrow('Đề nghị nêu lý do');
    expect(() => explainChange(session.ports, { change: 'Ô nào đó', reason: 'lý do' })).toThrow('Ô nào đó');
  });

  it('of a whole row is one change, which only a reason settles', () => {
    const session = kept();
    const { values } = session.tab(INDICATORS.name);
    values.splice(
      values.findIndex(([id]) => id === 'T3'),
      1,
    );
    values.push(['T9', ...(values[2] ?? []).slice(1)]);
    expect(changes(session).map(({ code, text }) => [code, text.slice(0, 30)])).toEqual([
      ['plan-row-removed', 'T3: không còn trong Kế hoạch, '],
      ['plan-row-added', 'T9: dòng mới so với Kế hoạch đ'],
    ]);
    for (const { change = '' } of changes(session))
      expect(() => restoreChange(session.ports, { change })).toThrow('Không tự khôi phục');
  });

  it.each([
    ['a number typed as text', ['T2', 'Năm 2024'], '75'],
    ['another way to write the same word', ['T2', 'Chủ trì'], 'Tư pháp – Hộ tịch'.normalize('NFD')],
    ['a remark of the office', ['T2', 'Ghi chú'], 'xem KH 15'],
  ] as const)('is not %s', (_, at, value) => {
    const session = kept();
    type(session.tab(INDICATORS.name), at, value);
    expect(changes(session)).toEqual([]);
  });

  it('is none when only rows or columns were moved', () => {
    const session = kept();
    const { values } = session.tab(INDICATORS.name);
    values.splice(2, values.length - 2, ...values.slice(2).reverse());
    for (const row of values) row.unshift('');
    for (const row of session.tab(INDICATORS.name).formats) row.unshift('');
    expect(changes(session)).toEqual([]);
  });

  it('of a doubled Mã or a lost header is told as that mistake alone', () => {
    const session = kept();
    const { values } = session.tab(TASKS.name);
    values.push([...(values[2] ?? [])]);
    const headers = values[1] ?? [];
    headers[headers.indexOf('Sản phẩm')] = 'San pham dau ra';
    expect(changes(session)).toEqual([]);
  });
});

describe('a proposal', () => {
  it('may be settled as the office likes: deadline, level and origin of a proposed row are no change', () => {
    const session = kept();
    type(session.tab(TASKS.name), ['N5', 'Thời hạn hoàn thành'], on('2024-11-30'));
    type(session.tab(TASKS.name), ['N5', 'Nguồn gốc'], 'Đã xác nhận');
    type(session.tab(INDICATORS.name), ['T6', 'Năm 2024'], 60);
    expect(changes(session)).toEqual([]);
    type(session.tab(TASKS.name), ['N5', 'Chủ trì'], 'Tài chính – Kế toán');
    expect(changes(session)).toHaveLength(1);
  });

  it('is confirmed one by one or all together, and binds from then on', () => {
    const session = kept();
    expect(confirmProposals(session.ports, { ids: ['n5'] })).toEqual({ confirmed: ['N5'], left: 2 });
    expect(() => confirmProposals(session.ports, { ids: ['N5'] })).toThrow('N5');
    expect(confirmProposals(session.ports, { ids: [] })).toEqual({ confirmed: ['T6', 'N6'], left: 0 });
    expect(check(session.ports).problems.some(({ code }) => code === 'deadline-proposed')).toBe(false);
    expect(log(session).filter((row) => row[2] === 'Xác nhận nội dung đề xuất')).toHaveLength(3);
    expect(changes(session)).toEqual([]);
  });
});

describe('a figure typed after its period was closed', () => {
  const LATE_CELL = `${ACTUALS.name} | T1 | ${H1} | Tử số`;
  function late(): Memory {
    const session = office();
    closePeriod(session.ports, { period: H1 });
    type(session.tab(ACTUALS.name), ['T1', 'Tử số'], 499);
    return session;
  }

  it('stays as typed and waits for its reason', () => {
    const session = late();
    expect(changes(session)).toHaveLength(1);
    expect(changes(session)[0]).toMatchObject({ code: 'late-change', change: LATE_CELL, at: { tab: ACTUALS.name } });
    expect(changes(session)[0]?.text).toContain(`T1, ${H1} đã chốt: «Tử số» sửa từ «301» thành «499»`);
    refresh(session.ports);
    explainChange(session.ports, { change: LATE_CELL, reason: 'đơn vị gửi bổ sung' });
    expect(changes(session)).toEqual([]);
  });

  it('can be put back', () => {
    const session = late();
    restoreChange(session.ports, { change: LATE_CELL });
    expect(changes(session)).toEqual([]);
    expect(session.tab(ACTUALS.name).values.find(([id]) => id === 'T1')).toContain(301);
  });

  it('is no late change in a period that was reopened, and closing it again keeps it', () => {
    const session = late();
    expect(reopenPeriod(session.ports, { period: H1, reason: 'cấp trên yêu cầu' })).toEqual({ period: H1 });
    expect(changes(session)).toEqual([]);
    expect(closePeriod(session.ports, { period: H1 }).version).toBe(2);
    expect(changes(session)).toEqual([]);
  });
});

describe('reopening', () => {
  it('asks for a reason, keeps it, and refuses what is not closed', () => {
    const session = office();
    expect(() => reopenPeriod(session.ports, { period: H1, reason: 'x' })).toThrow('chưa chốt');
    closePeriod(session.ports, { period: H1 });
    expect(() => reopenPeriod(session.ports, { period: H1, reason: '' })).toThrow('lý do');
    reopenPeriod(session.ports, { period: H1, reason: 'bổ sung số liệu' });
    expect(log(session).at(-1)?.slice(2)).toEqual(['Mở lại kỳ đã chốt', H1, 'Đã chốt', 'Đã mở lại', 'bổ sung số liệu']);
  });

  it('leaves the mail ledger alone', () => {
    const session = office();
    closePeriod(session.ports, { period: H1 });
    const mails = structuredClone(session.tab(MAILS.name).values);
    reopenPeriod(session.ports, { period: H1, reason: 'bổ sung' });
    expect(session.tab(MAILS.name).values).toEqual(mails);
  });
});
