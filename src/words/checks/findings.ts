import type { Finding, FindingCode } from '../../domain/checks/finding.ts';
import { SETTING_LABELS } from '../core/labels.ts';
import { ROW_SENTENCES, type RowCode, type Sentence, saidFacts } from './row-findings.ts';

/** What is wrong, why it matters where that is not plain, and how to fix it: one entry for every code that a form does not tell. */
const OTHERS: Readonly<Record<Exclude<FindingCode, RowCode>, Sentence>> = {
  'due-before-plan': (say) =>
    `${say('id')}: Thời hạn hoàn thành ${say('due')} ở trước ngày bắt đầu hoặc trước giai đoạn của Kế hoạch (từ năm ${say('first')}). Đề nghị kiểm tra lại thời hạn.`,
  'due-after-plan': (say) =>
    `${say('id')}: Thời hạn hoàn thành ${say('due')} ở sau giai đoạn của Kế hoạch (đến năm ${say('last')}). Đề nghị kiểm tra lại thời hạn.`,
  'due-missing': (say) =>
    `${say('id')}: chưa ghi Thời hạn hoàn thành nên không nhắc được. Đề nghị ghi thời hạn hoặc chọn lại Tần suất.`,
  'no-lead': (say) => `${say('id')}: chưa có Chủ trì nên không biết giao ai cập nhật. Đề nghị ghi chức danh chủ trì.`,
  'unknown-role': (say) =>
    `${say('id')}: chức danh «${say('role')}» không có trong trang Phân công. Đề nghị sửa tên chức danh hoặc thêm vào trang Phân công.`,
  'unknown-period': (say) =>
    `${say('id')}: kỳ «${say('period')}» không có trong trang Kỳ báo cáo nên dòng này không được tính. Đề nghị chọn đúng tên kỳ.`,
  'unknown-id': (say) => `Mã «${say('id')}» không có trong Kế hoạch nên dòng này không được tính. Đề nghị sửa lại Mã.`,
  'homoglyph-id': (say) =>
    `Mã «${say('id')}» trông giống «${say('known')}» nhưng gõ bằng chữ cái khác nên dòng này không được tính. Đề nghị gõ lại Mã.`,
  'unknown-field': (say) =>
    `${say('id')}: lĩnh vực «${say('field')}» không có trong danh sách Lĩnh vực ở trang Thông tin chung. Đề nghị sửa lại tên lĩnh vực.`,
  'unknown-link': (say) =>
    `${say('id')}: Cách tính lấy số liệu từ «${say('link')}» nhưng không có dòng nào mang Mã này. Đề nghị sửa lại Cách tính.`,
  'target-level-missing': (say) =>
    `${say('id')}: chưa có mức của năm ${say('year')} nên chỉ theo dõi, không đánh giá. Đề nghị ghi mức, hoặc đổi loại thành «Chỉ theo dõi».`,
  'level-unfit': (say) =>
    `${say('id')}: mức năm ${say('year')} («${say('value')}») không hợp với Loại chỉ tiêu nên không đánh giá được. Đề nghị sửa mức hoặc loại.`,
  'level-falls': (say) =>
    `${say('id')}: mức năm ${say('year')} (${say('value')}) thấp hơn mức trước đó (${say('before')}) dù tăng dần theo năm. Đề nghị kiểm tra lại.`,
  'baseline-missing': (say) => `${say('id')}: chưa có Số liệu gốc để so sánh nên chưa đánh giá được. Đề nghị nhập Số liệu gốc.`,
  'period-ends-before-start': (say) =>
    `${say('id')}: Đến ngày ${say('end')} ở trước Từ ngày ${say('start')}. Đề nghị sửa lại hai ngày.`,
  'occurrence-missed': (say) =>
    `${say('id')}: lần thực hiện của năm ${say('year')} (hạn ${say('due')}) chưa có kết quả. Nếu đã làm, đề nghị ghi Mức độ thực hiện, Ngày hoàn thành vào dòng của kỳ ${say('period')}, không phải mở lại kỳ.`,
  'period-doubled': (say) =>
    `${say('id')}: cùng loại, cùng năm với kỳ «${say('other')}». Đề nghị sửa Loại kỳ, tên, ngày hoặc xóa một kỳ.`,
  'period-type-missing': (say) =>
    `${say('id')}: chưa ghi Loại kỳ, mà tên và ngày của kỳ không cho biết đó là loại nào. Đề nghị chọn Loại kỳ.`,
  'period-window-differs': (say) =>
    `${say('id')}: lấy số liệu ${say('start')} – ${say('end')}, khác lịch thường dùng (${say('from')} – ${say('to')}). Đề nghị xem lại văn bản của cấp trên.`,
  'period-year-differs': (say) =>
    `${say('id')}: năm trong tên kỳ khác năm của Đến ngày ${say('end')}. Đề nghị sửa tên kỳ hoặc ngày.`,
  'period-outside-plan': (say) =>
    `${say('id')}: kỳ ngoài giai đoạn của Kế hoạch (${say('first')} – ${say('last')}). Đề nghị kiểm tra lại ngày hoặc Giai đoạn.`,
  'period-not-cumulative': (say) => `${say('id')}: báo cáo này thường tính lũy kế từ đầu năm. Đề nghị xem lại chữ «không».`,
  'period-cumulative': (say) =>
    `${say('id')}: kỳ không bắt đầu từ đầu năm nên thường chỉ tính trong kỳ. Đề nghị xem lại chữ «có».`,
  'entry-due-misplaced': (say) =>
    `${say('id')}: Hạn công chức nhập ${say('day')} phải từ ngày ${say('start')} trở đi${say('send') === '' ? '' : ` và không sau Hạn gửi cấp trên ${say('send')}`}. Đề nghị sửa lại.`,
  'send-due-too-early': (say) =>
    `${say('id')}: Hạn gửi cấp trên ${say('day')} chưa cách ngày chốt số liệu ${say('end')} một ngày làm việc. Đề nghị ghi từ ngày ${say('earliest')}.`,
  'deadline-on-day-off': (say) =>
    `${say('id')}: ngày ${say('day')} là ngày nghỉ. Đề nghị chuyển sang ngày làm việc ${say('workday')}.`,
  'signed-before-cutoff': (say) =>
    `${say('id')}: Ngày ký ${say('day')} trước ngày chốt số liệu ${say('end')} nên báo cáo chưa đủ số liệu của kỳ. Đề nghị kiểm tra lại.`,
  'sent-too-early': (say) =>
    `${say('id')}: Ngày gửi ${say('day')} ở trước ngày ký hoặc ngày chốt số liệu (${say('signed')}). Đề nghị sửa lại.`,
  'role-days-reversed': (say) =>
    `${say('id')}: Đến ngày ${say('until')} ở trước Từ ngày ${say('from')} nên dòng này không có hiệu lực. Đề nghị sửa lại.`,
  'role-held-twice': (say) =>
    `${say('id')}: ${say('other')} và ${say('person')} cùng giữ chức danh${say('day') === '' ? '' : ` từ ngày ${say('day')}`}. Nếu đã thay người, đề nghị ghi Đến ngày cho người trước.`,
  'lead-without-address': (say) =>
    `${say('id')}: còn ${say('count')} nội dung chưa nhập nhưng chưa có người giữ kèm Thư điện tử để nhắc. Đề nghị bổ sung trang Phân công.`,
  'calendar-without-holidays': (say) =>
    `Trang Ngày nghỉ chưa có ngày nào của năm ${say('year')} nên ngày làm việc chỉ trừ thứ Bảy, Chủ nhật. Đề nghị nhập ngày nghỉ lễ, Tết và ngày làm bù.`,
  'in-no-section': (say) =>
    `${say('id')}: chưa có trong mục nào của trang Đề cương nên báo cáo in ở cuối mục «${say('section')}». Đề nghị ghi Mã vào Nguồn nội dung của mục phù hợp, hoặc thêm mục của lĩnh vực.`,
  'deadline-proposed': (say) =>
    `Còn ${say('count')} thời hạn đề xuất, chờ UBND xác nhận. Khi xác nhận, đề nghị đổi Nguồn gốc thành «Đã xác nhận».`,
  'mender-missing': (say) => `${say('id')}: chưa ghi Trách nhiệm khắc phục nên không nhắc được ai. Đề nghị ghi chức danh.`,
  'mending-day-missing': (say) => `${say('id')}: chưa ghi Hạn khắc phục nên không biết khi nào quá hạn. Đề nghị ghi ngày.`,
  'mended-before-found': (say) =>
    `${say('id')}: Ngày khắc phục xong ${say('day')} trước Ngày kiểm tra ${say('start')}. Đề nghị kiểm tra lại hai ngày.`,
  'rechecked-before-mended': (say) =>
    `${say('id')}: phúc tra đạt ngày ${say('day')} khi chưa khắc phục xong. Đề nghị ghi Ngày khắc phục xong hoặc sửa ngày phúc tra.`,
  'survey-above-sent': (say) =>
    `${say('id')}: ${say('value')} phiếu hợp lệ nhiều hơn ${say('sent')} phiếu phát ra. Đề nghị kiểm tra lại hai số.`,
  'survey-too-few': (say) =>
    `${say('id')}: khảo sát đã xong mà mới có ${say('forms')} phiếu, tối thiểu ${say('minimum')}, nên chưa dùng cho chỉ tiêu. Đề nghị lấy thêm phiếu.`,
  'survey-feeds-unknown': (say) =>
    `${say('id')}: không có chỉ tiêu «${say('link')}» trong Kế hoạch để lấy kết quả khảo sát. Đề nghị sửa cột Cho chỉ tiêu.`,
  'survey-without-day': (say) => `${say('id')}: chưa ghi Đến ngày nên không biết khảo sát thuộc kỳ nào. Đề nghị ghi ngày.`,
  'score-parameters': (say) =>
    `${say('id')}: không hiểu «${say('value')}» ở cột Tham số nên không chấm được. Đề nghị sửa theo mẫu, ví dụ «100: 2; 80: 1; 0: 0».`,
  'score-sum-differs': (say) =>
    `${say('id')}: Điểm tối đa ${say('value')} khác tổng các tiêu chí con ${say('sum')}. Đề nghị kiểm tra lại bộ tiêu chí hoặc bản đính chính.`,
  'score-unusable': (say) =>
    `${say('id')}: Kết quả không hợp với Cách chấm nên không chấm được. Đề nghị nhập lại theo cột Cách tính.`,
  'score-unproved': (say) =>
    `${say('id')}: số liệu cho ${say('value')} điểm nhưng chưa có Minh chứng nên tính 0 điểm. Đề nghị ghi minh chứng.`,
  'register-differs': (say) =>
    `${say('id')}: đã nhập ${say('value') === '' ? '(trống)' : say('value')} nhưng trang ${say('from')} đếm được ${say('counted')}. Đề nghị bấm Đưa vào số liệu ở màn hình theo dõi, hoặc sửa trang đó.`,
  'spent-above-allotted': (say) =>
    `${say('id')}: Kinh phí đã chi ${say('spent')} triệu đồng lớn hơn Kinh phí được giao ${say('allotted')}. Đề nghị kiểm tra lại hai số.`,
  'spent-not-allotted': (say) =>
    `${say('id')}: đã chi ${say('spent')} triệu đồng nhưng chưa ghi Kinh phí được giao. Đề nghị ghi số được giao.`,
  'allotted-above-estimate': (say) =>
    `${say('id')}: Kinh phí được giao ${say('allotted')} triệu đồng lớn hơn dự toán ${say('estimate')}. Đề nghị kiểm tra lại hai số.`,
  'money-source-missing': (say) =>
    `${say('id')}: có kinh phí nhưng chưa ghi Nguồn kinh phí. Đề nghị ghi «ngân sách» hoặc «ngoài ngân sách».`,
  'zone-differs': (say) =>
    `Múi giờ của bảng tính là ${say('zone')} nên ngày có thể lệch một ngày. Đề nghị đổi thành ${say('wanted')} trong cài đặt của bảng tính.`,
  'locale-differs': (say) =>
    `Ngôn ngữ của bảng tính là ${say('locale')} nên số và ngày nhập theo kiểu Việt Nam có thể bị hiểu sai. Đề nghị đổi thành Việt Nam (${say('wanted')}).`,
};

const SENTENCES: Readonly<Record<FindingCode, Sentence>> = { ...ROW_SENTENCES, ...OTHERS };

/** One finding as a sentence: what is wrong, why, and the fix. */
export function sayFinding({ code, facts, at }: Finding): string {
  return SENTENCES[code](saidFacts(facts, nameOf(at)));
}

/** A setting has a label of its own; any other row is called by its `Mã`. */
function nameOf({ of, id }: Finding['at']): string {
  return of === 'setting' ? (Object.entries(SETTING_LABELS).find(([key]) => key === id)?.[1] ?? id) : id;
}
