/** Why a file cannot be opened or saved as a workbook. */
export type WorkbookRefusal =
  | 'not-a-zip'
  | 'damaged'
  | 'encrypted'
  | 'legacy-xls'
  | 'too-large'
  | 'too-many'
  | 'too-long'
  | 'doctype'
  | 'no-workbook-part'
  | 'missing-part'
  | 'unordered-rows'
  | 'too-far'
  | 'array-part'
  | 'signed'
  | 'strict'
  | 'locked-structure';

/** A file we refuse: why, as a code; the part or cell it was found in; and the limit it passes. The host says it in words. */
export class NotAWorkbook extends Error {
  readonly code: WorkbookRefusal;
  readonly part: string | null;
  readonly limit: { readonly what: string; readonly most: number } | null;

  constructor(code: WorkbookRefusal, part: string | null = null, limit: NotAWorkbook['limit'] = null) {
    super([code, limit?.what ?? null, part].filter((piece) => piece !== null).join(': '));
    this.name = 'NotAWorkbook';
    this.code = code;
    this.part = part;
    this.limit = limit;
  }
}
