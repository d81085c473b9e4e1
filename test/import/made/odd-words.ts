import { BOLD, b, indicator, made, p, px, r, share, task, tbl, tc, tr } from './odd-xml.ts';

const sdt = (content: string): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="Ô"/><w:dropDownList><w:listItem w:displayText="Sai"/></w:dropDownList></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const ins = (content: string): string => `<w:ins w:id="1" w:author="A">${content}</w:ins>`;
const del = (text: string): string =>
  `<w:del w:id="2" w:author="A"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const link = (content: string): string =>
  `<w:hyperlink r:id="rId9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${content}</w:hyperlink>`;
const field = (code: string, shown: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const moved = (from: string, to: string): string =>
  `<w:moveFrom w:id="3" w:author="A">${r(from)}</w:moveFrom><w:moveTo w:id="4" w:author="A">${r(to)}</w:moveTo>`;

/** Everything Word keeps beside the words. */
export const BESIDE_WORDS = made(
  'B: tracked changes, controls, fields, links, hidden text, soft hyphens, full-width digits',
  'Cải cách hành chính năm 2026',
  px(r('I. '), ins(r('CẢI CÁCH THỂ CHẾ'))) +
    sdt(b('a) Mục tiêu')) +
    px(r('- '), del('90'), ins(r('100')), r('% văn bản được '), link(r('công khai')), r('.')) +
    sdt(px(r('- Tối thiểu９５%\u00a0kiến\u00a0nghị được xử\u00ad lý'), r(' (chú thích ẩn 50%)', '<w:vanish/>'), r('.'))) +
    px(r('- Có '), field('REF x', 'ít nhất 02'), r(' sáng kiến được công nhận.')) +
    b('b) Nhiệm vụ') +
    px(r('- Ban hành kế hoạch '), moved('', 'kiểm tra văn bản'), r(' trước ngày '), sdt(r('20/3/2026')), r('.')) +
    px(
      r('- Kiểm tra '),
      del('tháng 5'),
      ins(r('tháng\u00a06')),
      r(' các văn bản; '),
      `<w:smartTag>${r('báo cáo hằng quý')}</w:smartTag>`,
      r('.'),
    ) +
    b('II. CẢI CÁCH TÀI CHÍNH CÔNG') +
    b('a) Mục tiêu') +
    px(r('-\u00a0Tỷ lệ giải ngân vốn đầu tư công đạt từ 95%\u00a0-\u00a0100%.')) +
    px(r('- 100% đơn vị công khai dự toán (trừ đơn vị sáp nhập).')) +
    b('b) Nhiệm vụ') +
    px(
      r('- Công khai '),
      r('dự toán', '<w:highlight w:val="yellow"/>'),
      r(' và quyết toán ngân sách, hoàn thành trong tháng 7/2026.'),
    ),
  [
    share('CẢI CÁCH THỂ CHẾ', '100% văn bản được công khai', ['=', 100]),
    share('CẢI CÁCH THỂ CHẾ', 'Tối thiểu９５%\u00a0kiến\u00a0nghị được xử\u00ad lý', ['>=', 95]),
    indicator('CẢI CÁCH THỂ CHẾ', 'Có ít nhất 02 sáng kiến được công nhận', { op: '>=', target_from: 2, unit: 'sáng kiến' }),
    task('CẢI CÁCH THỂ CHẾ', 'Ban hành kế hoạch kiểm tra văn bản trước ngày 20/3/2026', {
      deadline: 'trước ngày 20/3/2026',
      deadline_kind: 'date',
      due: '2026-03-19',
    }),
    task('CẢI CÁCH THỂ CHẾ', 'Kiểm tra tháng\u00a06 các văn bản; báo cáo hằng quý', {
      deadline: 'hằng quý',
      deadline_kind: 'recurrence',
    }),
    share('CẢI CÁCH TÀI CHÍNH CÔNG', 'Tỷ lệ giải ngân vốn đầu tư công đạt từ 95%\u00a0-\u00a0100%', ['range', 95], {
      target_to: 100,
    }),
    share('CẢI CÁCH TÀI CHÍNH CÔNG', '100% đơn vị công khai dự toán (trừ đơn vị sáp nhập)', ['=', 100], {
      exception: 'trừ đơn vị sáp nhập',
    }),
    task('CẢI CÁCH TÀI CHÍNH CÔNG', 'Công khai dự toán và quyết toán ngân sách, hoàn thành trong tháng 7/2026', {
      deadline: 'trong tháng 7/2026',
      deadline_kind: 'month',
      due: '2026-07-31',
    }),
  ],
);

/** Numbers inside numbers, letters and Roman numbers in the column of numbers; what merges over many rows. */
export const NESTED_NUMBERS = made(
  'B: rows numbered 1, 1.1, a); field, lead and deadline merged downwards',
  'Cải cách hành chính năm 2026',
  b('PHỤ LỤC I') +
    tbl(
      tr('TT', 'Nội dung nhiệm vụ', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian thực hiện', 'Kết quả/Sản phẩm'),
      tr('(1)', '(2)', '(3)', '(4)', '(5)', '(6)'),
      tr('1', 'Cải cách thể chế', '', '', '', ''),
      tr('1.1', 'Xây dựng kế hoạch rà soát', 'v:Văn phòng HĐND và UBND', 'Công an xã', 'v:Quý I/2026', 'Kế hoạch'),
      tr('1.2', 'Tổ chức rà soát văn bản', '^', 'Ban Chỉ huy Quân sự xã', '^', 'Báo cáo'),
      tr('2', 'Cải cách thủ tục hành chính', '', '', '', ''),
      tr('a)', 'Đơn giản hóa thủ tục nội bộ', 'Phòng Kinh tế', '', 'Tháng 8/2026', 'Tờ trình'),
      tr('b)', 'Kiểm tra việc tiếp nhận hồ sơ', 'Phòng Kinh tế', '', 'Định kỳ 6 tháng', 'Biên bản'),
      tr('3', 'Xây dựng chính quyền số', '', '', '', ''),
      tr('-', 'Duy trì trang thông tin điện tử', 'Phòng Văn hóa - Xã hội', 'Các phòng', 'Cả năm', 'Tin bài'),
      tr('-', 'Tập huấn kỹ năng số', 'Phòng Văn hóa - Xã hội', 'Các phòng', 'Chậm nhất 30/9/2026', 'Lớp tập huấn'),
    ),
  [
    task('Cải cách thể chế', 'Xây dựng kế hoạch rà soát', {
      ...{ lead: 'Văn phòng HĐND và UBND', with: 'Công an xã', deadline: 'Quý I/2026' },
      ...{ deadline_kind: 'quarter', due: '2026-03-31', product: 'Kế hoạch' },
    }),
    task('Cải cách thể chế', 'Tổ chức rà soát văn bản', {
      ...{ lead: 'Văn phòng HĐND và UBND', with: 'Ban Chỉ huy Quân sự xã', deadline: 'Quý I/2026' },
      ...{ deadline_kind: 'quarter', due: '2026-03-31', product: 'Báo cáo' },
    }),
    task('Cải cách thủ tục hành chính', 'Đơn giản hóa thủ tục nội bộ', {
      ...{ lead: 'Phòng Kinh tế', deadline: 'Tháng 8/2026', deadline_kind: 'month', due: '2026-08-31', product: 'Tờ trình' },
    }),
    task('Cải cách thủ tục hành chính', 'Kiểm tra việc tiếp nhận hồ sơ', {
      ...{ lead: 'Phòng Kinh tế', deadline: 'Định kỳ 6 tháng', deadline_kind: 'recurrence', product: 'Biên bản' },
    }),
    task('Xây dựng chính quyền số', 'Duy trì trang thông tin điện tử', {
      ...{ lead: 'Phòng Văn hóa - Xã hội', with: 'Các phòng', deadline: 'Cả năm', deadline_kind: 'standing', product: 'Tin bài' },
    }),
    task('Xây dựng chính quyền số', 'Tập huấn kỹ năng số', {
      ...{ lead: 'Phòng Văn hóa - Xã hội', with: 'Các phòng', deadline: 'Chậm nhất 30/9/2026' },
      ...{ deadline_kind: 'date', due: '2026-09-30', product: 'Lớp tập huấn' },
    }),
  ],
);

const nested = (inner: string): string => `<w:tc><w:tcPr/>${inner}<w:p/></w:tc>`;
const box = (content: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx xmlns:wps="urn:wps"><w:txbxContent>${content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${content}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

/** Tables within tables, rows and cells in content controls, a text box that repeats on the side. */
export const TABLES_WITHIN = made(
  'C: tables within tables, rows in content controls, a text box, deleted and inserted rows',
  'Cải cách hành chính năm 2026',
  px(r('II. NHIỆM VỤ', BOLD), box(p('DỰ THẢO lần 2: 100% chờ duyệt'))) +
    tbl(
      tr('Số TT', 'Tên nhiệm vụ', 'Hạn hoàn thành', 'Cơ quan, đơn vị thực hiện', 'Sản phẩm dự kiến'),
      tr('A', '4:CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH'),
      sdt(tr('1.', 'Kiện toàn Ban Chỉ đạo', '31/01/2026', 'Văn phòng', 'Quyết định')),
      `<w:tr><w:trPr><w:del w:id="7" w:author="A"/></w:trPr>${['2.', 'Dòng đã xóa', 'Tháng 2', 'Văn phòng', 'x'].map(tc).join('')}</w:tr>`,
      `<w:tr><w:trPr><w:ins w:id="8" w:author="A"/></w:trPr>${['2.', 'Ban hành kế hoạch tuyên truyền', 'Trong tháng 02 năm 2026', 'Phòng Văn hóa - Xã hội', 'Kế hoạch'].map(tc).join('')}</w:tr>`,
      `<w:tr>${tc('3.')}${sdt(tc('Giao ban công tác cải cách hành chính'))}${tc('Hằng quý')}${tc('Văn phòng')}${nested(tbl(tr('Biên bản', 'Thông báo')))}</w:tr>`,
      tr('B', '4:CẢI CÁCH CHẾ ĐỘ CÔNG VỤ'),
      tr('4.', 'Đánh giá, xếp loại công chức', 'Theo quy định của cấp trên', 'Phòng Nội vụ', ''),
      tr('5.', 'Rà soát vị trí việc làm', 'Sau 30 ngày kể từ ngày có hướng dẫn', 'Phòng Nội vụ', 'Đề án'),
    ),
  [
    task('CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH', 'Kiện toàn Ban Chỉ đạo', {
      ...{ deadline: '31/01/2026', deadline_kind: 'date', due: '2026-01-31', lead: 'Văn phòng', product: 'Quyết định' },
    }),
    task('CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH', 'Ban hành kế hoạch tuyên truyền', {
      ...{ deadline: 'Trong tháng 02 năm 2026', deadline_kind: 'month', due: '2026-02-28' },
      ...{ lead: 'Phòng Văn hóa - Xã hội', product: 'Kế hoạch' },
    }),
    task('CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH', 'Giao ban công tác cải cách hành chính', {
      ...{ deadline: 'Hằng quý', deadline_kind: 'recurrence', lead: 'Văn phòng', product: 'Biên bản\nThông báo' },
    }),
    task('CẢI CÁCH CHẾ ĐỘ CÔNG VỤ', 'Đánh giá, xếp loại công chức', {
      ...{ deadline: 'Theo quy định của cấp trên', deadline_kind: 'reference', lead: 'Phòng Nội vụ' },
    }),
    task('CẢI CÁCH CHẾ ĐỘ CÔNG VỤ', 'Rà soát vị trí việc làm', {
      ...{ deadline: 'Sau 30 ngày kể từ ngày có hướng dẫn', deadline_kind: 'relative', lead: 'Phòng Nội vụ', product: 'Đề án' },
    }),
  ],
);

/** Fields as a column merged downwards, targets and tasks in two tables, no bullets at all. */
export const FIELD_COLUMN = made(
  'D: the field as a column; targets in words; what recurs, what is several',
  'Cải cách hành chính năm 2026',
  b('Biểu 1. CÁC CHỈ TIÊU') +
    tbl(
      tr('TT', 'Lĩnh vực', 'Chỉ tiêu', 'Mức phấn đấu năm 2026', 'Bộ phận theo dõi'),
      tr('1', 'v:Cải cách thủ tục hành chính', 'Hồ sơ đúng hạn', 'Từ 98% trở lên', 'Trung tâm'),
      tr('2', '^', 'Hồ sơ trực tuyến', 'tối thiểu 85%', 'Trung tâm'),
      tr('3', '^', 'Hồ sơ quá hạn', 'dưới 1%', 'Trung tâm'),
      tr('4', 'Tài chính công', 'Giải ngân vốn', '95 - 100%', 'Phòng Kinh tế'),
      tr('5', 'Công vụ', 'Xếp loại chất lượng công chức', 'Tốt trở lên', 'Văn phòng'),
    ) +
    b('Biểu 2. CÁC NHIỆM VỤ') +
    tbl(
      tr('TT', 'Lĩnh vực', 'Nhiệm vụ', 'Người phụ trách', 'Thời gian'),
      tr('1', 'v:Cải cách thủ tục hành chính', 'Công khai thủ tục', 'Công an xã', 'Ngày 05 hằng tháng'),
      tr('2', '^', 'Lấy ý kiến người dân', 'Trung tâm', '6 tháng, năm'),
      tr('3', 'Tài chính công', 'Lập dự toán', 'Phòng Kinh tế', 'Tháng 7 - tháng 9/2026'),
    ),
  [
    share('Cải cách thủ tục hành chính', 'Hồ sơ đúng hạn', ['>=', 98], { years: { 2026: 98 } }),
    share('Cải cách thủ tục hành chính', 'Hồ sơ trực tuyến', ['>=', 85], { years: { 2026: 85 } }),
    share('Cải cách thủ tục hành chính', 'Hồ sơ quá hạn', ['<', 1], { years: { 2026: 1 } }),
    share('Tài chính công', 'Giải ngân vốn', ['range', 95], { target_to: 100, years: { 2026: 95 } }),
    indicator('Công vụ', 'Xếp loại chất lượng công chức', {
      op: 'grade>=',
      target_from: 'Tốt',
      unit: 'xếp loại',
      years: { 2026: 'Tốt' },
    }),
    task('Cải cách thủ tục hành chính', 'Công khai thủ tục', {
      lead: 'Công an xã',
      deadline: 'Ngày 05 hằng tháng',
      deadline_kind: 'recurrence',
    }),
    task('Cải cách thủ tục hành chính', 'Lấy ý kiến người dân', {
      lead: 'Trung tâm',
      deadline: '6 tháng, năm',
      deadline_kind: 'recurrence',
    }),
    task('Tài chính công', 'Lập dự toán', {
      lead: 'Phòng Kinh tế',
      deadline: 'Tháng 7 - tháng 9/2026',
      deadline_kind: 'month',
      due: '2026-09-30',
    }),
  ],
);

/** Numbers by the word processor, letters decomposed, two levels of bullets; tasks that name who does them. */
const auto = (level: number, text: string, look = ''): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${r(text.normalize('NFD'), look)}</w:p>`;
export const LABELLED = made(
  'C: automatic numbers, decomposed letters; each task with its leader in its sentence',
  'Cải cách hành chính năm 2026',
  auto(0, 'MỤC TIÊU CỤ THỂ', BOLD) +
    auto(1, 'Về cải cách chế độ công vụ', BOLD) +
    auto(3, '100% công chức đạt chuẩn về trình độ;') +
    auto(3, 'Phấn đấu ít nhất 90% công chức được tập huấn, trong đó 50% được cấp chứng chỉ;') +
    auto(3, 'Không có công chức bị kỷ luật.') +
    auto(0, 'NHIỆM VỤ TRỌNG TÂM', BOLD) +
    auto(1, 'Về cải cách chế độ công vụ', BOLD) +
    auto(2, 'Kiểm tra việc chấp hành kỷ luật.') +
    p('Cơ quan chủ trì: Văn phòng HĐND và UBND; cơ quan phối hợp: Công an xã.') +
    p('Thời gian hoàn thành: Quý IV/2026.') +
    auto(2, 'Bồi dưỡng nghiệp vụ cho công chức. Giao Phòng Văn hóa - Xã hội chủ trì, hoàn thành trước ngày 30/10/2026.'),
  [
    share('Về cải cách chế độ công vụ', '100% công chức đạt chuẩn về trình độ', ['=', 100]),
    share('Về cải cách chế độ công vụ', 'Phấn đấu ít nhất 90% công chức được tập huấn', ['>=', 90], { mood: 'Phấn đấu' }),
    share('Về cải cách chế độ công vụ', 'trong đó 50% được cấp chứng chỉ', ['=', 50], { mood: 'Phấn đấu' }),
    indicator('Về cải cách chế độ công vụ', 'Không có công chức bị kỷ luật', { op: 'zero', target_from: 0 }),
    task('Về cải cách chế độ công vụ', 'Kiểm tra việc chấp hành kỷ luật', {
      ...{
        lead: 'Văn phòng HĐND và UBND',
        with: 'Công an xã',
        deadline: 'Quý IV/2026',
        deadline_kind: 'quarter',
        due: '2026-12-31',
      },
    }),
    task(
      'Về cải cách chế độ công vụ',
      'Bồi dưỡng nghiệp vụ cho công chức. Giao Phòng Văn hóa - Xã hội chủ trì, hoàn thành trước ngày 30/10/2026',
      {
        ...{ lead: 'Phòng Văn hóa - Xã hội', deadline: 'trước ngày 30/10/2026', deadline_kind: 'date', due: '2026-10-29' },
      },
    ),
  ],
);
