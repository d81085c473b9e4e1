import { sayCount } from '../core/number.ts';

/** What an edit tells; apart from the words of the other actions, so that an edit need not evaluate those. */

/** Told after an edit in a workbook that a newer build made. */
export const EDIT_NEWER =
  'Sổ này do bản chương trình mới hơn tạo nên chưa ghi Đánh giá. Đề nghị cập nhật chương trình rồi bấm Kế hoạch CCHC ▸ Cập nhật tổng quan.';

/** Told after an edit whose rows kept moving. */
export const EDIT_GAVE_UP =
  'Các dòng vừa bị di chuyển nên chưa ghi được Đánh giá. Đề nghị bấm Kế hoạch CCHC ▸ Cập nhật tổng quan.';

/** Of the pasted rows: how many are right, to be looked at, to be fixed. */
type PastedRows = { readonly right: number; readonly look: number; readonly mend: number };

/** Told after a paste over several rows: «Đã nhận 20 dòng: hợp lệ 17, cần xem lại 02, phải sửa 01.» */
export function sayPastedRows({ right, look, mend }: PastedRows): string {
  const counts = `Đã nhận ${sayCount(right + look + mend)} dòng: hợp lệ ${sayCount(right)}, cần xem lại ${sayCount(look)}, phải sửa ${sayCount(mend)}.`;
  return look + mend === 0 ? counts : `${counts} Xem từng ô: Kế hoạch CCHC ▸ Kiểm tra số liệu.`;
}
