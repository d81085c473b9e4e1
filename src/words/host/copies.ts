/** Copies of the workbook that the local edition keeps beside it. */

/** Before what a copy is kept, by the name of the call. */
const BEFORE = {
  'set-up': 'trước khi thiết lập',
  upgrade: 'trước khi nâng cấp',
  'import-plan': 'trước khi đưa kế hoạch vào',
} as const;
export type CopyReason = keyof typeof BEFORE;

/** Whether a copy is kept before the call of this name. */
export function isCopiedBefore(call: string): call is CopyReason {
  return Object.keys(BEFORE).includes(call);
}

export const COPY_WORDS = {
  folder: 'ban-sao',
  /** «so-cchc (trước khi nâng cấp)». */
  name: (stem: string, before: CopyReason): string => `${stem} (${BEFORE[before]})`,
  /** Whether a file is called so, with the number that tells it from others of the same reason. */
  isName: (name: string, stem: string): boolean =>
    Object.values(BEFORE).some((before) => name.normalize('NFC').startsWith(`${stem} (${before})`.normalize('NFC'))),
  kept: (path: string): string => `Đã giữ một bản sao của sổ trước khi làm: ${path}`,
} as const;
