import { b, indicator, LANDSCAPE, lines, made, p, share, task, tbl, tr } from './odd-xml.ts';

/** Targets in one long paragraph; tasks in prose with their deadlines inside. */
export const LONG_PARAGRAPH = made(
  'A: the targets in one long paragraph',
  'Cải cách hành chính năm 2027',
  b('I. MỤC TIÊU, YÊU CẦU') +
    b('1. Mục tiêu chung') +
    p('Tiếp tục đẩy mạnh cải cách hành chính, nâng cao chất lượng phục vụ người dân.') +
    b('2. Mục tiêu cụ thể') +
    b('2.1. Cải cách thể chế') +
    p(
      'Phấn đấu trong năm 2027: 100% dự thảo văn bản được lấy ý kiến trước khi trình; tối thiểu 95% kiến nghị được trả lời đúng hạn; từ 90% trở lên văn bản được công khai trên trang thông tin; không quá 02% văn bản phải đính chính.',
    ) +
    b('2.2. Cải cách thủ tục hành chính') +
    p(
      '100% thủ tục được niêm yết đầy đủ. Tỷ lệ hồ sơ trực tuyến toàn trình đạt từ 80% trở lên. Mức độ hài lòng của người dân đạt trên 95%.',
    ) +
    b('II. NHIỆM VỤ') +
    b('1. Cải cách thể chế') +
    p('a) Rà soát văn bản quy phạm pháp luật còn hiệu lực, báo cáo kết quả trước ngày 15/11/2027.') +
    p('b) Theo dõi tình hình thi hành pháp luật; hoàn thành trong quý III/2027.') +
    b('2. Cải cách thủ tục hành chính') +
    p('a) Niêm yết công khai thủ tục tại Trung tâm Phục vụ hành chính công.') +
    p('đ) Đánh giá chất lượng phục vụ hằng tháng theo bộ chỉ số.'),
  [
    share('Cải cách thể chế', 'Phấn đấu trong năm 2027: 100% dự thảo văn bản được lấy ý kiến trước khi trình', ['=', 100], {
      mood: 'Phấn đấu',
      years: { 2027: 100 },
    }),
    share('Cải cách thể chế', 'tối thiểu 95% kiến nghị được trả lời đúng hạn', ['>=', 95], {
      mood: 'Phấn đấu',
      years: { 2027: 95 },
    }),
    share('Cải cách thể chế', 'từ 90% trở lên văn bản được công khai trên trang thông tin', ['>=', 90], {
      mood: 'Phấn đấu',
      years: { 2027: 90 },
    }),
    share('Cải cách thể chế', 'không quá 02% văn bản phải đính chính', ['<=', 2], { mood: 'Phấn đấu', years: { 2027: 2 } }),
    share('Cải cách thủ tục hành chính', '100% thủ tục được niêm yết đầy đủ', ['=', 100]),
    share('Cải cách thủ tục hành chính', 'Tỷ lệ hồ sơ trực tuyến toàn trình đạt từ 80% trở lên', ['>=', 80]),
    share('Cải cách thủ tục hành chính', 'Mức độ hài lòng của người dân đạt trên 95%', ['>', 95]),
    task('Cải cách thể chế', 'Rà soát văn bản quy phạm pháp luật còn hiệu lực, báo cáo kết quả trước ngày 15/11/2027', {
      ...{ deadline: 'trước ngày 15/11/2027', deadline_kind: 'date', due: '2027-11-14' },
    }),
    task('Cải cách thể chế', 'Theo dõi tình hình thi hành pháp luật; hoàn thành trong quý III/2027', {
      ...{ deadline: 'trong quý III/2027', deadline_kind: 'quarter', due: '2027-09-30' },
    }),
    task('Cải cách thủ tục hành chính', 'Niêm yết công khai thủ tục tại Trung tâm Phục vụ hành chính công'),
    task('Cải cách thủ tục hành chính', 'Đánh giá chất lượng phục vụ hằng tháng theo bộ chỉ số', {
      ...{ deadline: 'hằng tháng', deadline_kind: 'recurrence' },
    }),
  ],
);

