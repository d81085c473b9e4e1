import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

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

/** Sends finished bytes through the server of the URL, over TLS whenever there is a password to protect. */
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
  try {
    await answered((done) => connection.connect(done), connection);
    if (auth !== undefined) await answered((done) => connection.login(auth, done), connection);
    await answered((done) => connection.send({ from: envelope.from, to: [...envelope.to] }, message, done), connection);
    connection.quit();
  } catch (thrown) {
    connection.close();
    throw begun && !isRefusal(thrown) ? thrown : new NotSent(messageOf(thrown));
  }
}

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

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
