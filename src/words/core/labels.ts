import type { Severity } from '../../domain/checks/finding.ts';
import { fold } from '../../domain/core/word.ts';
import type { Operation } from '../../domain/history/journal.ts';
import type { InspectionKind, Recheck, RecommendationState } from '../../domain/inspections/recommendation.ts';
import type { Verdict } from '../../domain/judging/verdict.ts';
import type { PeriodState, PeriodType } from '../../domain/period/period.ts';
import type { DataKind, JudgedWhen, Origin, PartRole, TargetKind } from '../../domain/plan/indicator.ts';
import type { PlanKind, SettingKey } from '../../domain/plan/plan.ts';
import type { DueRule, Frequency, Progress, TaskStatus } from '../../domain/plan/task.ts';
import type { ScoreDeclaration, ScoreMethod } from '../../domain/scores/criterion.ts';
import type { ScoreState } from '../../domain/scores/score.ts';
import type { SurveyMethod, SurveyState, SurveySubject } from '../../domain/surveys/survey.ts';

/** The words that stand in cells, drop-downs and reports for each code: a code without a word does not compile. */

export const VERDICT_LABELS: Readonly<Record<Verdict, string>> = {
  'not-applicable': 'Không áp dụng',
  'track-only': 'Chỉ theo dõi',
  'not-due': 'Chưa đến kỳ đánh giá',
  'nothing-arose': 'Không phát sinh',
  'no-data': 'Chưa có số liệu',
  met: 'Đạt',
  'nearly-met': 'Gần đạt',
  'not-met': 'Chưa đạt',
};

export const STATUS_LABELS: Readonly<Record<TaskStatus, string>> = {
  'done-on-time': 'Hoàn thành đúng hạn',
  'done-late': 'Hoàn thành quá hạn',
  done: 'Đã hoàn thành',
  'done-in-period': 'Đã thực hiện trong kỳ',
  'nothing-arose': 'Không phát sinh',
  'in-progress': 'Đang thực hiện',
  'due-soon': 'Sắp đến hạn',
  overdue: 'Quá hạn chưa hoàn thành',
  'not-started': 'Chưa thực hiện',
  'not-updated': 'Chưa cập nhật kỳ này',
  suspended: 'Tạm dừng',
  'not-applicable': 'Không áp dụng',
};

export const SEVERITY_LABELS: Readonly<Record<Severity, string>> = {
  'must-fix': 'Phải sửa',
  review: 'Cần xem lại',
  note: 'Lưu ý',
};

export const TARGET_KIND_LABELS: Readonly<Record<TargetKind, string>> = {
  'at-least': 'Từ mức trở lên',
  'at-most': 'Không quá mức',
  between: 'Trong khoảng',
  'rank-at-most': 'Xếp hạng không quá',
  'grade-at-least': 'Xếp loại từ … trở lên',
  'yearly-rise': 'Tăng dần theo năm',
  milestone: 'Hoàn thành theo mốc',
  'below-baseline': 'Giảm so với số liệu gốc',
  'track-only': 'Chỉ theo dõi',
  statistic: 'Số liệu thống kê',
};

export const JUDGED_WHEN_LABELS: Readonly<Record<JudgedWhen, string>> = {
  'every-period': 'Mọi kỳ',
  month: 'Tháng',
  quarter: 'Quý',
  'half-and-year': '6 tháng và năm',
  year: 'Cuối năm',
  'plan-end': 'Cuối giai đoạn',
};

/** Other writings of some of these words, and those of earlier builds, which are read as well. */
export const LABEL_SYNONYMS: Readonly<Record<string, string>> = {
  'chưa thực hiện (trong hạn)': 'chưa thực hiện',
  'hằng tháng': 'tháng',
  'hằng quý': 'quý',
  năm: 'cuối năm',
  'hằng năm': 'cuối năm',
};

export const DATA_KIND_LABELS: Readonly<Record<DataKind, string>> = {
  'in-period': 'Phát sinh trong kỳ',
  cumulative: 'Lũy kế từ đầu năm',
  'at-cutoff': 'Tại thời điểm chốt',
};

export const FREQUENCY_LABELS: Readonly<Record<Frequency, string>> = {
  continuous: 'Thường xuyên',
  'every-period': 'Mỗi kỳ báo cáo',
  monthly: 'Hằng tháng',
  quarterly: 'Hằng quý',
  yearly: 'Hằng năm',
  dated: 'Có thời hạn',
  'on-request': 'Khi có yêu cầu',
};

export const DUE_RULE_LABELS: Readonly<Record<DueRule, string>> = {
  'by-end-of': 'Đến hết ngày',
  before: 'Trước ngày',
};

export const ORIGIN_LABELS: Readonly<Record<Origin, string>> = {
  plan: 'Theo Kế hoạch',
  proposed: 'Đề xuất, chờ xác nhận',
  confirmed: 'Đã xác nhận',
};

