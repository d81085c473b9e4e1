/** The screens of the sidebar, in the order of its buttons. */
export const SCREEN_NAMES = ['today', 'enter', 'check', 'indicators', 'report'] as const;
type ButtonName = (typeof SCREEN_NAMES)[number];
/** These have no button of their own: `today` leads to `owed` and `mail`, the menu to `extras`. */
export type ScreenName = ButtonName | 'owed' | 'mail' | 'extras';
/** What stands alone in a dialog. */
const DIALOG_NAMES = [
  'set-up',
  'roll-over',
  'open-period',
  'close-period',
  'reopen-period',
  'reason',
  'import',
  'files',
] as const;
export type DialogName = (typeof DIALOG_NAMES)[number];
/** A part of a screen that a menu item may ask for; its heading takes the focus. */
export type SectionName = 'reconcile' | 'template' | 'papers' | 'proposals';
/** What the page may be opened at: `data-part` on the document. */
export type PagePart = ScreenName | SectionName | DialogName;
export const ALL_PARTS: readonly PagePart[] = [
  ...SCREEN_NAMES,
  'owed',
  'extras',
  'reconcile',
  'template',
  'papers',
  'proposals',
  ...DIALOG_NAMES,
];

/** Whether a part stands alone in a dialog. */
export function isDialog(part: PagePart): part is DialogName {
  return DIALOG_NAMES.some((name) => name === part);
}

type ScreenWords = {
  /** On its button: short, because five stand side by side in 300 px. */
  readonly button: string;
  readonly title: string;
};

export const SCREEN_WORDS: Readonly<Record<ScreenName, ScreenWords>> = {
  today: { button: 'Hôm nay', title: 'Việc hôm nay' },
  enter: { button: 'Nhập', title: 'Nhập kết quả của tôi' },
  owed: { button: 'Hôm nay', title: 'Danh sách chưa nhập' },
  mail: { button: 'Hôm nay', title: 'Thư và ý kiến chỉ đạo' },
  extras: { button: 'Hôm nay', title: 'Theo dõi thêm' },
  check: { button: 'Kiểm tra', title: 'Kiểm tra số liệu' },
  indicators: { button: 'Chỉ tiêu', title: 'Chỉ tiêu' },
  report: { button: 'Báo cáo', title: 'Báo cáo' },
};

/** The label of the row of buttons for screen readers. */
export const SCREENS_LABEL = 'Các màn hình';
