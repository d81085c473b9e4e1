/** `Vị trí` of the line of `Nhật ký` that says what the columns of a table hold. */
export const COLUMNS_PLACE = 'Cột của bảng trong văn bản kế hoạch';
