import type { ZipFault } from '../zip/read-zip.ts';

/** Why a document cannot be read as a plan; each has its sentence and next step in `words/import/`. */
export type ReadFault =
  | ZipFault
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
