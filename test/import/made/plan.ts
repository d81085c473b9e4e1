import type { DeadlineKind } from '../../../src/domain/import/kinds.ts';
import type { TargetOp, YearLevel } from '../../../src/domain/import/targets.ts';

/** Known answers of one made target. */
export type MadeTarget = {
  readonly text: string;
  readonly op: TargetOp;
  readonly low: YearLevel | null;
  readonly high?: number;
  readonly unit?: string;
  readonly years?: Readonly<Record<string, YearLevel>>;
  readonly mood?: string;
  readonly exception?: string;
};
/** A bullet, and the targets that stand in it. */
export type MadeBullet = { readonly text: string; readonly targets: readonly MadeTarget[] };
export type MadeTask = {
  readonly text: string;
  readonly product: string;
  readonly deadline: string;
  readonly kind: DeadlineKind;
  readonly due: string | null;
  readonly lead: string;
  readonly with: string;
};
export type MadeField = { readonly name: string; readonly bullets: readonly MadeBullet[]; readonly tasks: readonly MadeTask[] };
export type MadePlan = { readonly years: readonly [number, number]; readonly fields: readonly MadeField[] };

const one = (text: string, rest: Omit<MadeTarget, 'text'>): MadeBullet => ({
  text,
  targets: [{ text: text.replace(/[;.]$/u, ''), ...rest }],
});
const pc = { unit: '%' } as const;

const task = (
  text: string,
  product: string,
  [deadline, kind, due]: readonly [string, DeadlineKind, string | null],
  [lead, support]: readonly [string, string],
): MadeTask => ({
  text,
  product,
  deadline,
  kind,
  due,
  lead,
  with: support,
});

const OFFICE = 'Văn phòng HĐND và UBND';
const SOCIAL = 'Phòng Văn hóa – Xã hội';
const ECONOMY = 'Phòng Kinh tế';
const CENTRE = 'Trung tâm Phục vụ hành chính công';

