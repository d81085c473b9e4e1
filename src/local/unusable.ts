/** The workbook, or what was asked, cannot be used: one clear Vietnamese sentence for the person, never a stack trace. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}

/** Node's short code of a failed file operation (`EACCES`), for the sentence. */
export function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '?';
}