const ANNEX_HEAD = tr(
  'STT',
  'Nhiệm vụ',
  'Sản phẩm',
  'Thời gian hoàn thành',
  'Chủ trì thực hiện',
  'Phối hợp thực hiện',
  'Theo dõi,\nkiểm tra, đôn đốc',
);
/** An annex turned on its side whose header is printed again on each page. */
export const LONG_ANNEX = made(
  'B: an annex of several pages, its header again on each, cells over two columns',
  'Cải cách hành chính năm 2027',
  p('(Nhiệm vụ cụ thể tại Phụ lục kèm theo)') +
    LANDSCAPE +
    b('PHỤ LỤC') +
    b('NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2027') +
    p('(Kèm theo Kế hoạch số      /KH-UBND của UBND xã)') +
    tbl(
      ANNEX_HEAD,
      tr('I', '6:CẢI CÁCH THỂ CHẾ'),
      tr(
        '1',
        'Ban hành kế hoạch theo dõi thi hành pháp luật',
        'Kế hoạch của UBND',
        'Tháng 01/2027',
        'Văn phòng HĐND và UBND',
        'Các phòng chuyên môn',
        'Chủ tịch UBND',
      ),
      tr('2', 'Rà soát, hệ thống hóa văn bản', 'Báo cáo', 'Quý II/2027', '2:Văn phòng HĐND và UBND xã', 'PCT UBND'),
      ANNEX_HEAD,
      tr('3', 'Báo cáo công tác văn bản', 'Báo cáo', 'Trước ngày 15/11 hằng năm', 'VP HĐND-UBND', '', ''),
      tr('II', '6:CẢI CÁCH THỦ TỤC HÀNH CHÍNH'),
      tr(
        '1',
        'Cập nhật, công khai thủ tục',
        'Danh mục',
        'Thường xuyên',
        'Trung tâm Phục vụ hành chính công',
        'Công an xã; Phòng Kinh tế',
        '',
      ),
      tr('2', 'Đánh giá mức độ hài lòng', 'Phiếu khảo sát', 'Tháng 3, 6, 9, 12', 'Trung tâm Phục vụ hành chính công', '', ''),
      ANNEX_HEAD,
      tr('3', 'Số hóa hồ sơ', 'Kho dữ liệu', 'Trong năm 2027', 'Phòng Văn hóa – Xã hội', 'Các thôn', ''),
      tr('', '', 'Báo cáo kết quả số hóa', '', '', '', ''),
    ),
  [
    task('CẢI CÁCH THỂ CHẾ', 'Ban hành kế hoạch theo dõi thi hành pháp luật', {
      ...{ product: 'Kế hoạch của UBND', deadline: 'Tháng 01/2027', deadline_kind: 'month', due: '2027-01-31' },
      ...{ lead: 'Văn phòng HĐND và UBND', with: 'Các phòng chuyên môn' },
    }),
    task('CẢI CÁCH THỂ CHẾ', 'Rà soát, hệ thống hóa văn bản', {
      ...{
        product: 'Báo cáo',
        deadline: 'Quý II/2027',
        deadline_kind: 'quarter',
        due: '2027-06-30',
        lead: 'Văn phòng HĐND và UBND xã',
      },
    }),
    task('CẢI CÁCH THỂ CHẾ', 'Báo cáo công tác văn bản', {
      ...{ product: 'Báo cáo', deadline: 'Trước ngày 15/11 hằng năm', deadline_kind: 'recurrence', lead: 'VP HĐND-UBND' },
    }),
    task('CẢI CÁCH THỦ TỤC HÀNH CHÍNH', 'Cập nhật, công khai thủ tục', {
      ...{ product: 'Danh mục', deadline: 'Thường xuyên', deadline_kind: 'standing' },
      ...{ lead: 'Trung tâm Phục vụ hành chính công', with: 'Công an xã; Phòng Kinh tế' },
    }),
    task('CẢI CÁCH THỦ TỤC HÀNH CHÍNH', 'Đánh giá mức độ hài lòng', {
      ...{
        product: 'Phiếu khảo sát',
        deadline: 'Tháng 3, 6, 9, 12',
        deadline_kind: 'several',
        lead: 'Trung tâm Phục vụ hành chính công',
      },
    }),
    task('CẢI CÁCH THỦ TỤC HÀNH CHÍNH', 'Số hóa hồ sơ', {
      ...{ product: 'Kho dữ liệu\nBáo cáo kết quả số hóa', deadline: 'Trong năm 2027', deadline_kind: 'year', due: '2027-12-31' },
      ...{ lead: 'Phòng Văn hóa – Xã hội', with: 'Các thôn' },
    }),
  ],
);

