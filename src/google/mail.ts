import type { MailPort } from '../app/ports.ts';
import type { MailApp } from './surface/services.ts';

/** Mail of the account that runs the script. */
export function googleMail(service: MailApp): MailPort {
  return {
    remaining: () => {
      try {
        return service.getRemainingDailyQuota();
      } catch {
        return null;
      }
    },
    send: ({ to, subject, text, html, replyTo, senderName }) =>
      service.sendEmail({ to, subject, body: text, htmlBody: html, name: senderName, ...(replyTo === '' ? {} : { replyTo }) }),
  };
}
