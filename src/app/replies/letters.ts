import type { Place } from './lines.ts';

/** A proposal that waits for the chairman's word, and the row that takes it. */
export type RequestLine = {
  readonly of: 'actual' | 'entry';
  readonly id: string;
  readonly period: string;
  /** Under which number the last mail asked it; `null`: no mail asked it yet. */
  readonly number: number | null;
  /** The proposal, its lead and the matter, ready to show. */
  readonly text: string;
  readonly at: Place | null;
};

/** One mail of the ledger as a page shows it. */
export type DeliveryLine = {
  readonly id: string;
  /** «20/6/2024, tuphap@example.vn». */
  readonly head: string;
  /** What became of it, with why. */
  readonly state: string;
  /** Nobody knows whether it went, or it did not: a person must look. */
  readonly isOpen: boolean;
  readonly at: Place | null;
};

/** What is asked of the chairman, which mails went, and which would go now. */
export type LettersView = {
  /** The day of the last mail to the chairman, as text; '' = none yet. */
  readonly asked: string;
  readonly requests: readonly RequestLine[];
  readonly deliveries: readonly DeliveryLine[];
  readonly more: number;
  /** To whom and with which subject the next run would write. */
  readonly waiting: readonly string[];
};

export type OpinionRequest = {
  readonly rows: readonly { readonly of: 'actual' | 'entry'; readonly id: string; readonly period: string }[];
  readonly opinion: string;
};
export type OpinionReply = { readonly recorded: number; readonly sentence: string };
export type TestMailReply = { readonly sentence: string };