/** Years as columns below one merged header; each level in its own words. */
export const YEARS_ABOVE = made(
  'C: a table of targets with the years below a merged header',
  'Cải cách hành chính giai đoạn 2026-2030',
  b('I. MỤC TIÊU') +
    p('(Chi tiết tại biểu dưới đây)') +
    tbl(
      tr('v:TT', 'v:Chỉ tiêu', 'v:Đơn vị tính', '5:Lộ trình thực hiện', 'v:Cơ quan chủ trì'),
      tr('^', '^', '^', '2026', '2027', '2028', '2029', '2030', '^'),
      tr('I', '8:Cải cách thủ tục hành chính'),
      tr('1', 'Hồ sơ giải quyết đúng hạn', '%', '≥ 95', '≥ 96', '≥ 97', '≥ 98', '≥ 99', 'Trung tâm Phục vụ hành chính công'),
      tr(
        '2',
        'Thời gian chờ của người dân',
        'Phút',
        'Không quá 20',
        'Không quá 18',
        'Không quá 16',
        'Không quá 15',
        'Không quá 15',
        'Trung tâm Phục vụ hành chính công',
      ),
      tr('II', '8:Cải cách công vụ'),
      tr('3', 'Công chức được bồi dưỡng', '%', '80', '85', '90', '95', '100', 'Phòng Văn hóa - Xã hội'),
      tr('4', 'Xếp hạng Chỉ số CCHC', 'Hạng', 'Top 30', 'Top 25', 'Top 20', 'Top 15', 'Top 10', 'Văn phòng HĐND và UBND'),
    ),
  [
    share('Cải cách thủ tục hành chính', 'Hồ sơ giải quyết đúng hạn', ['>=', 95], {
      ...{ years: { 2026: 95, 2027: 96, 2028: 97, 2029: 98, 2030: 99 }, lead: 'Trung tâm Phục vụ hành chính công' },
    }),
    indicator('Cải cách thủ tục hành chính', 'Thời gian chờ của người dân', {
      ...{ op: '<=', target_from: 20, unit: 'Phút', years: { 2026: 20, 2027: 18, 2028: 16, 2029: 15, 2030: 15 } },
      ...{ lead: 'Trung tâm Phục vụ hành chính công' },
    }),
    share('Cải cách công vụ', 'Công chức được bồi dưỡng', ['=', 80], {
      ...{ years: { 2026: 80, 2027: 85, 2028: 90, 2029: 95, 2030: 100 }, lead: 'Phòng Văn hóa - Xã hội' },
    }),
    indicator('Cải cách công vụ', 'Xếp hạng Chỉ số CCHC', {
      ...{ op: 'rank<=', target_from: 30, unit: 'hạng', years: { 2026: 30, 2027: 25, 2028: 20, 2029: 15, 2030: 10 } },
      ...{ lead: 'Văn phòng HĐND và UBND' },
    }),
  ],
);

