import { describe, expect, it } from 'vitest';
import { targetsIn } from '../../../src/domain/import/targets.ts';

const STAGE = { from: 2026, to: 2030 };

/** «text | op low high unit years» of each target. */
function read(text: string): string[] {
  return targetsIn(text, STAGE).map(({ op, low, high, unit, years }) =>
    [op, low ?? '', high ?? '', unit ?? '', years === null ? '' : JSON.stringify(years)].join(' ').trim(),
  );
}

describe('a target in words', () => {
  it.each([
    ['Đạt từ 98% trở lên hồ sơ đúng hạn', ['>= 98  %']],
    ['Tỷ lệ hồ sơ đúng hạn đạt 98% trở lên', ['>= 98  %']],
    ['Tối thiểu 80% hồ sơ trực tuyến', ['>= 80  %']],
    ['Ít nhất 80 % hồ sơ trực tuyến', ['>= 80  %']],
    ['Không thấp hơn 80% hồ sơ', ['>= 80  %']],
    ['Tỷ lệ hài lòng không dưới 90%', ['>= 90  %']],
    ['Phấn đấu tỷ lệ hài lòng đạt ≥ 95%', ['>= 95  %']],
    ['Tỷ lệ giải ngân đạt trên 90%', ['> 90  %']],
    ['Hơn 70% văn bản được ký số', ['> 70  %']],
    ['Tỷ lệ hồ sơ trễ hạn không quá 2%', ['<= 2  %']],
    ['Tỷ lệ hồ sơ trễ hạn không vượt quá 1,5%', ['<= 1.5  %']],
    ['Tỷ lệ hồ sơ trễ hạn dưới 0,5%', ['< 0.5  %']],
    ['Giảm tỷ lệ hồ sơ trễ hạn xuống dưới 1%', ['< 1  %']],
    ['Giảm thời gian chờ xuống còn 10 phút', ['<= 10  phút']],
    ['Thời gian chờ trung bình tối đa 15 phút/01 lượt', ['<= 15  phút']],
    ['Giảm ít nhất 10% thời gian giải quyết so với năm 2025', ['below-baseline 10  %']],
    ['Cắt giảm tối thiểu 30% thời gian giải quyết thủ tục', ['below-baseline 30  %']],
    ['Cắt giảm 30% thời gian, 30% chi phí tuân thủ so với năm 2024', ['below-baseline 30  %', 'below-baseline 30  %']],
    ['Giảm thời gian giải quyết từ 10 - 15% so với quy định', ['below-baseline 10 15 %']],
    ['Trả lời kiến nghị của người dân trong vòng 05 ngày làm việc', ['<= 5  ngày làm việc']],
    ['100% kiến nghị được trả lời trong vòng 05 ngày làm việc', ['= 100  %']],
    ['Không có tháng nào dưới 80 điểm', ['>= 80  điểm']],
    ['100% công chức xếp loại hoàn thành tốt nhiệm vụ trở lên', ['= 100  %']],
    ['Tỷ lệ đạt lần lượt 85%, 90% và 95% vào các năm 2028, 2029 và 2030', ['= 85  % {"2028":85,"2029":90,"2030":95}']],
    ['Giảm biên chế so với năm 2025', ['below-baseline']],
    ['Tinh giản 5% biên chế so với năm 2025', ['below-baseline 5  %']],
    ['Nâng tỷ lệ hồ sơ trực tuyến từ 60% lên 80%', ['= 80  %']],
    ['Giảm tỷ lệ hồ sơ quá hạn từ 5% xuống còn 3%', ['<= 3  %']],
    ['Tối thiểu ９５％ hồ sơ đúng hạn', ['>= 95  %']],
    ['100% thủ tục hành chính được công khai', ['= 100  %']],
    ['Tỷ lệ số hóa đạt 85,5%', ['= 85.5  %']],
    ['Từ 98% - 100% hồ sơ đúng hạn', ['range 98 100 %']],
    ['Đạt 50 – 60% hồ sơ trực tuyến', ['range 50 60 %']],
    ['Từ 98 đến 100% hồ sơ đúng hạn', ['range 98 100 %']],
    ['Mỗi năm tăng thêm 20% hồ sơ trực tuyến', ['rise 20  %']],
    ['Tỷ lệ hồ sơ trực tuyến tăng ít nhất 10% so với năm 2025', ['rise 10  %']],
    ['Xếp hạng trong nhóm 10 địa phương dẫn đầu', ['rank<= 10  hạng']],
    ['Chỉ số CCHC nằm trong top 5 của tỉnh', ['rank<= 5  hạng']],
    ['Chỉ số CCHC thuộc Top từ 1 đến 5', ['rank<= 5  hạng']],
    ['Chỉ số CCHC xếp thứ 15 trở lên', ['rank<= 15  hạng']],
    ['Chỉ số chuyển đổi số thuộc nhóm 20 xã dẫn đầu', ['rank<= 20  hạng']],
    ['Phấn đấu trong 05 xã dẫn đầu về cải cách hành chính', ['rank<= 5  hạng']],
    ['Chỉ số CCHC xếp loại Tốt trở lên', ['grade>= Tốt  xếp loại']],
    ['Được đánh giá từ loại Khá trở lên', ['grade>= Khá  xếp loại']],
    ['Chỉ số CCHC đạt loại “Xuất sắc”', ['grade>= Xuất sắc  xếp loại']],
    ['Chỉ số CCHC đạt từ 85 điểm trở lên', ['>= 85  điểm']],
    ['Tổ chức ít nhất 01 hội nghị đối thoại', ['>= 1  hội nghị']],
    ['Có ít nhất một sáng kiến được công nhận', ['>= 1  sáng kiến']],
    ['Có từ 02 mô hình trở lên', ['>= 2  mô hình']],
    ['Tối thiểu 1.250 hồ sơ trực tuyến', ['>= 1250  hồ sơ']],
    ['Không quá 02 lần đi lại cho một thủ tục', ['<= 2  lần']],
    ['Không có hồ sơ trễ hạn', ['zero 0']],
    ['Không để xảy ra tình trạng nhũng nhiễu', ['zero 0']],
    ['Có trang thông tin điện tử đạt chuẩn', ['yes']],
    ['Nâng cao chất lượng phục vụ', ['none']],
    ['Đến năm 2030 đạt 90%, năm 2026 đạt 80% hồ sơ trực tuyến', ['= 90  % {"2026":80,"2030":90}']],
    ['Năm 2026 đạt 80%, năm 2027 đạt 85% và năm 2030 đạt 95% hồ sơ', ['= 80  % {"2026":80,"2027":85,"2030":95}']],
    ['Tỷ lệ số hóa đạt 80% (năm 2026), 90% (năm 2030)', ['= 80  % {"2026":80,"2030":90}']],
    ['Tỷ lệ số hóa năm 2026, 2027, 2028 đạt lần lượt 70%, 80%, 90%', ['= 70  % {"2026":70,"2027":80,"2028":90}']],
    [
      'Giai đoạn 2026 - 2027 đạt 80%; giai đoạn 2028 - 2030 đạt 90% hồ sơ',
      ['= 80  % {"2026":80,"2027":80,"2028":90,"2029":90,"2030":90}'],
    ],
    ['Đến hết năm 2027, 100% hồ sơ được số hóa', ['= 100  % {"2027":100}']],
    ['Từ năm 2028, 100% hồ sơ được số hóa', ['= 100  % {"2028":100,"2029":100,"2030":100}']],
    ['100% hồ sơ được số hóa, 80% kết quả được tái sử dụng', ['= 100  %', '= 80  %']],
    ['Tỷ lệ hồ sơ trực tuyến đạt 80%, tỷ lệ thanh toán trực tuyến đạt 90%', ['= 80  %', '= 90  %']],
    ['Chỉ số đạt từ 85% trở lên, nằm trong nhóm 10 xã dẫn đầu', ['>= 85  %', 'rank<= 10  hạng']],
    ['Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018, 100% hồ sơ được theo dõi', ['= 100  %']],
    ['Triển khai Đề án 06 tại 100% thôn', ['= 100  %']],
    ['80% dịch vụ công trực tuyến mức độ 3, 4 có phát sinh hồ sơ', ['= 80  %']],
    ['Áp dụng hệ thống quản lý chất lượng TCVN ISO 9001:2015', ['none']],
    ['100% thủ tục được giải quyết trong thời hạn không quá 05 ngày', ['= 100  %']],
    ['Thực hiện mô hình chính quyền địa phương 02 cấp', ['none']],
    ['Hỗ trợ người dân 24/7', ['none']],
  ])('«%s»', (text, wanted) => expect(read(text)).toEqual(wanted));

  it('keeps its words, its mood and its exception as they stand', () => {
    const [target] = targetsIn('- Phấn đấu 100% văn bản (trừ văn bản mật) được gửi qua mạng;', STAGE);
    expect(target).toMatchObject({
      mood: 'phấn đấu',
      exception: 'trừ văn bản mật',
      text: '- Phấn đấu 100% văn bản (trừ văn bản mật) được gửi qua mạng',
    });
  });

  it('never reads a number out of an exception', () => {
    expect(read('100% hồ sơ đúng hạn, trừ trường hợp nêu tại khoản 2 Điều 5 được kéo dài 10% thời gian')).toEqual(['= 100  %']);
  });

  it('reads the same from decomposed letters and from other kinds of dashes and spaces', () => {
    expect(read('Từ 98%\u00a0–\u00a0100% hồ sơ đúng hạn'.normalize('NFD'))).toEqual(['range 98 100 %']);
  });
});
