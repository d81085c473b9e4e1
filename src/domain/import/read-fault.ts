/** Why a document cannot be read; each has its sentence and next step in `words/import/`. */
export type ReadFault =
  | 'not-a-zip'
  | 'encrypted'
  | 'broken'
  | 'too-large'
  | 'old-word'
  | 'old-excel'
  | 'protected'
  | 'no-document'
  | 'no-text'
  | 'not-utf8'
  | 'scan'
  | 'pdf-elsewhere'
  | 'unknown-kind';

/** Thrown inside the readers and answered as data: a file that somebody brings is no failure of ours. */
export class NotReadable extends Error {
  readonly fault: ReadFault;
  constructor(fault: ReadFault) {
    super(fault);
    this.fault = fault;
  }
}
