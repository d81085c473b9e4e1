import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHAIRMAN, cchc, copyOfOffice, JUSTICE, ledgerOf, type MailOffice, makeMailOffice } from '../helpers/mail-office.ts';
import { type MailServer, type Moment, mailServer } from '../helpers/smtp.ts';
import { sampled } from '../helpers/sweep.ts';

/** A real process over real files and a real mail server, killed by the machine, not by itself; then what the next mornings find. */
const PRELOAD = pathToFileURL('test/helpers/kill-at-rename.mjs').href;
const PEOPLE = [
  [CHAIRMAN, 'chu-tich@example.vn'],
  [JUSTICE, 'tu-phap@example.vn'],
] as const;

let office: MailOffice;
const made: MailOffice[] = [];
beforeAll(() => {
  office = makeMailOffice(PEOPLE);
  made.push(office);
}, 600_000);
afterAll(() => {
  for (const one of made) one.remove();
});

type Kill = { readonly rename?: string; readonly mail?: { readonly moment: Moment; readonly count: number } };

/** A morning of the daily run, killed at that point. */
async function morning(at: MailOffice, today: string, kill: Kill = {}) {
  let pid = 0;
  const { moment, count } = kill.mail ?? {};
  const server: MailServer = await mailServer({}, (now, nth) => {
    if (now === moment && nth === count) process.kill(pid, 'SIGKILL');
  });
  const ended = await cchc(
    ['daily', at.path, '--today', today],
    {
      SMTP_URL: `smtp://127.0.0.1:${server.port}`,
      NODE_ARGS: `--import ${PRELOAD}`,
      KILL_AT_RENAME: kill.rename ?? '',
      COUNT_RENAMES: '1',
    },
    (started) => {
      pid = started;
    },
  );
  await server.close();
  return { ...ended, received: server.received };
}

/**
 * Two files for each flush, the workbook and what stands beside it: 1–2 the refresh, 3–4 intent and 5–6 mark of the first mail,
 * 7–10 of the second.
 */
const RENAMES = [2, 3, 4, 5, 6, 7, 8, 9];
const ALL_RENAMES = 12;
const MAILS = [1, 2];
const KILLS: readonly (readonly [string, Kill])[] = [
  ['before the first file is put in its place', { rename: '1 before' }],
  ...RENAMES.map((n) => [`after file ${n} is put in its place`, { rename: `${n} after` }] as const),
  ...MAILS.flatMap((count) =>
    (['recipient', 'data', 'accepted'] as const).map(
      (moment) => [`when the server has mail ${count}: ${moment}`, { mail: { moment, count } }] as const,
    ),
  ),
];

describe('the daily run, ended by SIGKILL', () => {
  it('puts twelve files in their place, two for each flush and for the end, and sends two mails when nothing happens', async () => {
    const copy = copyOfOffice(office);
    made.push(copy);
    const { code, err, received } = await morning(copy, '2024-06-20');
    expect([code, received.length]).toEqual([0, 2]);
    expect(err).toContain(`renames ${ALL_RENAMES}`);
    const again = await morning(copy, '2024-06-20');
    expect([again.code, again.received.length]).toEqual([0, 0]);
  }, 600_000);

  it.each(sampled(KILLS, 2))(
    '%s: nothing goes twice, nothing is lost, what is in doubt is told',
    async (_, kill) => {
      const copy = copyOfOffice(office);
      made.push(copy);
      const first = await morning(copy, '2024-06-20', kill);
      expect(first.signal).toBe('SIGKILL');
      const again = await morning(copy, '2024-06-20');
      const sameDay = [...first.received, ...again.received].map(({ to }) => to[0]);
      // Nobody gets two mails on one day, whatever was cut.
      expect(new Set(sameDay).size).toBe(sameDay.length);
      const doubtful = ledgerOf(copy).filter(({ state }) => state === 'Chưa rõ đã gửi hay chưa');
      const silent = PEOPLE.map(([, email]) => email).filter((email) => !sameDay.includes(email));
      // Who got nothing today is in doubt in the ledger, and nobody who is in doubt counts as told.
      expect(silent.filter((email) => !doubtful.some(({ to }) => to === email))).toEqual([]);
      const next = await morning(copy, '2024-06-21');
      const carried = next.received.map(
        ({ to, bytes }) => [to[0], decoded(bytes).includes('chưa rõ đã đến đồng chí hay chưa')] as const,
      );
      expect(carried).toEqual(doubtful.map(({ to }) => [to, true]));
      expect(ledgerOf(copy).filter(({ state }) => state === 'Chưa rõ đã gửi hay chưa' || state === 'Chờ gửi')).toEqual([]);
    },
    600_000,
  );
});

/** The text of a quoted-printable or base64 message, near enough to look for a sentence. */
function decoded(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const quoted = text
    .replace(/=\r\n/gu, '')
    .replace(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const base64 = text.split('\r\n\r\n').map((part) => Buffer.from(part, 'base64').toString('utf8'));
  return [Buffer.from(quoted, 'latin1').toString('utf8'), ...base64].join('\n');
}