/** An invented phường's plan for 2026, in words of our own. */
export const YEAR_PLAN: MadePlan = {
  years: [2026, 2026],
  fields: [
    {
      name: 'Công tác chỉ đạo, điều hành',
      bullets: [
        one('Hoàn thành 100% nhiệm vụ cấp trên giao đúng thời hạn;', { op: '=', low: 100, ...pc }),
        one('Chỉ số cải cách hành chính của phường nằm trong nhóm 10 đơn vị dẫn đầu toàn thành phố.', {
          op: 'rank<=',
          low: 10,
          unit: 'hạng',
        }),
        one('Kết quả cải cách hành chính của phường được xếp loại Tốt trở lên.', { op: 'grade>=', low: 'Tốt', unit: 'xếp loại' }),
        one('Có ít nhất 02 sáng kiến về cải cách hành chính được công nhận.', { op: '>=', low: 2, unit: 'sáng kiến' }),
      ],
      tasks: [
        task(
          'Ban hành kế hoạch cải cách hành chính của phường',
          'Kế hoạch',
          ['Tháng 01/2026', 'month', '2026-01-31'],
          [SOCIAL, OFFICE],
        ),
        task(
          'Kiểm tra việc thực hiện kế hoạch',
          'Thông báo kết luận',
          ['Tháng 3 (ban hành kế hoạch), tháng 6 (kiểm tra), tháng 9 (kết luận)', 'several', null],
          [SOCIAL, 'Các phòng chuyên môn'],
        ),
        task(
          'Báo cáo kết quả công tác cải cách hành chính',
          'Báo cáo',
          ['Định kỳ hằng quý', 'recurrence', null],
          [SOCIAL, OFFICE],
        ),
      ],
    },
    {
      name: 'Cải cách thể chế',
      bullets: [
        one(
          '100% văn bản do phường ban hành đúng quy định tại Nghị định số 78/2025/NĐ-CP ngày 01 tháng 4 năm 2025 của Chính phủ.',
          { op: '=', low: 100, ...pc },
        ),
        one('Không có văn bản ban hành trái thẩm quyền.', { op: 'zero', low: 0 }),
        one('Nâng cao chất lượng góp ý dự thảo văn bản của cấp trên.', { op: 'none', low: null }),
      ],
      tasks: [
        task(
          'Rà soát văn bản đã ban hành',
          'Báo cáo rà soát',
          ['Trước ngày 15/11/2026', 'date', '2026-11-14'],
          [OFFICE, ECONOMY],
        ),
        task('Góp ý dự thảo văn bản', 'Văn bản góp ý', ['Khi có yêu cầu', 'event', null], [OFFICE, SOCIAL]),
      ],
    },
    {
      name: 'Cải cách thủ tục hành chính',
      bullets: [
        one('Tỷ lệ hồ sơ giải quyết đúng hạn và trước hạn đạt từ 98% trở lên.', { op: '>=', low: 98, ...pc }),
        {
          text: 'Tối thiểu 80% hồ sơ nộp trực tuyến toàn trình; tỷ lệ thanh toán trực tuyến đạt trên 90%.',
          targets: [
            { text: 'Tối thiểu 80% hồ sơ nộp trực tuyến toàn trình', op: '>=', low: 80, ...pc },
            { text: 'tỷ lệ thanh toán trực tuyến đạt trên 90%', op: '>', low: 90, ...pc },
          ],
        },
        one('Thời gian chờ của người dân không quá 15 phút/01 lượt giao dịch.', { op: '<=', low: 15, unit: 'phút' }),
        one('Phấn đấu từ 95% đến 100% người dân hài lòng.', { op: 'range', low: 95, high: 100, mood: 'phấn đấu', ...pc }),
        one('100% hồ sơ được số hóa (trừ hồ sơ thuộc bí mật nhà nước).', {
          op: '=',
          low: 100,
          exception: 'trừ hồ sơ thuộc bí mật nhà nước',
          ...pc,
        }),
        one('Tỷ lệ hồ sơ trễ hạn dưới 0,5%.', { op: '<', low: 0.5, ...pc }),
      ],
      tasks: [
        task(
          'Công khai thủ tục hành chính',
          'Bảng niêm yết',
          ['Thường xuyên', 'standing', null],
          [CENTRE, 'Các phòng chuyên môn'],
        ),
        task('Đề xuất cắt giảm thành phần hồ sơ', 'Văn bản đề xuất', ['Quý II/2026', 'quarter', '2026-06-30'], [CENTRE, OFFICE]),
        task(
          'Khảo sát mức độ hài lòng',
          'Báo cáo khảo sát',
          ['Theo hướng dẫn của Sở Nội vụ', 'reference', null],
          [CENTRE, SOCIAL],
        ),
      ],
    },
    {
      name: 'Cải cách tổ chức bộ máy hành chính',
      bullets: [
        one('Giảm ít nhất 5% biên chế so với năm 2025.', { op: 'below-baseline', low: 5, ...pc }),
        one('Sắp xếp các phòng chuyên môn phù hợp thực tế.', { op: 'none', low: null }),
      ],
      tasks: [task('Sửa đổi quy chế làm việc', 'Quy chế', ['Trong năm 2026', 'year', '2026-12-31'], [OFFICE, SOCIAL])],
    },
    {
      name: 'Cải cách chế độ công vụ',
      bullets: [
        one('100% cán bộ, công chức được bồi dưỡng kỹ năng số. Riêng người sắp nghỉ hưu thực hiện theo nhu cầu.', {
          op: '=',
          low: 100,
          exception: 'Riêng người sắp nghỉ hưu thực hiện theo nhu cầu',
          ...pc,
        }),
      ],
      tasks: [
        task(
          'Bồi dưỡng kỹ năng số',
          'Lớp bồi dưỡng',
          ['Sau 03 tháng kể từ ngày ban hành kế hoạch', 'relative', null],
          [SOCIAL, 'Trường chính trị'],
        ),
        task('Đánh giá công chức', 'Kết quả xếp loại', ['Hằng tháng', 'recurrence', null], [SOCIAL, OFFICE]),
      ],
    },
    {
      name: 'Cải cách tài chính công',
      bullets: [one('Giải ngân vốn đầu tư công đạt trên 90% kế hoạch giao.', { op: '>', low: 90, ...pc })],
      tasks: [task('Công khai ngân sách', 'Thông báo', ['Hằng năm', 'recurrence', null], [ECONOMY, OFFICE])],
    },
    {
      name: 'Xây dựng và phát triển chính quyền điện tử, chính quyền số',
      bullets: [
        one('Trên 70% văn bản được ký số.', { op: '>', low: 70, ...pc }),
        one('Thực hiện ít nhất 12 tin, bài về chuyển đổi số.', { op: '>=', low: 12, unit: 'tin, bài' }),
      ],
      tasks: [
        task(
          'Nâng cấp trang thông tin điện tử',
          'Trang thông tin',
          ['Chậm nhất ngày 30/9/2026', 'date', '2026-09-30'],
          [SOCIAL, OFFICE],
        ),
      ],
    },
  ],
};

