import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { MAIL_FAULT_KINDS, type MailFault, readFault } from '../../src/domain/mail/mail-fault.ts';
import { sendBySmtp } from '../../src/host/mail/smtp.ts';
import { sayMailFault } from '../../src/words/core/refusals.ts';
import { type MailServer, mailServer } from '../helpers/smtp.ts';

const servers: { close(): unknown }[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function served(...options: Parameters<typeof mailServer>): Promise<MailServer> {
  const server = await mailServer(...options);
  servers.push(server);
  return server;
}

/** A server that says these lines one after another, whatever it is told. */
function saying(talk: (socket: Socket) => void): Promise<number> {
  const server: Server = createServer(talk);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  servers.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)));
}

const SECRET = 'mat-khau-bi-mat';
const send = (url: string, to = 'chu-tich@example.vn') =>
  sendBySmtp(url, { from: 'so@example.vn', to: [to] }, Buffer.from('Subject: x\r\n\r\nx'));

async function failure(url: string, to?: string): Promise<{ name: string; fault: MailFault | null; message: string }> {
  const thrown: unknown = await send(url, to).then(
    () => null,
    (error: unknown) => error,
  );
  const { name, message } = thrown instanceof Error ? thrown : new Error('nothing was thrown');
  return { name, fault: readFault(message), message };
}

describe('why a mail did not go', () => {
  it('is a wrong password, with the code and without the secret', async () => {
    const { port } = await served({
      disabledCommands: ['STARTTLS'],
      onAuth: (_, __, done) => done(Object.assign(new Error(`no ${SECRET}`), { responseCode: 535 })),
    });
    const { name, fault, message } = await failure(`smtp://van-phong:${SECRET}@127.0.0.1:${port}`);
    expect([name, fault]).toEqual(['NotSent', { kind: 'password', code: 535 }]);
    expect(message).not.toContain(SECRET);
  });

  it('is an address that the server does not take', async () => {
    const { port } = await served();
    expect(await failure(`smtp://127.0.0.1:${port}`, 'tu-choi@example.vn')).toMatchObject({
      name: 'NotSent',
      fault: { kind: 'address', code: 550 },
    });
  });

  it('is a refusal of the mail itself', async () => {
    const { port } = await served();
    expect(await failure(`smtp://127.0.0.1:${port}`, 'tu-choi-sau@example.vn')).toMatchObject({
      name: 'NotSent',
      fault: { kind: 'refused', code: 554 },
    });
  });

  it('is a certificate that nobody signed', async () => {
    const { port } = await served({ secure: true });
    expect(await failure(`smtps://127.0.0.1:${port}`)).toMatchObject({
      name: 'NotSent',
      fault: { kind: 'certificate', code: null },
    });
  });

  it('is a connection that is refused', async () => {
    expect(await failure('smtp://127.0.0.1:1')).toMatchObject({ name: 'NotSent', fault: { kind: 'connection', code: null } });
  });

  it('is said in a sentence of its own with the code', () => {
    const said = MAIL_FAULT_KINDS.map((kind) => sayMailFault({ kind, code: 535 }));
    expect(new Set(said).size).toBe(MAIL_FAULT_KINDS.length);
    for (const sentence of said) expect(sentence).toMatch(/^Máy chủ thư .*|^Không .*|^Chứng thư .*/u);
    for (const sentence of said) expect(sentence).toContain('(mã 535).');
  });
});

describe('a password', () => {
  /** Offers no encryption and takes every command; keeps what it was told. */
  const plainServer = async (heard: string[]): Promise<number> =>
    saying((socket) => {
      socket.write('220 plain\r\n');
      socket.on('data', (bytes) => {
        const line = bytes.toString();
        heard.push(line);
        if (/^EHLO/iu.test(line)) socket.write('250-plain\r\n250 AUTH PLAIN LOGIN\r\n');
        else socket.write(/^STARTTLS/iu.test(line) ? '502 no\r\n' : '250 ok\r\n');
      });
    });

  it('does not leave the machine without encryption', async () => {
    const heard: string[] = [];
    const port = await plainServer(heard);
    // Another name of this machine, which the rule for the own machine does not know.
    const { fault } = await failure(`smtp://van-phong:${SECRET}@0.0.0.0:${port}`);
    expect(fault?.kind).toBe('not-encrypted');
    expect(heard.join('')).not.toContain('AUTH');
  });

  it('does where the office says so in the address of the server', async () => {
    const heard: string[] = [];
    const port = await plainServer(heard);
    await failure(`smtp://van-phong:${SECRET}@0.0.0.0:${port}?requireTLS=false&socketTimeout=500`);
    expect(heard.join('')).toContain('AUTH');
  });
});

describe('a mail server that drips', () => {
  it('is given up after a limit on the whole mail, and leaves open whether the mail went', async () => {
    const port = await saying((socket) => {
      socket.write('220 drip\r\n');
      let inData = false;
      socket.on('data', (bytes) => {
        const line = bytes.toString();
        if (inData) return;
        inData = /^DATA/imu.test(line);
        socket.write(inData ? '354 go\r\n' : '250 ok\r\n');
        if (inData) setInterval(() => socket.write('2'), 50).unref();
      });
    });
    const began = performance.now();
    const { name, fault } = await failure(`smtp://127.0.0.1:${port}?totalTimeout=700`);
    expect([name, fault]).toEqual(['Error', { kind: 'slow', code: null }]);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
