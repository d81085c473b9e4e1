import { FILE_SENTENCES } from '../../words/host/local.ts';

/** The workbook, or what was asked, cannot be used: one clear Vietnamese sentence for the person, never a stack trace. */
export class Unusable extends Error {
  override readonly name: string = 'Unusable';
}

/** Another program has the file, or changed it: reading it again is the mend. */
export class Stale extends Unusable {}

/** A file or a folder that cannot be written; `code` is Node's. */
export class NotWritable extends Unusable {
  readonly code: string;
  constructor(path: string, thrown: unknown) {
    const code = codeOf(thrown);
    super(FILE_SENTENCES.notWritable(path, code));
    this.code = code;
  }
}

/** Node's short code of a failed file operation (`EACCES`), for the sentence. */
export function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '?';
}
