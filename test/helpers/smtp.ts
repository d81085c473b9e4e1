import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** When during one mail something is done to it. */
export type Moment = 'connected' | 'recipient' | 'data' | 'accepted';
export type Received = { readonly to: readonly string[]; readonly from: string; readonly bytes: Buffer };

export type MailServer = {
  readonly port: number;
  readonly received: Received[];
  close(): Promise<void>;
};

/** What the server does to a recipient, by the beginning of the address. */
const REFUSED = 'tu-choi';
const REFUSED_LATE = 'tu-choi-sau';
const CUT_EARLY = 'ngat-truoc';
const CUT_LATE = 'ngat-sau';

const refusal = (responseCode: number): Error => Object.assign(new Error('no'), { responseCode });

/** A mail server on this machine that takes every mail, but refuses or hangs up where the recipient's address says so. */
export function mailServer(
  options: SMTPServerOptions = {},
  on: (moment: Moment, count: number) => void = () => {},
): Promise<MailServer> {
  const received: Received[] = [];
  let count = 0;
  const hangUp = (): void => {
    for (const connection of server.connections) connection._socket.destroy();
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onConnect: (_, done) => {
      on('connected', count + 1);
      done();
    },
    onRcptTo: ({ address }, _, done) => {
      on('recipient', count + 1);
      if (address.startsWith(CUT_EARLY)) hangUp();
      else done(address.startsWith(REFUSED) && !address.startsWith(REFUSED_LATE) ? refusal(550) : null);
    },
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        count += 1;
        const to = envelope.rcptTo.map(({ address }) => address);
        if (to[0]?.startsWith(REFUSED_LATE)) return done(refusal(554));
        received.push({ to, from: envelope.mailFrom === false ? '' : envelope.mailFrom.address, bytes: Buffer.concat(parts) });
        on('data', count);
        if (to[0]?.startsWith(CUT_LATE)) return hangUp();
        done(null);
        on('accepted', count);
      });
    },
    ...options,
  });
  server.on('error', () => {});
  return new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.server.address() as AddressInfo;
      ready({ port, received, close: () => new Promise((done) => server.close(() => done())) });
    });
  });
}
