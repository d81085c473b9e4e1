import { criteriaSet } from './set.ts';

/** The shape of a province's set: weighted rates, parts of a leaf, points of a poll beside self and assessed ones. An example to be replaced. */
export const PROVINCE_SHAPE = criteriaSet(
  'mau-nhieu-cot',
  'Mẫu nhiều cột điểm, tỷ lệ có trọng số (để sửa theo bộ tiêu chí của tỉnh)',
  `
1 | Chỉ đạo, điều hành | 4
1.1 | Mức độ hoàn thành kế hoạch | 2 | Tỷ lệ |  | nhiệm vụ xong / nhiệm vụ đến hạn | Nhiệm vụ | Bảng nhiệm vụ
1.2 | Mức độ thực hiện nhiệm vụ cấp trên giao | 2 | Tỷ lệ có trọng số | trọng số: 1 / 0,5 / 0 | đúng hạn; quá hạn đã xong; quá hạn chưa xong |  | Bảng theo dõi nhiệm vụ
2 | Thủ tục hành chính | 4
2.1 | Rà soát thủ tục (hai phần) | 1 | Nhập điểm | giá trị: 0 / 0,5 / 1 | mỗi phần 0,5 |  | Báo cáo rà soát
2.2 | Hồ sơ đúng hạn | 2 | Tỷ lệ có sàn | sàn: 95 | hồ sơ đúng hạn / hồ sơ đã giải quyết | Biểu mẫu 3.3.2.2 / 3.3.2.1 | Số liệu hệ thống
2.3 | Vi phạm bị phát hiện | 1 | Trừ điểm | mỗi: 0,25 | số vi phạm |  | Kết luận kiểm tra
3 | Điều tra xã hội học | 2 | Điều tra | không tự chấm | điểm điều tra trên 100 |  | Cơ quan thẩm định điều tra
`,
);
