import type { Appraisal, AppraisalState } from '../../domain/period/appraisal.ts';
import { sayCount } from '../core/number.ts';

const LABELS: Readonly<Record<AppraisalState, string>> = {
  unseen: 'Chưa xem',
  changed: 'Đã sửa sau khi xem, cần xem lại',
  agreed: 'Đồng ý',
  returned: 'Trả lại',
};

/** Of the appraisal of one row, in the form and before a closing. */
export const APPRAISAL_WORDS = {
  title: 'Ý kiến thẩm định',
  agree: 'Đồng ý',
  giveBack: 'Trả lại',
  reason: 'Lý do trả lại',
  waiting: 'chưa xem',
} as const;

export const APPRAISAL_REFUSALS = {
  off: 'Đơn vị chưa bật thẩm định từng dòng. Muốn dùng, ghi «có» ở mục «Thẩm định từng dòng trước khi chốt» của trang Thông tin chung.',
  noReason: 'Đề nghị ghi lý do trả lại để người nhập biết phải sửa gì.',
  nothing: (id: string): string => `${id} chưa nhập gì nên chưa có gì để thẩm định.`,
  noColumns: 'Sổ chưa có cột «Ý kiến thẩm định». Đề nghị bấm Cài đặt ▸ Nâng cấp sổ rồi làm lại.',
} as const;

/** «Trả lại: số hồ sơ lệch với phần mềm»: the very words of the cell. */
export function sayAppraisal(state: AppraisalState, reason: string): string {
  return reason === '' ? LABELS[state] : `${LABELS[state]}: ${reason}`;
}

/** What a cell says; `null`: nothing that was said with us. */
export function readAppraisal(text: string): { readonly said: Appraisal; readonly reason: string } | null {
  const found = (['agreed', 'returned'] as const).find((said) => text === LABELS[said] || text.startsWith(`${LABELS[said]}: `));
  return found === undefined ? null : { said: found, reason: text.slice(LABELS[found].length + 2) };
}

/** Before a closing; '' where all was agreed to. */
export function sayAppraisals(rows: readonly { readonly state: AppraisalState }[]): string {
  const count = (...states: readonly AppraisalState[]): number => rows.filter(({ state }) => states.includes(state)).length;
  const parts = [
    [count('unseen', 'changed'), 'dòng chưa được thẩm định'],
    [count('returned'), 'dòng đã trả lại, chưa sửa'],
  ] as const;
  const told = parts.flatMap(([found, what]) => (found === 0 ? [] : [`${sayCount(found)} ${what}`]));
  return told.length === 0 ? '' : `Còn ${told.join(', ')}. Vẫn chốt được.`;
}