export const PROGRESS_LABELS: Readonly<Record<Progress, string>> = {
  none: 'Chưa thực hiện',
  doing: 'Đang thực hiện',
  done: 'Đã hoàn thành',
  'nothing-arose': 'Không phát sinh',
  suspended: 'Tạm dừng',
  'not-applicable': 'Không áp dụng',
};

export const PERIOD_STATE_LABELS: Readonly<Record<PeriodState, string>> = {
  unopened: 'Chưa mở',
  entering: 'Đang nhập',
  closed: 'Đã chốt',
  reopened: 'Đã mở lại',
  sent: 'Đã gửi',
};

/** `Loại kỳ`. */
export const PERIOD_TYPE_LABELS: Readonly<Record<PeriodType, string>> = {
  month: 'Tháng',
  quarter: 'Quý',
  half: '6 tháng',
  'nine-months': '9 tháng',
  year: 'Năm',
  special: 'Chuyên đề',
};

/** `Loại` of `Kế hoạch`. */
export const PLAN_KIND_LABELS: Readonly<Record<PlanKind, string>> = {
  stage: 'Giai đoạn',
  year: 'Năm',
  special: 'Chuyên đề',
};

/** `Hình thức` of `Kiến nghị sau kiểm tra`. */
export const INSPECTION_KIND_LABELS: Readonly<Record<InspectionKind, string>> = {
  self: 'Tự kiểm tra',
  superior: 'Cấp trên kiểm tra',
  audit: 'Thanh tra, kiểm toán',
  supervision: 'Giám sát',
  dialogue: 'Đối thoại',
  opinion: 'Lấy ý kiến',
};

export const RECHECK_LABELS: Readonly<Record<Recheck, string>> = { passed: 'Đạt', failed: 'Chưa đạt' };

export const RECOMMENDATION_LABELS: Readonly<Record<RecommendationState, string>> = {
  open: 'Đang khắc phục',
  'due-soon': 'Sắp đến hạn khắc phục',
  overdue: 'Quá hạn chưa khắc phục',
  unproved: 'Đã khắc phục, chưa có minh chứng',
  fixed: 'Đã khắc phục, chờ phúc tra',
  rechecked: 'Đã phúc tra, đạt',
  reopened: 'Phúc tra chưa đạt',
  none: 'Không có kiến nghị',
};

/** `Đối tượng` of `Khảo sát hài lòng`. */
export const SURVEY_SUBJECT_LABELS: Readonly<Record<SurveySubject, string>> = {
  citizens: 'Người dân, tổ chức',
  staff: 'Cán bộ, công chức',
  schools: 'Dịch vụ giáo dục công',
  health: 'Dịch vụ y tế công',
};

export const SURVEY_METHOD_LABELS: Readonly<Record<SurveyMethod, string>> = {
  online: 'Trực tuyến',
  paper: 'Phiếu giấy',
  both: 'Kết hợp',
};

export const SURVEY_STATE_LABELS: Readonly<Record<SurveyState, string>> = {
  nothing: 'Chưa có phiếu',
  'too-few': 'Chưa đủ phiếu',
  enough: 'Đủ phiếu',
};

/** `Cách chấm` of `Tự chấm điểm`. */
export const SCORE_METHOD_LABELS: Readonly<Record<ScoreMethod, string>> = {
  steps: 'Bậc thang',
  ratio: 'Tỷ lệ',
  'ratio-floor': 'Tỷ lệ có sàn',
  'yes-no': 'Có / không',
  deduct: 'Trừ điểm',
  survey: 'Điều tra',
  entered: 'Nhập điểm',
  weighted: 'Tỷ lệ có trọng số',
};

export const SCORE_DECLARATION_LABELS: Readonly<Record<ScoreDeclaration, string>> = {
  nothing: 'Không phát sinh',
  excluded: 'Loại khỏi điểm tối đa',
};

export const SCORE_STATE_LABELS: Readonly<Record<ScoreState, string>> = {
  full: 'Đủ điểm',
  partly: 'Mất điểm',
  zero: 'Không có điểm',
  unproved: 'Chưa có minh chứng',
  'no-data': 'Chưa có số liệu',
  excluded: 'Loại khỏi điểm tối đa',
  'by-others': 'Cơ quan thẩm định chấm',
  unusable: 'Số liệu không dùng được',
  group: 'Cộng nhóm',
};

/** `Vai trò số liệu`. */
export const PART_ROLE_LABELS: Readonly<Record<PartRole, string>> = {
  total: 'Tổng số',
  part: 'Thành phần',
  'of-which': 'Trong đó',
};

export const HOLIDAY_KIND_LABELS: Readonly<Record<'off' | 'worked', string>> = {
  off: 'Nghỉ',
  worked: 'Làm bù',
};

export const MAIL_STATE_LABELS = {
  intent: 'Chờ gửi',
  sent: 'Đã gửi',
  'in-doubt': 'Chưa rõ đã gửi hay chưa',
  failed: 'Không gửi được',
  told: 'Chưa rõ đã gửi hay chưa, đã báo',
} as const;

