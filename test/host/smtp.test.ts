import { simpleParser } from 'mailparser';
import type { SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  CHAIRMAN,
  CLERK,
  cchc,
  copyOfOffice,
  JUSTICE,
  ledgerOf,
  lettersIn,
  type MailOffice,
  makeMailOffice,
} from '../helpers/mail-office.ts';
import { type MailServer, mailServer } from '../helpers/smtp.ts';
import { times } from '../helpers/sweep.ts';

const SLOW = 600_000;
const REFUSED = 'Không gửi được';
const DOUBTFUL = 'Chưa rõ đã gửi hay chưa';
const SENT = 'Đã gửi';

const servers: MailServer[] = [];
const offices: MailOffice[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});
afterAll(() => {
  for (const office of offices) office.remove();
});

async function serving(...options: Parameters<typeof mailServer>): Promise<MailServer> {
  const server = await mailServer(...options);
  servers.push(server);
  return server;
}
const mail = (office: MailOffice, url: string, today = '2024-06-20') =>
  cchc(['mail', office.path, '--today', today], { SMTP_URL: url });

describe('mail through a server of the office', () => {
  let office: MailOffice;
  let small: MailOffice;
  beforeAll(() => {
    office = makeMailOffice([
      [CHAIRMAN, 'tu-choi@example.vn'],
      [CLERK, 'van-phong@example.vn'],
      [JUSTICE, 'ngat-truoc@example.vn'],
      [JUSTICE, 'tot@example.vn'],
      [JUSTICE, 'ngat-sau@example.vn'],
      [JUSTICE, 'tu-choi-sau@example.vn'],
    ]);
    small = makeMailOffice([[CHAIRMAN, 'chu-tich@example.vn']]);
    offices.push(office, small);
  }, SLOW);

  it(
    'knows what surely did not go from what may have gone',
    async () => {
      const server = await serving();
      const { code, out } = await mail(office, `smtp://127.0.0.1:${server.port}`);
      expect(code).toBe(1);
      expect(ledgerOf(office).map(({ to, state }) => [to.split('@')[0], state])).toEqual([
        ['tu-choi', REFUSED],
        ['van-phong', SENT],
        ['ngat-truoc', REFUSED],
        ['tot', SENT],
        ['ngat-sau', DOUBTFUL],
        ['tu-choi-sau', REFUSED],
      ]);
      expect(server.received.map(({ to }) => to[0]?.split('@')[0])).toEqual(['van-phong', 'tot', 'ngat-sau']);
      expect(out).toContain('tu-choi@example.vn: Không gửi được thư.');
      expect(lettersIn(office)).toEqual([]);
    },
    SLOW,
  );

  it(
    'the next morning sends the refused again as they were, the doubtful marked, and tells the clerk of both',
    async () => {
      const server = await serving();
      await mail(office, `smtp://127.0.0.1:${server.port}`, '2024-06-21');
      const texts = await Promise.all(
        server.received.map(async ({ to, bytes }) => [to[0], (await simpleParser(bytes)).text ?? ''] as const),
      );
      const text = (to: string): string => texts.find(([address]) => address?.startsWith(to))?.[1] ?? '';
      expect(text('ngat-sau')).toContain('(có thể đã báo)');
      expect(text('van-phong')).toMatch(/Có 01 thư chưa rõ đã gửi hay chưa \(gửi ngat-sau@example\.vn ngày 20\/6\)/u);
      expect(text('van-phong')).toMatch(/Có 02 thư không gửi được \(gửi ngat-truoc@example\.vn ngày 20\/6; gửi tu-choi-sau@/u);
      expect(
        ledgerOf(office)
          .filter(({ day }) => day === '2024-06-21')
          .map(({ to, state }) => [to.split('@')[0], state]),
      ).toEqual([
        ['tu-choi', REFUSED],
        ['van-phong', SENT],
        ['ngat-truoc', REFUSED],
        ['ngat-sau', DOUBTFUL],
        ['tu-choi-sau', REFUSED],
      ]);
    },
    SLOW,
  );

  it(
    'gives up a server that is dead after three mails: they surely did not go, the others wait',
    async () => {
      const copy = copyOfOffice(office);
      offices.push(copy);
      const { code, out } = await mail(copy, 'smtp://127.0.0.1:1', '2024-06-24');
      expect(code).toBe(1);
      expect(
        ledgerOf(copy)
          .filter(({ day }) => day === '2024-06-24')
          .map(({ state }) => state),
      ).toEqual([REFUSED, REFUSED, REFUSED]);
      expect(out).toMatch(/Còn 0\d thư chưa gửi, chờ lượt chạy sau\./u);
    },
    SLOW,
  );

  const credentials: string[] = [];
  const signed: SMTPServerOptions = {
    disabledCommands: [],
    onAuth: ({ username, password }, { secure }, done) => {
      credentials.push(`${username} ${password} ${secure}`);
      if (password === 'đúng') done(null, { user: 'x' });
      else done(new Error('no'));
    },
  };
  it.each([
    ['TLS from the beginning', 'smtps', { secure: true }],
    ['STARTTLS', 'smtp', {}],
  ])(
    'signs in over %s, and sends in the name of the account',
    async (_, scheme, how) => {
      const server = await serving({ ...signed, ...how });
      const copy = copyOfOffice(small);
      offices.push(copy);
      const url = `${scheme}://so-cchc%40example.vn:${encodeURIComponent('đúng')}@localhost:${server.port}/?tls.rejectUnauthorized=false`;
      const { code, out, err } = await mail(copy, url);
      expect([code, err]).toEqual([0, '']);
      expect(credentials.pop()).toBe('so-cchc@example.vn đúng true');
      expect(server.received[0]?.from).toBe('so-cchc@example.vn');
      expect(out).not.toContain('đúng@');
    },
    SLOW,
  );

  it(
    'never signs in over a line that others can read, unless the server is this machine',
    async () => {
      const server = await serving({ ...signed, disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
      const copy = copyOfOffice(small);
      offices.push(copy);
      credentials.length = 0;
      // Another name of this machine that looks like a server in the network.
      const { code } = await mail(copy, `smtp://a%40example.vn:b@0.0.0.0:${server.port}`);
      expect([code, credentials]).toEqual([1, []]);
      expect(ledgerOf(copy).map(({ state }) => state)).toEqual([REFUSED]);
    },
    SLOW,
  );

  it.each(['127.0.0.1:25', 'http://may-chu', 'smtp://', 'smtp://a:b@:x'])(
    'refuses «%s» before anything runs',
    async (url) => {
      const { code, out, err } = await mail(small, url);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain('Biến SMTP_URL không đúng');
    },
    SLOW,
  );
});

describe(`${times(100, 20)} mails`, () => {
  it('go one by one to a server that refuses some of them, and read as they were written', async () => {
    const people = Array.from(
      { length: times(98, 18) },
      (_, at) => [JUSTICE, `${at % 10 === 9 ? 'tu-choi' : 'cong-chuc'}-${at}@example.vn`] as const,
    );
    const office = makeMailOffice([[CHAIRMAN, 'chu-tich@example.vn'], [CLERK, 'van-phong@example.vn'], ...people]);
    offices.push(office);
    const server = await serving();
    const { code } = await mail(office, `smtp://127.0.0.1:${server.port}`);
    expect(code).toBe(1);
    const ledger = ledgerOf(office);
    expect([ledger.length, new Set(ledger.map(({ to }) => to)).size]).toEqual([people.length + 2, people.length + 2]);
    const states = (wanted: string): string[] => ledger.filter(({ state }) => state === wanted).map(({ to }) => to);
    expect(states(REFUSED)).toEqual(people.map(([, to]) => to).filter((to) => to.startsWith('tu-choi')));
    expect(states(SENT).sort()).toEqual(server.received.map(({ to }) => to[0]).sort());
    expect(server.received).toHaveLength(people.length + 2 - states(REFUSED).length);
    for (const { to, from, bytes } of server.received) {
      const parsed = await simpleParser(bytes);
      expect(to).toHaveLength(1);
      expect(parsed.to).toMatchObject({ text: to[0] });
      expect([parsed.cc, parsed.bcc, parsed.attachments]).toEqual([undefined, undefined, []]);
      expect(parsed.from?.value).toEqual([{ address: from, name: 'UBND xã Gia Lương' }]);
      expect(parsed.replyTo?.text ?? '').toBe(to[0] === 'van-phong@example.vn' ? '' : 'van-phong@example.vn');
      expect(parsed.subject).toMatch(/^(?:01 chỉ tiêu chưa đạt|Theo dõi CCHC 20\/6: |Nhắc việc CCHC: \d+ nội dung)/u);
      expect(parsed.text).toContain('Thư tự động từ bảng theo dõi CCHC');
      expect(String(parsed.html)).not.toMatch(/<(?:img|a|script|link|style)\b|https?:/u);
      expect(plainOf(String(parsed.html))).toBe(flat(parsed.text ?? ''));
    }
  }, 900_000);
});

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' } as const;
const plainOf = (html: string): string =>
  flat(html.replace(/<[^>]*>/gu, ' '))
    .replace(/ ([:.])/gu, '$1')
    .replace(/&(?:lt|gt|quot|#39|amp);/gu, (entity) => ENTITIES[entity as keyof typeof ENTITIES]);
