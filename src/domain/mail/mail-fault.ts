/** Why a mail server did not take a mail, as far as it can be told without what the server wrote or the account's secret. */
export const MAIL_FAULT_KINDS = ['password', 'not-encrypted', 'certificate', 'address', 'refused', 'connection', 'slow'] as const;
export type MailFault = {
  readonly kind: (typeof MAIL_FAULT_KINDS)[number];
  /** The server's reply code (535, 550), where it gave one. */
  readonly code: number | null;
};

/** The fault as it travels in an error's message, the only thing that reaches a script beside the error's name. */
export function writeFault({ kind, code }: MailFault): string {
  return `[${kind}${code === null ? '' : ` ${code}`}]`;
}

/** The fault that a message carries, or `null`: the host that sends could not tell. */
export function readFault(message: string): MailFault | null {
  const [, word, code] = /\[([a-z-]+)(?: (\d{3}))?\]/u.exec(message) ?? [];
  const kind = MAIL_FAULT_KINDS.find((known) => known === word);
  return kind === undefined ? null : { kind, code: code === undefined ? null : Number(code) };
}
