import { REFUSALS } from '../../words/core/refusals.ts';
import type { OutgoingMail } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';

/** Our own, narrow grammar: no quotes, comments, lists or foreign letters ever reach a mailer (CVE-2025-14874 was such a one). */
const LOCAL = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*$/iu;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/iu;

/** Whether a mail may go to this address: one plain mailbox in one plain domain. */
export function isMailAddress(text: string): boolean {
  const [local = '', domain = '', ...more] = text.split('@');
  const labels = domain.split('.');
  return (
    more.length === 0 &&
    text.length <= 254 &&
    local.length <= 64 &&
    LOCAL.test(local) &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    /^[a-z]{2,}$/iu.test(labels[labels.length - 1] ?? '')
  );
}

/** Line breaks and other control characters would begin a new header; so would an encoded word that holds them. */
const CONTROL = /[\p{Cc}\u2028\u2029]|=\?/u;

/** Refuses a mail whose header fields could smuggle in another. */
export function checkHeaders(mail: OutgoingMail): void {
  const fields = [mail.to, mail.subject, mail.replyTo, mail.senderName];
  const addresses = mail.replyTo === '' ? [mail.to] : [mail.to, mail.replyTo];
  if (fields.some((field) => CONTROL.test(field)) || !addresses.every(isMailAddress)) refuse(REFUSALS.badHeader);
}
