import type { AppraisedRow } from '../../domain/period/appraisal.ts';

/** A row typed in a form; texts are read as if typed into the sheet. */
export type EnterRequest = {
  readonly tab: string;
  readonly id: string;
  readonly period: string;
  /** Header → what was typed. */
  readonly values: Readonly<Record<string, string>>;
  /** Header → what stood there when the form was opened; a cell that says something else by now is not written over. */
  readonly before?: Readonly<Record<string, string>>;
};
/** A cell that somebody changed while a form was open, and the two texts to choose from. */
export type Conflict = { readonly header: string; readonly now: string; readonly typed: string };
/** Where the appraisal of a row stands. */
export type AppraiseReply = Pick<AppraisedRow, 'state' | 'reason'>;
/** How `Minh chứng` names a file that was kept; `isBeside`: it lies beside the workbook, else in the person's own Drive. */
export type KeepEvidenceReply = { readonly line: string; readonly isBeside: boolean };
export type EnterReply = {
  /** «Đã lưu lúc 09:15. Còn 04 nội dung chưa nhập.» */
  readonly sentence: string;
  readonly result: string;
  readonly explanation: string;
  /** Header → what the cell says now: what a form holds against the sheet the next time. */
  readonly texts: Readonly<Record<string, string>>;
};
