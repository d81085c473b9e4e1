/** How `Thông tin chung` says what the office calls our tabs and columns. */
export const OWN_LAYOUT_WORDS = { tab: 'Trang riêng', column: 'Cột riêng' } as const;
