import { describe, expect, it } from 'vitest';
import { deadlineIn, deadlineInSentence } from '../../../src/domain/import/deadlines.ts';

const YEAR = { from: 2026, to: 2026 };
const STAGE = { from: 2026, to: 2030 };

describe('a deadline cell of a plan for 2026', () => {
  it.each([
    ['15/12/2026', 'date', '2026-12-15'],
    ['Ngày 15 tháng 12 năm 2026', 'date', '2026-12-15'],
    ['Trước ngày 15/12/2026', 'date', '2026-12-14'],
    ['Trước 15/11/2026', 'date', '2026-11-14'],
    ['Chậm nhất ngày 30/6/2026', 'date', '2026-06-30'],
    ['Chậm nhất 30.06.2026', 'date', '2026-06-30'],
    ['Trước ngày 31/12', 'date', '2026-12-30'],
    ['Từ 01/01/2026 đến 31/12/2026', 'date', '2026-12-31'],
    ['Tháng 6', 'month', '2026-06-30'],
    ['Trong tháng 01 năm 2026', 'month', '2026-01-31'],
    ['Tháng 02/2026', 'month', '2026-02-28'],
    ['06/2026', 'month', '2026-06-30'],
    ['Tháng 3 - tháng 5/2026', 'month', '2026-05-31'],
    ['Tháng 3 - 5', 'month', '2026-05-31'],
    ['Trước tháng 6/2026', 'month', '2026-05-31'],
    ['Từ tháng 3/2026', 'month', null],
    ['6 tháng đầu năm 2026', 'month', '2026-06-30'],
    ['Quý II/2026', 'quarter', '2026-06-30'],
    ['Quý 3 năm 2026', 'quarter', '2026-09-30'],
    ['Quý I', 'quarter', '2026-03-31'],
    ['Quý II - Quý IV/2026', 'quarter', '2026-12-31'],
    ['Trong quý I-II/2026', 'quarter', '2026-06-30'],
    ['Năm 2026', 'year', '2026-12-31'],
    ['Trong năm 2026', 'year', '2026-12-31'],
    ['Đến hết năm 2025', 'year', '2025-12-31'],
    ['Trong năm', 'year', '2026-12-31'],
    ['Giai đoạn 2026 - 2030', 'year', '2030-12-31'],
    ['2026', 'year', '2026-12-31'],
    ['T6/2026', 'month', '2026-06-30'],
    ['Tháng tư/2026', 'month', '2026-04-30'],
    ['Q.II/2026', 'quarter', '2026-06-30'],
    ['Từ tháng 01 đến tháng 12/2026', 'month', '2026-12-31'],
    ['Tháng 3, 6, 9, 12', 'several', null],
    ['6 tháng, năm', 'recurrence', null],
    ['Các quý', 'recurrence', null],
    ['Thường xuyên', 'standing', null],
    ['Cả năm', 'standing', null],
    ['02 tin, bài/tháng', 'recurrence', null],
    ['Tuần 3 tháng 9/2026', 'month', null],
    ['Đầu quý II/2026', 'quarter', null],
    ['Thường xuyên trong năm 2026', 'standing', null],
    ['Thường xuyên, hằng năm', 'standing', null],
    ['Hằng năm', 'recurrence', null],
    ['Hàng quý', 'recurrence', null],
    ['Định kỳ hằng quý', 'recurrence', null],
    ['Trước ngày 15/12 hằng năm', 'recurrence', null],
    ['Quý I hằng năm', 'recurrence', null],
    ['6 tháng/lần', 'recurrence', null],
    ['Ngày 20 tháng cuối quý', 'recurrence', null],
    ['Theo hướng dẫn của Sở Nội vụ', 'reference', null],
    ['Theo Kế hoạch số 12/KH-UBND ngày 15/01/2026 của UBND tỉnh', 'reference', null],
    ['Theo hướng dẫn hằng năm của cấp trên', 'reference', null],
    ['Theo mốc tại Quyết định 766/QĐ-TTg', 'reference', null],
    ['Sau 03 tháng kể từ ngày ban hành Kế hoạch', 'relative', null],
    ['Trong vòng 10 ngày sau khi kết thúc kiểm tra', 'relative', null],
    ['Ngày 05 tháng sau', 'relative', null],
    ['31/12 năm trước liền kề', 'relative', null],
    ['Khi có yêu cầu', 'event', null],
    ['Ngay sau khi có văn bản của tỉnh', 'event', null],
    ['Sau mỗi đợt kiểm tra', 'event', null],
    ['Tháng 01 (ban hành), tháng 6 (kiểm tra), tháng 8 (báo cáo)', 'several', null],
    ['Quý I, Quý III', 'several', null],
    ['Quý I, III/2026', 'several', null],
    ['Tháng 6 và tháng 12/2026', 'several', null],
    ['Thường xuyên, hoàn thành trước 30/11/2026', 'several', null],
    ['', 'none', null],
    ['-', 'none', null],
    ['Theo phân công', 'reference', null],
    ['Cả nhiệm kỳ', null, null],
  ])('«%s» is %s, due %s', (text, kind, due) => {
    const found = deadlineIn(text, YEAR);
    expect([found.kind, found.due]).toEqual([kind, due]);
    expect(found.text).toBe(text);
  });

  it.each([
    ['Tháng 6', 'month'],
    ['Quý I', 'quarter'],
    ['Trong năm', 'year'],
    ['Trước ngày 31/12', 'date'],
  ])('«%s» in a plan of five years names no day', (text, kind) => {
    const found = deadlineIn(text, STAGE);
    expect([found.kind, found.due]).toEqual([kind, null]);
  });

  it('reads the same from decomposed letters', () => {
    const text = 'Trước ngày 15/12/2026'.normalize('NFD');
    expect(deadlineIn(text, YEAR)).toEqual({ text, kind: 'date', due: '2026-12-14' });
  });
});

