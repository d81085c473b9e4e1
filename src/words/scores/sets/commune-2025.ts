import { criteriaSet } from './set.ts';

/**
 * The criteria of a commune in 2025, in our own short words: 17 + 6 + 12 + 5 + 9 + 7,5 + 18,5 = 75 points scored by the commune, 15 and 10 by
 * surveys of others.
 */
export const COMMUNE_2025 = criteriaSet(
  'xa-2025',
  'Bộ tiêu chí cấp xã năm 2025 (75 điểm tự chấm, 25 điểm khảo sát)',
  `
1 | Chỉ đạo, điều hành | 17
1.1 | Văn bản, kế hoạch | 4
1.1.1 | Ban hành đủ, đúng hạn kế hoạch và văn bản CCHC | 2 | Bậc thang | 100: 2; 80: 1; 0: 0 | văn bản đạt / văn bản phải ra |  | Kế hoạch năm, văn bản triển khai
1.1.2 | Hoàn thành nhiệm vụ của kế hoạch CCHC | 2 | Bậc thang | 100: 2; 90: 1; 0: 0 | nhiệm vụ xong / nhiệm vụ đến hạn | Nhiệm vụ | Phụ lục từng nhiệm vụ: hạn, sản phẩm, đúng hay trễ
1.2 | Chế độ báo cáo CCHC | 1,5 | Bậc thang | 100: 1,5; 80: 0,75; 0: 0 | báo cáo đạt / báo cáo phải gửi | Báo cáo | Báo cáo đã gửi kèm ngày đến
1.3 | Tự kiểm tra CCHC | 2
1.3.1 | Phòng, đơn vị được kiểm tra trong năm | 1 | Bậc thang | 30: 1; 0: 0 | phòng được kiểm tra / tổng số phòng |  | Kế hoạch, biên bản kiểm tra
1.3.2 | Xử lý vấn đề nêu qua kiểm tra | 1 | Bậc thang | 100: 1; 50: 0,5; 0: 0 | vấn đề xong / vấn đề nêu ra | Kiến nghị | Kết luận, báo cáo khắc phục
1.4 | Tuyên truyền CCHC | 2
1.4.1 | Chuyên mục CCHC trên trang của đơn vị | 0,5 | Có / không | tối thiểu: 4 | số tin, bài của tháng ít nhất |  | Bảng tin, bài kèm đường dẫn
1.4.2 | Hội nghị, tập huấn, cuộc thi về CCHC | 0,5 | Có / không | tối thiểu: 1 | số buổi trong năm |  | Giấy mời, ảnh, sản phẩm
1.4.3 | Tin, bài gửi trang CCHC của tỉnh | 0,5 | Có / không | tối thiểu: 1 | số bài được đăng của tháng ít nhất |  | Đường dẫn bài đăng
1.4.4 | Sản phẩm tuyên truyền khác | 0,5 | Có / không | tối thiểu: 1 | số sản phẩm |  | Sản phẩm đã làm
1.5 | Sáng kiến, giải pháp mới | 3 | Bậc thang | đếm; 3: 3; 2: 2; 1: 1; 0: 0 | số sáng kiến |  | Bản mô tả, quyết định công nhận
1.6 | Đối thoại với người dân, doanh nghiệp | 1,5
1.6.1 | Tổ chức đối thoại, giao xử lý ý kiến | 0,5 | Có / không |  | có đối thoại và văn bản xử lý |  | Tài liệu đối thoại, văn bản giao việc
1.6.2 | Giải quyết kiến nghị sau đối thoại | 1 | Bậc thang | 100: 1; 80: 0,5; 0: 0; không phát sinh: tối đa | kiến nghị xong / kiến nghị nhận |  | Văn bản trả lời
1.7 | Thu ngân sách so với dự toán | 3 | Bậc thang | >100: 3; 100: 1,5; 0: 0 | số thu / dự toán giao |  | Văn bản giao, báo cáo thu
2 | Cải cách thể chế | 6
2.1 | Ban hành văn bản quy phạm đúng luật | 1 | Bậc thang | 100: 1; 0: 0 | văn bản đúng / văn bản ban hành |  | Danh mục văn bản
2.2 | Theo dõi thi hành pháp luật | 2
2.2.1 | Có kế hoạch theo dõi đúng hạn | 0,5 | Có / không |  | kế hoạch |  | Kế hoạch
2.2.2 | Hoàn thành nhiệm vụ theo dõi | 0,5 | Bậc thang | 100: 0,5; 90: 0,25; 0: 0 | nhiệm vụ xong / nhiệm vụ đề ra |  | Báo cáo theo dõi
2.2.3 | Báo cáo theo dõi đủ, đúng hạn | 0,5 | Có / không |  | báo cáo |  | Báo cáo đã gửi
2.2.4 | Xử lý, kiến nghị sau theo dõi | 0,5 | Có / không |  | văn bản xử lý |  | Văn bản xử lý, kiến nghị
2.3 | Công bố văn bản hết hiệu lực | 1 | Có / không |  | văn bản công bố |  | Văn bản công bố
2.4 | Rà soát văn bản quy phạm | 2
2.4.1 | Có kế hoạch rà soát đúng hạn | 0,25 | Có / không |  | kế hoạch |  | Kế hoạch
2.4.2 | Rà soát đủ văn bản | 0,75 | Có / không |  | văn bản rà soát / phải rà soát |  | Danh mục, báo cáo
2.4.3 | Xử lý văn bản sau rà soát | 0,25 | Có / không |  | văn bản xử lý / phải xử lý | Biểu mẫu 2.3.2.2 / 2.3.2.1 | Báo cáo, văn bản xử lý
2.4.4 | Báo cáo rà soát đủ, đúng hạn | 0,25 | Có / không |  | báo cáo |  | Báo cáo đã gửi
2.4.5 | Xử lý văn bản trái luật | 0,5 | Có / không | không phát sinh: tối đa | văn bản bị kiến nghị đã xử lý |  | Báo cáo, văn bản khắc phục
3 | Cải cách thủ tục hành chính | 12
3.1 | Kiểm soát thủ tục | 2
3.1.1 | Kế hoạch kiểm soát thủ tục | 0,25 | Có / không |  | kế hoạch |  | Kế hoạch
3.1.2 | Báo cáo kiểm soát thủ tục đúng hạn | 0,25 | Có / không |  | báo cáo |  | Báo cáo đã gửi
3.1.3 | Kế hoạch rà soát thủ tục | 0,25 | Có / không |  | kế hoạch |  | Kế hoạch
3.1.4 | Kết quả rà soát: đúng biểu mẫu, có chi phí cắt giảm | 1,25 | Nhập điểm | giá trị: 0 / 0,5 / 0,75 / 1,25 | hai phần 0,5 và 0,75 |  | Báo cáo rà soát kèm biểu mẫu
3.2 | Công khai thủ tục | 1,5
3.2.1 | Niêm yết đủ tại nơi tiếp nhận | 0,5 | Có / không |  | thủ tục niêm yết / phải niêm yết |  | Danh mục, ảnh chụp
3.2.2 | Đăng đủ trên trang của đơn vị | 1 | Có / không |  | thủ tục đăng / phải đăng |  | Danh mục, đường dẫn
3.3 | Một cửa, một cửa liên thông | 1,5
3.3.1 | Thủ tục tiếp nhận, trả qua một cửa | 0,5 | Bậc thang | 100: 0,5; 0: 0 | thủ tục qua một cửa / phải qua một cửa |  | Báo cáo, danh mục
3.3.2 | Có hồ sơ phi địa giới | 1 | Có / không | tối thiểu: 1 | số hồ sơ |  | Báo cáo
3.4 | Kết quả giải quyết hồ sơ | 5
3.4.1 | Hồ sơ giải quyết đúng hạn | 3 | Bậc thang | 98: 3; 95: 1,5; 0: 0 | hồ sơ đúng hạn / hồ sơ đã giải quyết | Biểu mẫu 3.3.2.2 / 3.3.2.1 | Số liệu hệ thống, báo cáo
3.4.2 | Xin lỗi khi trễ hẹn | 1 | Có / không | không phát sinh: tối đa | phiếu xin lỗi / hồ sơ trễ |  | Phiếu xin lỗi
3.4.3 | Được tỉnh xếp loại từ Tốt trở lên | 1 | Có / không | không tự chấm | kỳ xếp loại |  | Cơ quan thẩm định lấy kết quả
3.5 | Phản ánh, kiến nghị | 2
3.5.1 | Trả lời phản ánh đúng hạn | 1,5 | Bậc thang | 100: 1,5; 80: 0,75; 0: 0; không phát sinh: tối đa | trả lời đúng hạn / đã nhận | Biểu mẫu 3.3.3.2 / 3.3.3.1 | Văn bản trả lời
3.5.2 | Công khai nội dung trả lời | 0,5 | Bậc thang | 100: 0,5; 0: 0 | đã công khai / đã trả lời |  | Đường dẫn
4 | Cải cách tổ chức bộ máy | 5
4.1 | Sắp xếp tổ chức | 2
4.1.1 | Quy định chức năng, nhiệm vụ các phòng | 0,5 | Có / không |  | văn bản |  | Văn bản đã ban hành
4.1.2 | Bố trí lãnh đạo đơn vị, phòng | 0,5 | Bậc thang | 50: 0,5; 0: 0 | vị trí đã bố trí / phải bố trí |  | Bảng lãnh đạo theo chức vụ
4.1.3 | Sắp xếp đơn vị sự nghiệp | 1 | Có / không | không phát sinh: tối đa | đúng tiến độ |  | Phương án, báo cáo
4.2 | Sử dụng biên chế | 2
4.2.1 | Biên chế công chức theo lộ trình | 1 | Có / không |  | đúng lộ trình |  | Văn bản giao, bảng có mặt
4.2.2 | Người làm việc ở đơn vị sự nghiệp theo lộ trình | 1 | Có / không |  | đúng lộ trình; bổ sung theo định mức thì loại khỏi điểm tối đa |  | Văn bản giao, bảng có mặt
4.3 | Phân cấp quản lý | 1
4.3.1 | Thực hiện phân cấp | 0,5 | Có / không |  | văn bản triển khai |  | Văn bản
4.3.2 | Xử lý vấn đề phân cấp qua kiểm tra | 0,5 | Có / không |  | vấn đề xử lý / nêu ra |  | Kết luận, kết quả xử lý
5 | Cải cách chế độ công vụ | 9
5.1 | Vị trí việc làm | 2
5.1.1 | Trình duyệt vị trí việc làm đúng hạn | 1 | Có / không |  | cơ quan, đơn vị |  | Quyết định phê duyệt
5.1.2 | Bố trí đúng vị trí việc làm | 1 | Bậc thang | 100: 1; 0: 0 | cơ quan đúng / tổng số |  | Quyết định, báo cáo
5.2 | Tuyển dụng | 1
5.2.1 | Tuyển dụng công chức đúng quy định | 0,5 | Có / không | loại năm: 2025 | đợt tuyển; không tuyển thì loại khỏi điểm tối đa |  | Văn bản đăng ký nhu cầu
5.2.2 | Tuyển dụng viên chức đúng quy định | 0,5 | Có / không | loại năm: 2025 | đợt tuyển; không tuyển thì loại khỏi điểm tối đa |  | Kế hoạch, thông báo
5.3 | Bổ nhiệm lãnh đạo cấp phòng | 1 | Bậc thang | 100: 1; 0: 0 | người đúng quy định / người được bổ nhiệm |  | Quyết định bổ nhiệm
5.4 | Kỷ luật, kỷ cương | 2
5.4.1 | Lãnh đạo đơn vị không bị kỷ luật | 0,5 | Có / không |  | có: không ai bị kỷ luật |  | Báo cáo, bảng thống kê
5.4.2 | Lãnh đạo phòng không bị kỷ luật | 0,5 | Có / không |  | có: không ai bị kỷ luật |  | Báo cáo, bảng thống kê
5.4.3 | Công chức, viên chức không bị kỷ luật | 0,5 | Có / không |  | có: không ai bị kỷ luật |  | Báo cáo, bảng thống kê
5.4.4 | Đơn vị không bị tỉnh phê bình | 0,5 | Có / không |  | có: không văn bản phê bình |  | Văn bản, giải trình
5.5 | Đào tạo, bồi dưỡng | 1 | Bậc thang | 90: 1; 0: 0 | chỉ tiêu đạt / chỉ tiêu kế hoạch |  | Kế hoạch, báo cáo
5.6 | Dữ liệu cán bộ trên phần mềm | 2
5.6.1 | Báo cáo dữ liệu đúng hạn | 1 | Có / không |  | báo cáo sáu tháng, năm |  | Báo cáo đã gửi
5.6.2 | Hồ sơ đủ, cập nhật | 1 | Có / không |  | hồ sơ đủ |  | Đối chiếu trên phần mềm
6 | Cải cách tài chính công | 7,5
6.1 | Ngân sách | 5
6.1.1 | Giải ngân đầu tư công | 3 | Bậc thang | 95: 3; 70: 1,5; 0: 0 | vốn giải ngân / vốn giao | Biểu mẫu 6.1.2 / 6.1.1 | Báo cáo giải ngân
6.1.2 | Chi ngân sách đúng quy định | 1 | Có / không |  | có: không sai phạm |  | Báo cáo, kết luận
6.1.3 | Nộp tiền theo kết luận thanh tra, kiểm toán | 1 | Tỷ lệ | không phát sinh: tối đa | tiền đã nộp / phải nộp |  | Kết luận, chứng từ
6.2 | Tài sản công | 1,5
6.2.1 | Ban hành quy chế tài sản công | 0,25 | Có / không |  | cơ quan có quy chế / tổng số |  | Quy chế
6.2.2 | Sử dụng tài sản công đúng quy định | 0,25 | Bậc thang | 100: 0,25; 0: 0 | cơ quan đúng / tổng số; báo cáo không đạt trừ nửa điểm |  | Báo cáo tài sản
6.2.3 | Cập nhật dữ liệu tài sản quốc gia | 0,25 | Có / không |  | đã cập nhật |  | Báo cáo tài sản
6.2.4 | Duyệt phương án sắp xếp nhà, đất | 0,75 | Bậc thang | 80: 0,75; 60: 0,5; 50: 0,25; 0: 0 | cơ sở được duyệt / phải sắp xếp |  | Văn bản phê duyệt
6.3 | Tự chủ của đơn vị sự nghiệp | 1
6.3.1 | Sử dụng nguồn thu đúng quy định | 0,5 | Có / không |  | có: không sai phạm |  | Báo cáo tự chủ
6.3.2 | Giảm chi ngân sách cho đơn vị sự nghiệp | 0,5 | Có / không | không tự chấm | dự toán năm nay so năm trước |  | Cơ quan thẩm định xem xét
7 | Xây dựng chính quyền số | 18,5
7.1 | Hoàn thành kế hoạch chuyển đổi số | 1 | Bậc thang | 100: 1; 80: 0,5; 0: 0 | nhiệm vụ xong / nhiệm vụ đề ra |  | Kế hoạch, báo cáo
7.2 | Ứng dụng nội bộ | 2
7.2.1 | Văn bản, hồ sơ công việc trên hệ thống | 0,5 | Bậc thang | 100: 0,5; 90: 0,25; 0: 0 | trên hệ thống / tổng số (trừ mật) |  | Báo cáo
7.2.2 | Văn bản đi ký số | 0,5 | Bậc thang | 100: 0,5; 90: 0,25; 0: 0 | văn bản ký số / văn bản đi |  | Báo cáo
7.2.3 | Báo cáo trên hệ thống của tỉnh | 1 | Bậc thang | 100: 1; 80: 0,5; 0: 0 | chế độ đạt / chế độ phải gửi |  | Báo cáo, đối chiếu
7.3 | Dịch vụ số | 15,5
7.3.1 | Công khai văn bản đi | 0,5 | Bậc thang | 50: 0,5; 0: 0 | văn bản đăng / văn bản đi |  | Báo cáo
7.3.2 | Số hóa hồ sơ, kết quả | 2 | Bậc thang | 80: 2; 50: 1; 0: 0 | đã số hóa / phải số hóa |  | Báo cáo
7.3.3 | Khai thác, dùng lại dữ liệu | 2 | Bậc thang | 50: 2; 25: 1; 0: 0 | dùng lại / đã số hóa |  | Báo cáo
7.3.4 | Kết quả điện tử | 2 | Bậc thang | 100: 2; 95: 1; 0: 0 | kết quả điện tử / đã giải quyết |  | Báo cáo
7.3.5 | Chứng thực điện tử | 1 | Có / không |  | có triển khai |  | Báo cáo
7.3.6 | Hồ sơ trực tuyến toàn trình | 3 | Tỷ lệ có sàn | sàn: 70 | hồ sơ trực tuyến / hồ sơ toàn trình | Biểu mẫu 7.4.3.2 / 7.4.3.1 | Báo cáo
7.3.7 | Thủ tục có thanh toán trực tuyến | 2 | Tỷ lệ |  | thủ tục có giao dịch / thủ tục đang cung cấp |  | Báo cáo
7.3.8 | Hồ sơ thanh toán trực tuyến | 3 | Tỷ lệ có sàn | sàn: 60 | hồ sơ thanh toán trực tuyến / hồ sơ có nghĩa vụ tài chính |  | Báo cáo
8 | Khảo sát cán bộ, công chức (cơ quan thẩm định) | 15 | Điều tra | không tự chấm | điểm khảo sát trên 100 |  | Cơ quan thẩm định khảo sát
9 | Khảo sát người dân về thủ tục (cơ quan thẩm định) | 10 | Điều tra | không tự chấm; phiếu tối thiểu: 50 | phiếu hài lòng / phiếu hợp lệ |  | Cơ quan thẩm định khảo sát
`,
);
