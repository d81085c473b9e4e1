import { describe, expect, it } from 'vitest';
import { nameAsPart, shortName } from '../../src/words/report/part-names.ts';

describe('a part of a whole is called by what tells it from the whole', () => {
  it.each([
    ['nhiệm vụ cấp trên giao đến hạn', 'tổng số nhiệm vụ cấp trên giao', 'đến hạn'],
    ['số nhiệm vụ đã hoàn thành nhưng quá hạn', 'tổng số nhiệm vụ được giao', 'đã hoàn thành nhưng quá hạn'],
    ['vấn đề phát hiện qua kiểm tra đã xử lý', 'vấn đề phát hiện qua kiểm tra', 'đã xử lý'],
    ['phản ánh, kiến nghị đã xử lý', 'phản ánh, kiến nghị đã tiếp nhận', 'đã xử lý'],
    ['vốn đầu tư công đã giải ngân', 'vốn đầu tư công được giao', 'đã giải ngân'],
    ['đang giải quyết, còn trong hạn', 'tổng số hồ sơ TTHC đang giải quyết', 'còn trong hạn'],
    ['giải quyết đúng hạn, trước hạn', 'tổng số hồ sơ TTHC đã giải quyết', 'giải quyết đúng hạn, trước hạn'],
    ['nhiệm vụ của kế hoạch năm đã hoàn thành', 'nhiệm vụ đề ra trong kế hoạch năm', 'nhiệm vụ của kế hoạch năm đã hoàn thành'],
    ['của HĐND xã', 'tổng số văn bản đã ban hành', 'của HĐND xã'],
    ['tổng số người làm việc có mặt', 'tổng số người làm việc được giao', 'có mặt'],
    ['hồ sơ', 'hồ sơ', 'hồ sơ'],
  ])('«%s» of «%s» is «%s»', (part, whole, said) => {
    expect(nameAsPart(part, whole)).toBe(said);
  });

  it.each([
    ['Tổng số DVCTT có phát sinh hồ sơ (gồm trực tuyến hoặc cả hai)', 'Tổng số DVCTT có phát sinh hồ sơ'],
    ['Số văn bản chỉ đạo đã ban hành (kết luận, chỉ thị, công văn)', 'Số văn bản chỉ đạo đã ban hành'],
    ['Số PAKN đã tiếp nhận (trực tiếp)', 'Số PAKN đã tiếp nhận (trực tiếp)'],
    ['(gồm tất cả)', '(gồm tất cả)'],
  ])('«%s» stands in a sentence as «%s»', (title, said) => {
    expect(shortName(title)).toBe(said);
  });
});
