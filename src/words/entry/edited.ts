import { sayCount } from '../core/number.ts';

/** Of the pasted rows: how many are right, to be looked at, to be fixed. */
type PastedRows = { readonly right: number; readonly look: number; readonly mend: number };

/** Told after a paste over several rows: «Đã nhận 20 dòng: hợp lệ 17, cần xem lại 02, phải sửa 01.» */
export function sayPastedRows({ right, look, mend }: PastedRows): string {
  const counts = `Đã nhận ${sayCount(right + look + mend)} dòng: hợp lệ ${sayCount(right)}, cần xem lại ${sayCount(look)}, phải sửa ${sayCount(mend)}.`;
  return look + mend === 0 ? counts : `${counts} Xem từng ô: Kế hoạch CCHC ▸ Kiểm tra số liệu.`;
}

/** Told after typing into a cell whose figure comes from elsewhere, or is not asked for. */
export function sayNotAsked({
  id,
  header,
  from,
}: {
  readonly id: string;
  readonly header: string;
  readonly from: readonly string[];
}): string {
  const why = from.length > 0 ? `lấy từ ${from.join(' + ')}` : 'không dùng ở dòng này';
  return `${id}: ${header} ${why} nên nội dung nhập vào ô xám này không được tính. Đề nghị xóa${from.length > 0 ? ` và nhập ở dòng ${from.join(', ')}` : ''}.`;
}

/** Told after a change in a row whose period is closed. */
export function sayLateEdit(period: string): string {
  return `Kỳ ${period} đã chốt: nội dung vừa nhập là sửa sau khi chốt và phải có lý do. Đề nghị bấm Kế hoạch CCHC ▸ Kiểm tra số liệu để ghi lý do hoặc khôi phục.`;
}
