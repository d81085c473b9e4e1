/** A file in a list of files; what is kept nowhere has a button instead of a link. */
export const FILE_WORDS = {
  download: 'Tải về máy',
  open: 'Mở',
  title: 'Tệp vừa lập',
  picture: 'Tải ảnh PNG',
  noPicture: 'Trình duyệt không dựng được ảnh PNG. Đề nghị tải tệp .svg về máy và mở bằng trình duyệt.',
} as const;
