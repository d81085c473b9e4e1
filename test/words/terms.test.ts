import { expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { inTermsOf } from '../../src/words/report/terms.ts';

it.each([
  ['2022-01-31', 'TTHC đã cung cấp ở mức độ 4', 'TTHC đã cung cấp ở mức độ 4'],
  ['2024-06-14', 'TTHC đã cung cấp ở mức độ 4', 'TTHC đã cung cấp dịch vụ công trực tuyến toàn trình'],
  [
    '2024-06-14',
    'dịch vụ công mức độ 4 có trên nhiều phương tiện',
    'dịch vụ công trực tuyến toàn trình có trên nhiều phương tiện',
  ],
  ['2024-06-14', 'dịch vụ công trực tuyến mức độ 3, mức độ 4', 'dịch vụ công trực tuyến một phần, toàn trình'],
  ['2024-06-14', 'Nâng cao hiệu quả Bộ phận Một cửa', 'Nâng cao hiệu quả Bộ phận Một cửa'],
  ['2025-12-14', 'Nâng cao hiệu quả Bộ phận Một cửa', 'Nâng cao hiệu quả Trung tâm Phục vụ hành chính công'],
  ['2025-12-14', 'Tỷ lệ nhiệm vụ cấp huyện giao', 'Tỷ lệ nhiệm vụ cấp trên giao'],
])('on %s «%s» is «%s»', (on, text, said) => {
  expect(inTermsOf(day(on), text)).toBe(said);
});
