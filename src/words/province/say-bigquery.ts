import { sayNumber } from '../core/number.ts';

export const BIGQUERY_SENTENCES = {
  address: (text: string): string => `«${text}» không phải là nơi nhận của BigQuery. Đề nghị ghi bigquery://dự-án.tập-dữ-liệu`,
  noClient: 'Chưa có gói @google-cloud/bigquery (gói tùy chọn). Đề nghị chạy npm ci --include=optional rồi làm lại.',
  noCredentials:
    'Chưa có tài khoản để nạp lên BigQuery. Đề nghị đặt biến môi trường GOOGLE_APPLICATION_CREDENTIALS là đường dẫn tệp khóa; dùng --dry-run để xem trước mà không cần tài khoản.',
  failed: (message: string): string =>
    `BigQuery không nhận: ${message}. Đề nghị kiểm tra tập dữ liệu đã có, tài khoản trong GOOGLE_APPLICATION_CREDENTIALS có quyền BigQuery Data Editor và Job User. Bảng nào chưa nạp xong thì giữ nguyên như cũ.`,
  dry: 'Chạy thử: chưa gửi gì lên BigQuery.',
  load: (table: string, bytes: number): string => `Nạp bảng ${table}: ${sayNumber(bytes)} byte`,
  query: (name: string): string => `-- ${name}`,
  loaded: (tables: number): string => `Đã nạp ${tables} bảng lên BigQuery.`,
  reads: (name: string, bytes: number): string => `Truy vấn ${name}: đọc ${sayNumber(bytes)} byte`,
} as const;
