/** A demonstration: its plan, the results that are typed, and the day and the period in which it plays. */
export type Sample = { readonly template: string; readonly file: string; readonly day: string; readonly period: string };

/** By the year in which each plays. */
export const SAMPLES = {
  '2024': { template: 'gia-luong-2021-2025', file: 'gia-luong.json', day: '2024-06-20', period: '6 tháng đầu năm 2024' },
  '2026': { template: 'phuong-2026-2030', file: 'phuong-2026.json', day: '2026-06-20', period: '6 tháng đầu năm 2026' },
} as const satisfies Readonly<Record<string, Sample>>;

/** The day and the period of the demonstration that is played unless another is asked for. */
export const { day: DEMO_DAY, period: DEMO_PERIOD } = SAMPLES['2024'];

/** The demonstration that plays on that day. */
export function sampleOn(day: string): Sample {
  return Object.values(SAMPLES).find((sample) => sample.day === day) ?? SAMPLES['2024'];
}
