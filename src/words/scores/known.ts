/** Where a figure of a criterion was found. */
export const KNOWN_WORDS = {
  indicator: (id: string, period: string): string => `từ ${id}, ${period}`,
  forms: (codes: readonly string[], period: string): string => `từ biểu mẫu ${codes.join(' / ')}, ${period}`,
  tasks: (period: string): string => `từ trang Nhiệm vụ, ${period}`,
  reports: 'từ trang Kỳ báo cáo',
  recommendations: 'từ trang Kiến nghị sau kiểm tra',
  survey: (id: string): string => `từ khảo sát ${id}`,
} as const;
