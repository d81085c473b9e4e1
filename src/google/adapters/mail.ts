import type { MailPort } from '../../app/base/ports.ts';
import type { MailApp } from '../surface/services.ts';
import { isLacking } from './failure.ts';

/** Mail of the account that runs the script. */
export function googleMail(service: MailApp): MailPort {
  return {
    remaining: () => {
      try {
        return service.getRemainingDailyQuota();
      } catch (error) {
        // Who withheld the permission to mail must hear of that, not of a quota.
        if (isLacking(error)) throw error;
        return null;
      }
    },
    send: ({ to, subject, text, html, replyTo, senderName }) =>
      service.sendEmail({ to, subject, body: text, htmlBody: html, name: senderName, ...(replyTo === '' ? {} : { replyTo }) }),
  };
}
