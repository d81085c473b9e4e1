/** The day and the period of the demonstration. */
export const DEMO_DAY = '2024-06-20';

export const DEMO_PERIOD = '6 tháng đầu năm 2024';
