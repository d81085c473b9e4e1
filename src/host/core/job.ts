/** What the worker does for a synchronous service; every part of a job is plain data. */
export type Job =
  | { readonly do: 'eml'; readonly mail: PostedMail }
  | { readonly do: 'smtp'; readonly mail: PostedMail; readonly url: string }
  | { readonly do: 'pdf'; readonly soffice: string; readonly docx: Uint8Array };

/** A mail with everything that would otherwise differ from run to run: its id, date and boundary. */
export type PostedMail = {
  readonly from: { readonly name: string; readonly address: string };
  /** The address alone, for the mail server. */
  readonly sender: string;
  readonly to: string;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  /** RFC 5322 wants the date with its zone; made from the host's modelled clock. */
  readonly date: string;
  readonly boundary: string;
};
