import { sayCount } from '../core/number.ts';

/** Of the pasted rows: how many are right, to be looked at, to be mended. */
type PastedRows = { readonly right: number; readonly look: number; readonly mend: number };

/** Told after a paste over several rows: «Đã nhận 20 dòng: hợp lệ 17, cần xem lại 02, phải sửa 01.» */
export function sayPastedRows({ right, look, mend }: PastedRows): string {
  const counts = `Đã nhận ${sayCount(right + look + mend)} dòng: hợp lệ ${sayCount(right)}, cần xem lại ${sayCount(look)}, phải sửa ${sayCount(mend)}.`;
  return look + mend === 0 ? counts : `${counts} Xem từng ô: Kế hoạch CCHC ▸ Kiểm tra số liệu.`;
}
