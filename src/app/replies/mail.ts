/** What is answered about mails and the daily run. */

export type MailOutcome =
  | 'sent'
  | 'nothing-new'
  | 'off-until-first-close'
  | 'no-recipient'
  | 'no-quota'
  | 'in-doubt'
  | 'failed'
  | 'preview'
  | 'busy';
/** One mail of a run: to whom, which parts it has, what it says and what became of it. */
export type MailLine = {
  readonly to: string;
  readonly about: readonly ('digest' | 'clerk' | 'own')[];
  readonly outcome: MailOutcome;
  /** Why it did not go or nobody knows, with what to do; left out where nothing went wrong or nobody can tell. */
  readonly why?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};
/** What became of a mail run: of the first mail that was not quiet, and of each; `queued` wait for another run. */
export type MailReply = {
  readonly outcome: MailOutcome;
  readonly subject: string | null;
  readonly text: string | null;
  readonly html: string | null;
  readonly mails: readonly MailLine[];
  readonly queued: number;
};
/** What a daily run did; `troubles` are sentences, empty when all went well. */
export type DailyReply = { readonly mail: MailReply | null; readonly troubles: readonly string[] };
