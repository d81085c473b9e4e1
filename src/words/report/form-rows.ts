import type { Form } from '../../domain/report/forms.ts';

/**
 * The seven statistical forms (biểu mẫu) of the report on administrative reform, with the ministry's own codes, labels and units:
 * the annex of the reports that provinces ask for under Công văn 4625/BNV-CCHC of 02/7/2025. One line is a row: code, unit, label;
 * `*` before the code marks a row that a commune can have.
 */
const ROWS: Readonly<Record<string, { readonly title: string; readonly rows: string }>> = {
  1: {
    title: 'Công tác chỉ đạo điều hành CCHC',
    rows: `
*1 | Văn bản | Số văn bản chỉ đạo CCHC đã ban hành (Kết luận, chỉ thị, công văn chỉ đạo, quán triệt)
*2 | % | Tỷ lệ hoàn thành Kế hoạch CCHC năm (Lũy kế đến thời điểm báo cáo)
*2.1 | Nhiệm vụ | Số nhiệm vụ đề ra trong kế hoạch
*2.2 | Nhiệm vụ | Số nhiệm vụ đã hoàn thành
*3 |  | Kiểm tra CCHC
 3.1 | Cơ quan, đơn vị | Số sở, ngành đã kiểm tra
 3.2 |  | Số UBND cấp xã đã kiểm tra
*3.3 | % | Tỷ lệ xử lý các vấn đề phát hiện qua kiểm tra
*3.3.1 | Vấn đề | Số vấn đề phát hiện qua kiểm tra
*3.3.2 | Vấn đề | Số vấn đề phát hiện đã xử lý xong
*4 |  | Thực hiện nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao
*4.1 | Nhiệm vụ | Tổng số nhiệm vụ được giao
*4.1.1 | Nhiệm vụ | Số nhiệm vụ đã hoàn thành đúng hạn
*4.1.2 | Nhiệm vụ | Số nhiệm vụ đã hoàn thành nhưng quá hạn
*4.1.3 | Nhiệm vụ | Số nhiệm vụ quá hạn nhưng chưa hoàn thành
*5 | Có = 1; Không = 0 | Khảo sát sự hài lòng của người dân, tổ chức
*5.1 | Số lượng | Số lượng phiếu khảo sát
*5.2 | Trực tuyến = 0 Phát phiếu = 1 Kết hợp = 2 | Hình thức khảo sát
*6 | Không = 0 Có = 1 | Tổ chức đối thoại của lãnh đạo với người dân, cộng đồng doanh nghiệp
`,
  },
  2: {
    title: 'Cải cách thể chế',
    rows: `
*1 | Văn bản | Tổng số VBQPPL do địa phương ban hành
 1.1 | Văn bản | Số VBQPPL do cấp tỉnh ban hành
*1.2 | Văn bản | Số VBQPPL do cấp xã ban hành
*2 |  | Kiểm tra, xử lý VBQPPL
 2.1 | Văn bản | Số VBQPPL đã kiểm tra theo thẩm quyền của cấp tỉnh
*2.2 | % | Tỷ lệ xử lý VBQPPL sau kiểm tra
*2.2.1 | Văn bản | Tổng số VBQPPL cần phải xử lý sau kiểm tra
*2.2.2 | Văn bản | Số VBQPPL có kiến nghị xử lý đã được xử lý xong
*3 |  | Rà soát VBQPPL
 3.1 | Văn bản | Số VBQPPL đã rà soát thuộc thẩm quyền của cấp tỉnh
*3.2 | % | Tỷ lệ xử lý VBQPPL sau rà soát
*3.2.1 | Văn bản | Tổng số VBQPPL cần phải xử lý sau rà soát
*3.2.2 | Văn bản | Số VBQPPL có kiến nghị xử lý đã được xử lý xong
`,
  },
  3: {
    title: 'Cải cách thủ tục hành chính',
    rows: `
*1 |  | Thống kê TTHC
 1.1 | Thủ tục | Số TTHC đã được phê duyệt phương án đơn giản hóa
 1.2 | Thủ tục | Số TTHC công bố mới
 1.3 | Thủ tục | Số TTHC bãi bỏ, thay thế
*1.4 | Thủ tục | Tổng số TTHC thuộc thẩm quyền giải quyết tại địa phương
 1.4.1 | Thủ tục | Số TTHC cấp tỉnh
*1.4.2 | Thủ tục | Số TTHC cấp xã
 1.4.3 | Thủ tục | Số TTHC ngành dọc
*2 |  | Thực hiện cơ chế một cửa, một cửa liên thông
*2.1 | % | Tỷ lệ TTHC thực hiện việc tiếp nhận, trả kết quả tại Bộ phận Một cửa
*2.2 | Thủ tục | Số TTHC đang thực hiện tiếp nhận và giải quyết không phụ thuộc vào địa giới hành chính
*3 |  | Kết quả giải quyết TTHC
 3.1 | % | Tỷ lệ hồ sơ TTHC do các sở, ngành tiếp nhận được giải quyết đúng hạn
 3.1.1 | Hồ sơ | Tổng số hồ sơ TTHC đã giải quyết xong
 3.1.2 | Hồ sơ | Số hồ sơ TTHC giải quyết đúng hạn
*3.2 | % | Tỷ lệ hồ sơ TTHC do UBND cấp xã tiếp nhận được giải quyết đúng hạn
*3.2.1 | Hồ sơ | Tổng số hồ sơ TTHC đã giải quyết xong
*3.2.2 | Hồ sơ | Số hồ sơ TTHC giải quyết đúng hạn
*3.3 | % | Tỷ lệ giải quyết phản ánh, kiến nghị (PAKN) về quy định TTHC
*3.3.1 | PAKN | Tổng số PAKN đã tiếp nhận (trực tiếp hoặc do cơ quan có thẩm quyền chuyển đến)
*3.3.2 | PAKN | Số PAKN đã giải quyết xong
`,
  },
  4: {
    title: 'Cải cách tổ chức bộ máy',
    rows: `
*1 |  | Sắp xếp, kiện toàn tổ chức bộ máy
 1.1 | % | Tỷ lệ sở, ngành đã hoàn thành việc sắp xếp các phòng chuyên môn đáp ứng các tiêu chí theo quy định của Chính phủ
 1.2 | % | Tỷ lệ UBND cấp xã đã hoàn thành việc sắp xếp các phòng chuyên môn đáp ứng các tiêu chí theo quy định của Chính phủ
 1.3 | Ban | Số lượng các ban quản lý trực thuộc UBND cấp tỉnh
 1.4 | Tổ chức | Số tổ chức liên ngành do cấp tỉnh thành lập
*1.5 | Cơ quan, đơn vị | Tổng số đơn vị sự nghiệp công lập (ĐVSNCL) tại địa phương
 1.5.1 | Cơ quan, đơn vị | Số ĐVSNCL thuộc UBND tỉnh
 1.5.2 | Cơ quan, đơn vị | Số ĐVSNCL thuộc sở, ngành và tương đương
*1.5.3 | Cơ quan, đơn vị | Số ĐVSNCL thuộc UBND cấp xã
*2 |  | Số liệu về biên chế công chức
*2.1 | Người | Tổng số biên chế được giao trong năm
*2.2 | Người | Tổng số biên chế có mặt tại thời điểm báo cáo
*2.3 | Người | Số hợp đồng lao động làm việc tại các cơ quan, tổ chức hành chính
*2.4 | Người | Số biên chế đã tinh giản trong kỳ báo cáo
*3 |  | Số người làm việc hưởng lương từ NSNN tại các đơn vị sự nghiệp công lập
*3.1 | Người | Tổng số người làm việc được giao
*3.2 | Người | Tổng số người làm việc có mặt tại thời điểm báo cáo
*3.3 | Người | Số người đã tinh giản trong kỳ báo cáo
*3.4 | % | Tỷ lệ % đã tinh giản so với năm 2015
`,
  },
  5: {
    title: 'Cải cách chế độ công vụ',
    rows: `
*1 |  | Vị trí việc làm của công chức, viên chức
*1.1 | Cơ quan, đơn vị | Số cơ quan, tổ chức hành chính đã được phê duyệt vị trí việc làm theo quy định
*1.2 | Cơ quan, đơn vị | Số đơn vị sự nghiệp đã được phê duyệt vị trí việc làm theo quy định
*1.3 | Cơ quan, đơn vị | Số cơ quan, tổ chức có vi phạm trong thực hiện vị trí việc làm phát hiện qua thanh tra
*2 |  | Tuyển dụng công chức, viên chức
*2.1 | Người | Số công chức được tuyển dụng (thi tuyển, xét tuyển)
*2.2 | Người | Số viên chức được tuyển dụng (thi tuyển, xét tuyển).
 3 | Người | Số lượng lãnh đạo quản lý được tuyển chọn, bổ nhiệm thông qua thi tuyển (Lũy kế từ đầu năm)
*4 |  | Số lượng cán bộ, công chức, viên chức bị kỷ luật (cả về Đảng và chính quyền).
 4.1 | Người | Số lãnh đạo cấp tỉnh bị kỷ luật.
*4.2 | Người | Số lãnh đạo cấp sở, ngành và UBND cấp xã bị kỷ luật.
*4.3 | Người | Số lãnh đạo cấp phòng thuộc sở, ngành và UBND cấp xã bị kỷ luật.
*4.4 | Người | Số người làm việc hưởng lương từ NSNN tại các đơn vị SNCL bị kỷ luật.
`,
  },
  6: {
    title: 'Cải cách tài chính công',
    rows: `
*1 | % | Tỷ lệ thực hiện Kế hoạch giải ngân vốn đầu tư công
*1.1 | Triệu đồng | Kế hoạch được giao
*1.2 | Triệu đồng | Đã thực hiện
 2 |  | Thực hiện tự chủ tài chính của đơn vị sự nghiệp (ĐVSN) tại địa phương (lũy kế đến thời điểm báo cáo)
 2.1 | Đơn vị | Tổng số ĐVSN công lập tại địa phương
 2.2 | Đơn vị | Số ĐVSN tự bảo đảm chi thường xuyên và chi đầu tư
 2.3 | Đơn vị | Số ĐVSN tự bảo đảm chi thường xuyên
 2.4 | Đơn vị | Số ĐVSN tự bảo đảm một phần chi thường xuyên
 2.4.1 | Đơn vị | Số ĐVSN tự bảo đảm từ 70% - dưới 100% chi thường xuyên
 2.4.2 | Đơn vị | Số ĐVSN tự bảo đảm từ 30% - dưới 70% chi thường xuyên
 2.4.3 | Đơn vị | Số ĐVSN tự bảo đảm từ 10% - dưới 30% chi thường xuyên
 2.5 | Đơn vị | Số ĐVSN do Nhà nước bảo đảm chi thường xuyên
 2.6 | Đơn vị | Số lượng ĐVSN đã chuyển đổi thành công ty cổ phần (lũy kế đến thời điểm báo cáo)
`,
  },
  7: {
    title: 'Xây dựng và phát triển Chính quyền điện tử, Chính quyền số',
    rows: `
 1 | Chưa = 0 Hoàn thành = 1 | Cập nhật Kiến trúc chính quyền điện tử phiên bản mới nhất
*2 | % | Tỷ lệ báo cáo định kỳ được gửi, nhận qua Hệ thống thông tin báo cáo quốc gia
*3 |  | Số liệu về trao đổi văn bản điện tử
 3.1 |  | Thực hiện kết nối, liên thông các Hệ thống quản lý văn bản điều hành từ cấp tỉnh đến cấp xã
 3.1.1 | % | Tỷ lệ sở, ngành đã kết nối, liên thông với UBND tỉnh
 3.1.2 | % | Tỷ lệ UBND cấp xã đã kết nối, liên thông với UBND tỉnh.
*3.2 | % | Tỷ lệ sử dụng văn bản điện tử của địa phương (Chỉ thống kê tỷ lệ văn bản được gửi hoàn toàn dưới dạng điện tử; sử dụng chữ ký số, chứng thư số và gửi trên môi trường điện tử).
 3.2.1 | % | Tỷ lệ sử dụng văn bản điện tử của các sở, ban, ngành cấp tỉnh
*3.2.2 | % | Tỷ lệ sử dụng văn bản điện tử của UBND cấp xã
*4 |  | Cung cấp dịch vụ công trực tuyến (DVCTT)
*4.1 | % | Tỷ lệ DVCTT toàn trình đủ điều kiện
*4.1.1 | Thủ tục | Tổng số DVC đủ điều kiện lên trực tuyến toàn trình
*4.1.2 | Thủ tục | Số lượng DVCTT toàn trình
*4.2 | % | Tỷ lệ DVC có phát sinh hồ sơ nộp trực tuyến (toàn trình + một phần)
*4.2.1 | Thủ tục | Tổng số DVCTT có phát sinh hồ sơ (gồm các DVCTT có phát sinh hồ sơ trực tuyến hoặc trực tiếp hoặc cả 2 hình thức)
*4.2.2 | Thủ tục | Số DVCTT có phát sinh hồ sơ trực tuyến
*4.3 | % | Tỷ lệ hồ sơ trực tuyến toàn trình
*4.3.1 | Thủ tục | Tổng số hồ sơ của DVCTT toàn trình (gồm hồ sơ nộp trực tuyến + trực tiếp)
*4.3.2 | Thủ tục | Số hồ sơ nộp trực tuyến của các DVCTT toàn trình
*4.4 | % | Tỷ lệ hồ sơ trực tuyến một phần
*4.4.1 | Hồ sơ | Tổng số hồ sơ của DVCTT một phần (gồm hồ sơ nộp trực tuyến + trực tiếp)
*4.4.2 | Hồ sơ | Số hồ sơ nộp trực tuyến của các DVCTT một phần
*4.5 | % | Tỷ lệ TTHC được tích hợp, triển khai thanh toán trực tuyến
*4.5.1 | Thủ tục | Tổng số TTHC có yêu cầu nghĩa vụ tài chính (tất cả các TTHC có phát sinh phí, lệ phí,…)
*4.5.2 | Thủ tục | Số TTHC đã được tích hợp, triển khai thanh toán trực tuyến trên Cổng DVC quốc gia
`,
  },
};

/** Every form in order, its rows read once. */
export const FORMS: readonly Form[] = Object.entries(ROWS).map(([number, { title, rows }]) => ({
  number,
  title,
  rows: rows
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', unit = '', ...label] = line.split('|').map((part) => part.trim());
      return { code: code.replace('*', ''), unit, label: label.join('|'), isCommune: code.startsWith('*') };
    }),
}));
