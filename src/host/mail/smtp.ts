import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type MailFault, writeFault } from '../../domain/mail/mail-fault.ts';

/** One mail from the first byte to the last, in milliseconds; longer where the URL says `?totalTimeout=…`. A server that drips a byte a second else holds the program for ever. */
const TOTAL_MS = 90_000;
/** Somebody waits for the answer: a mail server that says nothing is given up, in milliseconds. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/** Hosts to which a password may go without TLS: it does not leave the machine. */
const OWN_MACHINE = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/u;

/** A finished message and whom it is for. */
export type Envelope = { readonly from: string; readonly to: readonly string[] };

/**
 * A mail of which it is certain that it did not go: the server refused it, or the connection ended before a byte of it was
 * asked for. Any other failure leaves open whether it went.
 */
export class NotSent extends Error {
  override readonly name = 'NotSent';
}

/** Sends finished bytes through the server of the URL, over TLS whenever there is a password to protect. Errors tell a `MailFault`. */
export async function sendBySmtp(url: string, envelope: Envelope, bytes: Uint8Array): Promise<void> {
  let begun = false;
  const message = new Readable({
    read() {
      begun = true;
      this.push(bytes);
      this.push(null);
    },
  });
  const { auth, ...options } = optionsOf(url);
  const connection = new SMTPConnection(options);
  // What it still says after it was given up is nobody's any more, and would else end the program.
  connection.on('error', () => undefined);
  const talk = async (): Promise<void> => {
    await answered((done) => connection.connect(done), connection);
    if (auth !== undefined) await answered((done) => connection.login(auth, done), connection);
    await answered((done) => connection.send({ from: envelope.from, to: [...envelope.to] }, message, done), connection);
    connection.quit();
  };
  try {
    await within(totalOf(url), talk());
  } catch (thrown) {
    connection.close();
    const told = writeFault(faultOf(thrown));
    throw begun && !isRefusal(thrown) ? new Error(told) : new NotSent(told);
  }
}

/** What takes longer than it may. */
class TooSlow extends Error {}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow()), milliseconds);
  });
  // What the connection still says when it is closed is nobody's any more.
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function totalOf(url: string): number {
  const given = Number(new URL(url).searchParams.get('totalTimeout') ?? TOTAL_MS);
  return Number.isFinite(given) && given > 0 ? given : TOTAL_MS;
}

/** Why it went wrong, by nodemailer's codes (https://nodemailer.com/smtp#error-codes) and, of a certificate, by OpenSSL's words. */
function faultOf(thrown: unknown): MailFault {
  if (thrown instanceof TooSlow) return { kind: 'slow', code: null };
  const { code, responseCode, command }: { code?: unknown; responseCode?: unknown; command?: unknown } = Object(thrown);
  const reply = typeof responseCode === 'number' ? responseCode : null;
  if (CERTIFICATE.test(thrown instanceof Error ? thrown.message : '')) return { kind: 'certificate', code: null };
  if (code === 'EAUTH') return { kind: 'password', code: reply };
  if (command === 'STARTTLS' || code === 'ETLS') return { kind: 'not-encrypted', code: reply };
  if (code === 'EENVELOPE' && command === 'RCPT TO') return { kind: 'address', code: reply };
  return { kind: reply === null ? 'connection' : 'refused', code: reply };
}

const CERTIFICATE = /certificat|altname/iu;

type Options = SMTPConnection.Options & { readonly auth?: SMTPConnection.AuthenticationType | undefined };

/** What the URL says; its parameters (`?requireTLS=false`, `?socketTimeout=…`) come last. */
function optionsOf(url: string): Options {
  const options: Options = parseConnectionUrl(url);
  const secret = options.auth !== undefined && !OWN_MACHINE.test(options.host ?? '');
  return { ...(secret ? { requireTLS: true } : {}), ...PATIENCE, ...options };
}

/** Waits for one step; the connection may also break by itself meanwhile. */
function answered(step: (done: (error?: Error | null) => void) => void, connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    step((error) => {
      connection.off('error', reject);
      if (error == null) resolve();
      else reject(error);
    });
  });
}

/** A reply of the server in the 400s or 500s: it did not take the mail. */
function isRefusal(thrown: unknown): boolean {
  return thrown instanceof Error && 'responseCode' in thrown && Number(thrown.responseCode) >= 400;
}