describe('a deadline inside a sentence', () => {
  it.each([
    [
      'Xây dựng kế hoạch của xã (hoàn thành trước ngày 31/12/2021) và bố trí kinh phí',
      'trước ngày 31/12/2021',
      'date',
      '2021-12-30',
    ],
    ['Ban hành kế hoạch năm 2026 của phường trước ngày 15/01/2026', 'trước ngày 15/01/2026', 'date', '2026-01-14'],
    ['Công khai chậm nhất 15 ngày sau khi HĐND phê duyệt.', 'chậm nhất 15 ngày sau khi HĐND phê duyệt', 'relative', null],
    ['Tổ chức kiểm tra công vụ (Quý II/2026).', 'Quý II/2026', 'quarter', '2026-06-30'],
    ['Sơ kết (tháng 6/2026), tổng kết (tháng 12/2026)', '', 'none', null],
    ['Báo cáo trước ngày 15/11 hằng năm', 'trước ngày 15/11 hằng năm', 'recurrence', null],
    ['Báo cáo định kỳ quý, 6 tháng, năm theo quy định', 'định kỳ quý, 6 tháng, năm', 'recurrence', null],
    ['Đến hết năm 2026 hoàn thành số hóa', 'Đến hết năm 2026', 'year', '2026-12-31'],
    ['Ban hành quy chế trong quý II/2026', 'trong quý II/2026', 'quarter', '2026-06-30'],
    ['Thường xuyên rà soát thủ tục', 'Thường xuyên', 'standing', null],
    ['Trước ngày 20 hằng tháng tổng hợp báo cáo', 'Trước ngày 20 hằng tháng', 'recurrence', null],
    ['Tổ chức đối thoại ít nhất 02 lần/năm', 'ít nhất 02 lần/năm', 'recurrence', null],
    ['Kiểm tra công vụ 02 lần trong năm', '02 lần trong năm', 'recurrence', null],
    [
      'Trả lời chậm nhất sau 05 ngày làm việc kể từ ngày nhận',
      'chậm nhất sau 05 ngày làm việc kể từ ngày nhận',
      'relative',
      null,
    ],
    ['Định kỳ hằng năm tổ chức đối thoại', 'Định kỳ hằng năm', 'recurrence', null],
    ['Thực hiện Nghị định số 62/2020/NĐ-CP ngày 01 tháng 6 năm 2020 của Chính phủ', '', 'none', null],
    ['Nâng cao chất lượng văn bản giai đoạn 2022 - 2025', '', 'none', null],
  ])('«%s»', (text, words, kind, due) => {
    expect(deadlineInSentence(text, YEAR)).toEqual({ text: words, kind, due });
  });
});
