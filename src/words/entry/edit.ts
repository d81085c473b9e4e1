/** What an edit that could not be judged tells; apart from all other words, so that an edit need not evaluate those. */

/** Told after an edit in a workbook that a newer build made. */
export const EDIT_NEWER =
  'Sổ này do bản chương trình mới hơn tạo nên chưa ghi Đánh giá. Đề nghị cập nhật chương trình rồi bấm Kế hoạch CCHC ▸ Cập nhật tổng quan.';

/** Told after an edit whose rows kept moving. */
export const EDIT_GAVE_UP =
  'Các dòng vừa bị di chuyển nên chưa ghi được Đánh giá. Đề nghị bấm Kế hoạch CCHC ▸ Cập nhật tổng quan.';
