/** Why a file cannot be opened or saved as a workbook. */
export type WorkbookRefusal =
  | 'not-a-zip'
  | 'damaged'
  | 'encrypted'
  | 'legacy-xls'
  | 'too-large'
  | 'doctype'
  | 'no-workbook-part'
  | 'missing-part'
  | 'unordered-rows'
  | 'too-far'
  | 'array-part'
  | 'signed'
  | 'strict'
  | 'locked-structure';

/** A file we refuse, with the reason as a code and the part it was found in; the host says it in words. */
export class NotAWorkbook extends Error {
  readonly code: WorkbookRefusal;
  readonly part: string | null;

  constructor(code: WorkbookRefusal, part: string | null = null) {
    super(part === null ? code : `${code}: ${part}`);
    this.name = 'NotAWorkbook';
    this.code = code;
    this.part = part;
  }
}
