/** How `Thông tin chung` says what the office calls our tabs and columns; apart from what is said when they are agreed to, because every edit reads it. */
export const OWN_LAYOUT_WORDS = { tab: 'Trang riêng', column: 'Cột riêng' } as const;
