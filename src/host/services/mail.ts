import type { MailApp } from '../../google/surface/services.ts';
import type { Environment, MailMessage } from '../core/environment.ts';
import { GoogleError } from '../core/google-error.ts';
import { service } from '../core/membrane.ts';
import { demandConsent } from './permission.ts';

/** Recipients a day of a consumer account, the smaller of Google's two limits (docs/platform.md#quotas-and-limits). */
const DAILY_RECIPIENTS = 100;
const RECIPIENTS_PER_MESSAGE = 50;
/** Of either body, for a consumer account. */
const BODY_BYTES = 200 * 1024;
const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/u;

const longest = ({ body, htmlBody }: MailMessage): number => Math.max(Buffer.byteLength(body), Buffer.byteLength(htmlBody));

/** `MailApp`: counts recipients per day in the sidecar and hands the message to the host's post. */
export function mailApp(environment: Environment): MailApp {
  const { sidecar } = environment;
  const counted = (call: string): void => {
    environment.calls.count('mail');
    demandConsent(environment, { call: `MailApp.${call}`, scopes: ['script.send_mail'] });
  };
  const used = (): number => (sidecar.mailed.day === environment.now().day ? sidecar.mailed.recipients : 0);
  return service({
    getRemainingDailyQuota: () => {
      counted('getRemainingDailyQuota');
      return DAILY_RECIPIENTS - used();
    },
    sendEmail: (message) => {
      counted('sendEmail');
      const recipients = message.to.split(',').map((address) => address.trim());
      const bad = recipients.find((address) => !ADDRESS.test(address));
      if (bad !== undefined) throw new GoogleError(`Invalid email: ${bad}`);
      if (longest(message) > BODY_BYTES) throw new GoogleError('Limit exceeded: Email Body Size.');
      if (recipients.length > RECIPIENTS_PER_MESSAGE) throw new GoogleError('Limit exceeded: Email Recipients Per Message.');
      if (used() + recipients.length > DAILY_RECIPIENTS)
        throw new GoogleError('Service invoked too many times for one day: email.');
      environment.deliver({ ...message, to: recipients.join(', ') });
      sidecar.mailed = { day: environment.now().day, recipients: used() + recipients.length };
    },
  });
}
