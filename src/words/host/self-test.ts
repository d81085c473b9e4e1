/** What `Cài đặt ▸ Tự kiểm tra trên Google` says, and what it calls the things it makes. */
export const SELF_TEST = {
  tab: 'so-cchc-tu-kiem-tra',
  file: 'so-cchc-tu-kiem-tra.json',
  ask: 'Tự kiểm tra chạy khoảng hai phút trên một trang tạm, không sửa số liệu của đơn vị, không gửi thư. Nên chạy trên một bản sao của bảng tính. Đồng ý chạy?',
  look: (url: string): string =>
    [
      'Trang bên Việc hôm nay đã mở sau lần bấm trước có hiện nội dung (không trống, không báo trình duyệt cũ) thì gõ 0.',
      ...(url === ''
        ? []
        : [
            `Mở tài liệu thử: ${url}\nGõ thêm, liền nhau, các số đúng: 1 = trang 2 có số trang ở giữa phía trên; 2 = trang 1 không có số trang; 3 = ô «1 + 2» của bảng là một ô gộp; 4 = cột 3 rộng gấp ba cột 2; 5 = phụ lục nằm ngang.`,
          ]),
    ].join('\n'),
  first: (url: string): string =>
    `Đã kiểm tra phần đầu. Đợi hai phút rồi bấm lại mục này để lấy nốt phần chạy tự động.\nTrong lúc đợi, xem trang bên Việc hôm nay sắp mở có hiện nội dung không${url === '' ? '.' : `, và mở xem tài liệu thử: ${url}`}`,
  done: (seen: number, threw: number, url: string): string =>
    `Đã ghi nhận ${seen} điều, trong đó ${threw} điều không hỏi được. Kết quả:\n${url}`,
  noTrigger: 'Phần chạy tự động chưa có kết quả; muốn có thì chạy lại từ đầu.',
} as const;