/** A list set with tabs where others draw a table. */
export const TABS = made(
  'D: tabs instead of a table',
  'Cải cách hành chính năm 2026',
  b('DANH MỤC NHIỆM VỤ') +
    lines(
      'TT\tNội dung công việc\tThời gian\tĐơn vị thực hiện',
      '1\tKiểm tra công vụ tại các bộ phận\tQuý III/2026\tVăn phòng HĐND và UBND',
      '2\tTuyên truyền trên hệ thống truyền thanh\tHằng tuần\tPhòng Văn hóa - Xã hội',
      '3\tTổng kết công tác cải cách hành chính\tTrước 10/12/2026\tVăn phòng HĐND và UBND',
    ),
  [
    task('', 'Kiểm tra công vụ tại các bộ phận', {
      field: null,
      deadline: 'Quý III/2026',
      deadline_kind: 'quarter',
      due: '2026-09-30',
      lead: 'Văn phòng HĐND và UBND',
    }),
    task('', 'Tuyên truyền trên hệ thống truyền thanh', {
      field: null,
      deadline: 'Hằng tuần',
      deadline_kind: 'recurrence',
      lead: 'Phòng Văn hóa - Xã hội',
    }),
    task('', 'Tổng kết công tác cải cách hành chính', {
      field: null,
      deadline: 'Trước 10/12/2026',
      deadline_kind: 'date',
      due: '2026-12-09',
      lead: 'Văn phòng HĐND và UBND',
    }),
  ],
);

/** Tasks below the names of those who do them; small Roman numbers. */
export const BY_UNIT = made(
  'A: tasks grouped by unit, small Roman numbers',
  'Cải cách hành chính năm 2026',
  b('I. CẢI CÁCH THỦ TỤC HÀNH CHÍNH') +
    b('1. Mục tiêu') +
    p('- Nâng tỷ lệ hồ sơ trực tuyến từ 60% lên 80%.') +
    b('2. Nhiệm vụ') +
    b('a) Văn phòng HĐND và UBND') +
    lines(
      'i) Ban hành kế hoạch rà soát trong tháng 01.',
      'ii) Tổng hợp báo cáo hằng quý.',
      'iii) Đối thoại với người dân 02 lần trong năm.',
    ) +
    b('b) Công an xã') +
    lines('- Cấp định danh điện tử cho công dân.', '- Kiểm tra cư trú. Giao Phòng Kinh tế phụ trách.'),
  [
    share('CẢI CÁCH THỦ TỤC HÀNH CHÍNH', 'Nâng tỷ lệ hồ sơ trực tuyến từ 60% lên 80%', ['=', 80]),
    task('CẢI CÁCH THỦ TỤC HÀNH CHÍNH', 'Ban hành kế hoạch rà soát trong tháng 01', {
      ...{ lead: 'Văn phòng HĐND và UBND', deadline: 'trong tháng 01', deadline_kind: 'month', due: '2026-01-31' },
    }),
    task('CẢI CÁCH THỦ TỤC HÀNH CHÍNH', 'Tổng hợp báo cáo hằng quý', {
      ...{ lead: 'Văn phòng HĐND và UBND', deadline: 'hằng quý', deadline_kind: 'recurrence' },
    }),
    task('CẢI CÁCH THỦ TỤC HÀNH CHÍNH', 'Đối thoại với người dân 02 lần trong năm', {
      ...{ lead: 'Văn phòng HĐND và UBND', deadline: '02 lần trong năm', deadline_kind: 'recurrence' },
    }),
    task('CẢI CÁCH THỦ TỤC HÀNH CHÍNH', 'Cấp định danh điện tử cho công dân', { lead: 'Công an xã' }),
    task('CẢI CÁCH THỦ TỤC HÀNH CHÍNH', 'Kiểm tra cư trú. Giao Phòng Kinh tế phụ trách', { lead: 'Phòng Kinh tế' }),
  ],
);
