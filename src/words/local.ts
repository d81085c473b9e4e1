/** The sentences of the local edition: what it says when a file cannot be used, and what its commands print. */

export const FILE_SENTENCES = {
  missing: (path: string) => `Không tìm thấy tệp «${path}».`,
  corrupt: (path: string) =>
    `Không đọc được tệp «${path}»: tệp hỏng hoặc không phải sổ Excel (.xlsx). Đề nghị mở bằng Excel hoặc LibreOffice, kiểm tra và lưu lại dưới dạng .xlsx.`,
  notXlsx: (path: string) => `Tệp «${path}» không có đuôi .xlsx. Đề nghị lưu sổ dưới dạng Excel (.xlsx) rồi chạy lại.`,
  locked: (path: string) => `Tệp «${path}» đang được một phiên khác của Sổ CCHC mở. Đề nghị đóng phiên đó rồi chạy lại.`,
  openElsewhere: (path: string, program: string, who: string) =>
    `Tệp «${path}» đang mở trong ${program}${who === '' ? '' : ` (người mở: ${who})`}. Chưa ghi gì vào tệp. Đề nghị đóng tệp rồi chạy lại.`,
  changed: (path: string) =>
    `Tệp «${path}» đã bị thay đổi ở nơi khác trong lúc đang làm việc. Chưa ghi gì vào tệp. Đề nghị chạy lại để đọc bản mới.`,
  notWritable: (path: string, why: string) =>
    `Không ghi được tệp «${path}» (${why}). Đề nghị kiểm tra quyền ghi và dung lượng đĩa.`,
  noTab: (tab: string) => `Sổ không có trang «${tab}».`,
} as const;
