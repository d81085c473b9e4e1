import type { Years } from '../../domain/plan/plan.ts';
import type { PostSet } from '../../domain/plan/set-up.ts';

/** What an office of the commune level can be; the name of one begins with it. */
export const UNIT_KINDS = ['xã', 'phường', 'đặc khu'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

const HEAD = /^(?:UBND|Ủy ban nhân dân)\s+/iu;
/** Kinds of before the middle of 2025 too: their reports are still made. */
const KIND = /^(xã|phường|đặc khu|thị trấn)\s+/iu;

/** «UBND phường Bình Yên»: the full name of the office. */
export function unitNameOf(kind: UnitKind, name: string): string {
  return `UBND ${kind} ${name.trim()}`;
}

/** «UBND phường Bình Yên» → phường, Bình Yên; another name has no kind that we know. */
export function partsOfUnit(unit: string): { readonly kind: UnitKind | null; readonly name: string } {
  const rest = unit.trim().replace(HEAD, '');
  const said = KIND.exec(rest)?.[1]?.toLowerCase();
  return { kind: UNIT_KINDS.find((kind) => kind === said) ?? null, name: rest.replace(KIND, '') };
}

export const CHAIRMAN = 'Chủ tịch UBND';

/** Who may take part, whoever leads; the first leads the office, the second usually keeps the plan. */
export const POSTS: Readonly<Record<Exclude<PostSet, 'template'>, readonly string[]>> = {
  'posts-2021': [
    CHAIRMAN,
    'Văn phòng – Thống kê',
    'Tư pháp – Hộ tịch',
    'Tài chính – Kế toán',
    'Văn hóa – Xã hội',
    'Địa chính – Xây dựng và Môi trường',
    'Mặt trận Tổ quốc và các đoàn thể',
  ],
  'posts-2025': [
    CHAIRMAN,
    'Văn phòng HĐND và UBND',
    'Phòng Kinh tế',
    'Phòng Văn hóa – Xã hội',
    'Trung tâm Phục vụ hành chính công',
    'Mặt trận Tổ quốc và các đoàn thể',
  ],
};

/** A ward and a special zone have their department of the economy with infrastructure and towns. */
export function postsOf(set: Exclude<PostSet, 'template'>, kind: UnitKind | null): string[] {
  const isTown = kind === 'phường' || kind === 'đặc khu';
  return POSTS[set].map((post) => (isTown && post === 'Phòng Kinh tế' ? 'Phòng Kinh tế, Hạ tầng và Đô thị' : post));
}

/** Whom the work of a post falls to under the other set, as offices mostly have it since 01/7/2025 and had it before; the office's to change. */
const SUCCESSORS: Readonly<Record<Exclude<PostSet, 'template'>, Readonly<Record<string, string>>>> = {
  'posts-2025': {
    'Chủ tịch UBND xã': CHAIRMAN,
    'Văn phòng – Thống kê': 'Văn phòng HĐND và UBND',
    'Văn phòng – Thống kê (Văn phòng)': 'Văn phòng HĐND và UBND',
    'Văn phòng – Thống kê (Nội vụ)': 'Phòng Văn hóa – Xã hội',
    'Tư pháp – Hộ tịch': 'Văn phòng HĐND và UBND',
    'Tài chính – Kế toán': 'Phòng Kinh tế',
    'Địa chính – Xây dựng và Môi trường': 'Phòng Kinh tế',
    'Văn hóa – Xã hội': 'Phòng Văn hóa – Xã hội',
    'Đài truyền thanh': 'Phòng Văn hóa – Xã hội',
    'Các công chức chuyên môn': 'Các phòng',
  },
  'posts-2021': {
    'Chủ tịch UBND xã': CHAIRMAN,
    'Văn phòng – Thống kê (Văn phòng)': 'Văn phòng – Thống kê',
    'Văn phòng – Thống kê (Nội vụ)': 'Văn phòng – Thống kê',
    'Đài truyền thanh': 'Văn hóa – Xã hội',
    'Văn phòng HĐND và UBND': 'Văn phòng – Thống kê',
    'Trung tâm Phục vụ hành chính công': 'Văn phòng – Thống kê',
    'Phòng Kinh tế': 'Tài chính – Kế toán',
    'Phòng Kinh tế, Hạ tầng và Đô thị': 'Tài chính – Kế toán',
    'Phòng Văn hóa – Xã hội': 'Văn hóa – Xã hội',
    'Các phòng': 'Các công chức chuyên môn',
  },
};

/** The roles of a cell of a template under another set of posts; one that both know stays. */
export function rolesUnder(set: Exclude<PostSet, 'template'>, kind: UnitKind | null, roles: string): string {
  const posts = postsOf(set, kind);
  const isTown = (post: string): string => posts.find((each) => each.startsWith(post)) ?? post;
  const named = roles
    .split(';')
    .map((role) => role.trim())
    .filter((role) => role !== '')
    .map((role) => (posts.includes(role) ? role : isTown(SUCCESSORS[set][role] ?? role)));
  return [...new Set(named)].join('; ');
}

export const POST_NOTES = { chairman: 'Nhận thư cảnh báo', keeper: 'Thường trực CCHC' } as const;

/** The plan of a blank workbook, until the office writes its own title. */
export function sayBlankPlan({ first, last }: Years): string {
  return `Kế hoạch cải cách hành chính ${first === last ? `năm ${first}` : `giai đoạn ${first} - ${last}`}`;
}

export const BLANK_PLAN = { id: 'KH1', note: 'Đề nghị nhập tên, số, ngày ban hành' } as const;

export const SET_UP_REFUSALS = {
  noUnit: 'Chưa cho biết tên đơn vị. Ví dụ: UBND phường Bình Yên. Chưa tạo gì.',
  badDay: (text: string): string => `«${text}» không phải là ngày. Đề nghị ghi như 01/07/2025. Chưa tạo gì.`,
  keeper: (role: string, posts: readonly string[]): string =>
    `Không có chức danh «${role}» để làm thường trực CCHC. Các chức danh: ${posts.join('; ')}. Chưa tạo gì.`,
  years: (text: string): string => `Không hiểu các năm «${text}». Đề nghị ghi như 2026-2030 hoặc 2026.`,
} as const;
