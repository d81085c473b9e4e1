import type { PagePart } from './page-parts.ts';

/** The guide beside the work. */
export const GUIDE = {
  button: 'Hướng dẫn',
  title: 'Hướng dẫn Sổ CCHC',
  key: 'F1',
} as const;

/** Under the guide: whoever reports a fault reads the version here. */
export function sayVersion(version: string): string {
  return `Giới thiệu: Sổ CCHC, bản ${version}.`;
}

/** Where the guide tells of a screen, a part of it, or a dialog. */
export const GUIDE_OF_PART: Readonly<Record<PagePart, string>> = {
  today: 'man-hinh',
  enter: 'nhap-trang-ben',
  owed: 'don-doc',
  mail: 'tra-loi-thu',
  extras: 'theo-doi-them',
  check: 'kiem-tra',
  indicators: 'man-hinh',
  report: 'lap-bao-cao',
  reconcile: 'doi-chieu',
  template: 'mau-van-ban',
  papers: 'van-ban-khac',
  proposals: 'de-xuat',
  'set-up': 'thiet-lap',
  'roll-over': 'ke-hoach-moi',
  'open-period': 'mo-ky',
  'close-period': 'chot-ky',
  'reopen-period': 'mo-lai',
  reason: 'sua-sau-chot',
  import: 'dua-ke-hoach',
  files: 'ban-lam-viec',
};

/** Where it tells of a tab, by the tab's usual name. */
const GUIDE_OF_TAB: Readonly<Record<string, string>> = {
  'Tổng quan': 'tong-quan',
  'Nhập số liệu': 'nhap-vao-bang',
  'Nhập tiến độ': 'nhap-vao-bang',
  'Nội dung báo cáo': 'van-ban-khac',
  'Kế hoạch': 'ke-hoach-moi',
  'Kế hoạch - Chỉ tiêu': 'dua-ke-hoach',
  'Kế hoạch - Nhiệm vụ': 'dua-ke-hoach',
  'Kỳ báo cáo': 'nhieu-ky',
  'Bản chốt': 'sua-sau-chot',
  'Nhật ký': 'sua-sau-chot',
  'Thư đã gửi': 'thu-trang-thu-da-gui',
};

/** Of a tab that the guide does not tell of: how one works in the grid. */
const GUIDE_OF_GRID = 'ban-lam-viec';

/** Where the guide tells of what is before the eyes: the open page of the script, else the tab. */
export function guidePlace(part: string | null, tab: string | null): string {
  const ofPart: Readonly<Record<string, string>> = GUIDE_OF_PART;
  return ofPart[part ?? ''] ?? GUIDE_OF_TAB[tab ?? ''] ?? GUIDE_OF_GRID;
}
