/** The answer of `Bản PDF của báo cáo…`. */
export function sayPdf({ name, url }: { readonly name: string; readonly url: string }): string {
  return `Đã tạo bản Google Tài liệu của «${name}» trong Drive của đồng chí. Mở liên kết sau để tải bản PDF:\n\n${url}`;
}