/** An invented xã's plan for 2026–2030: levels by year and by stage, and a yearly rise. */
export const STAGE_PLAN: MadePlan = {
  years: [2026, 2030],
  fields: [
    {
      name: 'Chỉ đạo, điều hành cải cách hành chính',
      bullets: [
        one('Mức độ hài lòng của người dân đạt từ 90% trở lên; đến năm 2029 - 2030 đạt từ 95% trở lên.', {
          op: '>=',
          low: 90,
          years: { 2026: 90, 2027: 90, 2028: 90, 2029: 95, 2030: 95 },
          ...pc,
        }),
        one('Chỉ số cải cách hành chính của xã hằng năm thuộc top 5 của tỉnh.', { op: 'rank<=', low: 5, unit: 'hạng' }),
      ],
      tasks: [
        task(
          'Xây dựng kế hoạch hằng năm',
          'Kế hoạch',
          ['Trước ngày 31/12 năm trước liền kề', 'relative', null],
          [OFFICE, SOCIAL],
        ),
      ],
    },
    {
      name: 'Cải cách thủ tục hành chính',
      bullets: [
        one('Giai đoạn 2026 - 2027 đạt 80%, giai đoạn 2028 - 2030 đạt 90% hồ sơ được xử lý trực tuyến.', {
          op: '=',
          low: 80,
          years: { 2026: 80, 2027: 80, 2028: 90, 2029: 90, 2030: 90 },
          ...pc,
        }),
        one('Số hóa kết quả giải quyết đạt 40%, mỗi năm tăng thêm 15% đến khi đạt 100%.', {
          op: 'rise',
          low: 40,
          high: 100,
          years: { 2026: 40, 2027: 55, 2028: 70, 2029: 85, 2030: 100 },
          ...pc,
        }),
        one('Đến năm 2030, 100% hồ sơ không phải nộp lại giấy tờ đã có.', { op: '=', low: 100, years: { 2030: 100 }, ...pc }),
        one('Phấn đấu năm 2026 đạt 60%, đến năm 2030 đạt 85% giao dịch thanh toán trực tuyến.', {
          op: '=',
          low: 60,
          years: { 2026: 60, 2030: 85 },
          mood: 'phấn đấu',
          ...pc,
        }),
      ],
      tasks: [
        task('Rà soát thủ tục', 'Báo cáo', ['Quý III/2027', 'quarter', '2027-09-30'], [CENTRE, OFFICE]),
        task('Nâng cấp trụ sở', 'Công trình', ['Giai đoạn 2026 - 2028', 'year', '2028-12-31'], [ECONOMY, CENTRE]),
      ],
    },
    {
      name: 'Cải cách chế độ công vụ',
      bullets: [one('Ít nhất 50 - 60% công chức có chứng chỉ tin học.', { op: 'range', low: 50, high: 60, ...pc })],
      tasks: [task('Cử công chức đi học', 'Danh sách', ['Hàng năm', 'recurrence', null], [SOCIAL, ECONOMY])],
    },
  ],
};