/** `Thông tin chung`, column `Nội dung`. */
export const SETTING_LABELS: Readonly<Record<SettingKey, string>> = {
  'unit-name': 'Tên đơn vị',
  'unit-code': 'Mã đơn vị hành chính',
  'place-name': 'Địa danh',
  'superior-body': 'Cơ quan chủ quản',
  addressees: 'Kính gửi',
  recipients: 'Nơi nhận',
  'plan-title': 'Tên Kế hoạch giai đoạn',
  'plan-number': 'Số, ký hiệu Kế hoạch giai đoạn',
  'plan-issued-on': 'Ngày ban hành Kế hoạch giai đoạn',
  'plan-years': 'Giai đoạn',
  fields: 'Lĩnh vực',
  grades: 'Thang xếp loại',
  'ranked-units': 'Số đơn vị được xếp hạng',
  'signer-authority': 'Quyền hạn ký',
  'signer-title': 'Chức vụ người ký',
  'signer-role': 'Chức danh người ký',
  'chairman-role': 'Chức danh nhận thư cảnh báo',
  'clerk-role': 'Chức danh thường trực CCHC',
  'supervisor-roles': 'Chức danh giám sát (Mặt trận, đoàn thể)',
  'notice-days': 'Số ngày làm việc nhắc trước hạn',
  'remind-before': 'Thư nhắc công chức trước hạn (số ngày làm việc)',
  'remind-late': 'Thư nhắc công chức khi quá hạn (số ngày làm việc)',
  'remind-clerk': 'Báo thường trực CCHC khi quá hạn (số ngày làm việc)',
  'remind-chairman': 'Báo Chủ tịch khi quá hạn (số ngày làm việc)',
  'remind-supports': 'Nhắc cả đơn vị phối hợp (có / không)',
  'weekly-mail': 'Thư hằng tuần cho Chủ tịch khi không có gì mới (có / không)',
  'drafting-unit': 'Đơn vị soạn thảo',
  'score-bands': 'Mức xếp loại Chỉ số CCHC (%)',
  'sample-data': 'Dữ liệu minh họa',
  'every-form-row': 'In đủ mọi dòng của biểu mẫu thống kê',
  'evidence-annex': 'In danh mục minh chứng kèm báo cáo (có / không)',
  'appraise-rows': 'Thẩm định từng dòng trước khi chốt (có / không)',
  'workbook-version': 'Phiên bản sổ',
};

/** `Nhật ký`, column `Việc`. */
export const OPERATION_LABELS: Readonly<Record<Operation, string>> = {
  'set-up': 'Thiết lập sổ',
  'drop-tab': 'Bỏ trang trống',
  adopt: 'Nhận trang, cột của đơn vị',
  upgrade: 'Nâng cấp sổ',
  import: 'Đưa kế hoạch vào sổ',
  'add-tab': 'Thêm trang theo dõi',
  record: 'Ghi dòng theo dõi',
  'roll-over': 'Sang kế hoạch mới',
  'open-period': 'Mở kỳ báo cáo',
  'close-period': 'Chốt kỳ báo cáo',
  'reopen-period': 'Mở lại kỳ đã chốt',
  'mark-sent': 'Ghi nhận đã gửi báo cáo',
  reconcile: 'Đối chiếu báo cáo',
  confirm: 'Xác nhận nội dung đề xuất',
  restore: 'Khôi phục như cũ',
  enter: 'Nhập từ biểu mẫu',
  feed: 'Đếm từ trang theo dõi',
  draft: 'Soạn dự thảo báo cáo',
  appraise: 'Thẩm định dòng',
  'plan-change': 'Kế hoạch thay đổi so với bản chốt',
  'late-change': 'Số liệu sửa sau khi chốt',
  undo: 'Hoàn tác',
};

/** Declarations in `Kết quả nhập tay`. */
export const TYPED_RESULT_LABELS = {
  'not-applicable': 'Không áp dụng',
  'nothing-arose': 'Không phát sinh',
} as const;

export const YES = 'có';
export const NO = 'không';

/** The code behind a label as typed, or `null`: tolerant of case, spaces, NFD and some synonyms. */
export function codeOf<Code extends string>(labels: Readonly<Record<Code, string>>, typed: string): Code | null {
  const wanted = fold(typed);
  const codes = codesBy(labels) as ReadonlyMap<string | undefined, Code>;
  return codes.get(wanted) ?? codes.get(LABEL_SYNONYMS[wanted]) ?? null;
}

const codesByLabel = new WeakMap<object, ReadonlyMap<string, string>>();

/** The codes of a list by their folded labels, of two that are alike the first; made once. */
function codesBy(labels: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const known = codesByLabel.get(labels);
  if (known !== undefined) return known;
  const made = new Map(
    Object.entries(labels)
      .reverse()
      .map(([code, label]) => [fold(label), code]),
  );
  codesByLabel.set(labels, made);
  return made;
}
