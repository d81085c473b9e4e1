/** The workbook, or what was asked, cannot be used: one clear Vietnamese sentence for the person, never a stack trace. */
export class Unusable extends Error {
  override readonly name: string = 'Unusable';
}

/** Another program has the file, or changed it: reading it again is the mend. */
export class Stale extends Unusable {}

/** Node's short code of a failed file operation (`EACCES`), for the sentence. */
export function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '?';
}
