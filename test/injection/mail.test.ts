import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../src/app/base/refusal.ts';
import { checkHeaders, isMailAddress } from '../../src/app/mail/mail-address.ts';
import { day } from '../../src/domain/core/day.ts';
import { openHost } from '../../src/host/host.ts';
import { post } from '../../src/host/mail/post.ts';
import { REFUSALS } from '../../src/words/core/refusals.ts';
import { ADDRESSES } from '../fixtures/corpus/mail.ts';
import { corpus, type Hostile } from '../fixtures/corpus.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { DEMO_MOMENT } from '../helpers/environment.ts';
import { CHAIRMAN, makeMailOffice } from '../helpers/mail-office.ts';
import { asTold, LONGEST_TOLD, saidMail } from './letters.ts';
import { python, type ReadLetter, readBack } from './read-back.ts';
import { encodable, unspaced } from './rules.ts';
import { escapesAmong, expectNoEscape } from './tally.ts';

const all = corpus();
const [SENDER, TO, REPLY] = ['van-thu@example.vn', 'chu-tich@example.vn', 'thuong-truc@example.vn'];
/** A busy machine may take its time with a thousand files. */
const SLOW = 600_000;
const HEADERS = ['content-type', 'date', 'from', 'message-id', 'mime-version', 'reply-to', 'subject', 'to'];

/** What `checkHeaders` says: it refuses a control, a sign that ends a line, and what a reader would decode once more. */
const refusalOf = (text: string): string | null => {
  try {
    checkHeaders({ to: TO, replyTo: REPLY, subject: text, senderName: text, text: '', html: '' });
    return null;
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return thrown.message;
  }
};
const isRefused = (text: string): boolean => /[\p{Cc}\u2028\u2029]|=\?/u.test(text);
const short = (text: string): boolean => text.length < 4;
/** Single letters are told many together: each mail takes its time to be put on disk. */
const passing = [
  ...together(all.filter(({ text }) => short(text))),
  ...all.filter(({ text }) => !short(text) && text.length < 1_000),
].filter(({ text }) => !isRefused(text));
/** Texts of one kind in lines of eight, each with a word of ours around it. */
function together(texts: readonly Hostile[]): Hostile[] {
  const fitting = texts.filter(({ text }) => !isRefused(text));
  const lines = Array.from({ length: Math.ceil(fitting.length / 8) }, (_, at) => fitting.slice(at * 8, at * 8 + 8));
  return lines.map((line) => ({ kind: line[0]?.kind ?? 'unicode', text: line.map(({ text }) => `o${text}o`).join(' ') }));
}

/** White space between words is the header's own: long ones are folded there. In a name Python 3.11 even adds some. */
const asHeader = (text: string): string => encodable(text).replace(/\s+/gu, ' ').trim();

let folder = '';
const fileOf = (place: string): string => join(folder, place, readdirSync(join(folder, place))[0] ?? '');
beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-headers-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a text in the head of a mail', () => {
  it('is refused with a sentence where it could begin another header', () => {
    const escapes = escapesAmong(all, refusalOf, (text) => (isRefused(text) ? REFUSALS.badHeader : null));
    expectNoEscape('head of a mail, refused or let through', all, escapes);
  });

  it.runIf(python !== null)(
    'is the subject and the name of the sender and nothing else, as mailparser and Python have it',
    async () => {
      for (const [at, { text }] of passing.entries()) {
        const message = { to: TO, replyTo: REPLY, subject: text, name: text, body: 'x', htmlBody: '<p>x</p>' };
        post({ mailDir: join(folder, `dau-${at}`), sender: SENDER, smtpUrl: null }, message, DEMO_MOMENT);
      }
      const files = passing.map((_, at) => fileOf(`dau-${at}`));
      const read = readBack<ReadLetter>(files);
      const parsed: ParsedMail[] = [];
      for (const file of files) parsed.push(await simpleParser(readFileSync(file)));
      const outcome = (at: number): string => {
        const [letter, mail] = [read[at], parsed[at]];
        return JSON.stringify([
          headOf(letter?.subject, letter?.addresses['from']?.[0]?.[0], [letter?.headers ?? [], addressesOf(letter)]),
          headOf(mail?.subject, mail?.from?.value[0]?.name, [[...(mail?.headers.keys() ?? [])], addressesIn(mail)]),
        ]);
      };
      const wanted = (text: string): string => {
        const one = headOf(text, text, [HEADERS, [SENDER, TO, REPLY].join()]);
        return JSON.stringify([one, one]);
      };
      expectNoEscape(
        'head of a mail',
        passing,
        escapesAmong(passing, (_, at) => outcome(at), wanted),
      );
    },
    SLOW,
  );
});

/** A mail without a subject may have the header or not. */
function headOf(subject = '', name = '', [headers, addresses]: readonly [readonly string[], string]): string[] {
  const said = asHeader(subject);
  return [
    said,
    unspaced(encodable(name)),
    headers
      .filter((one) => one !== 'subject' || said !== '')
      .sort()
      .join(),
    addresses,
  ];
}

const addressesOf = (letter: ReadLetter | undefined): string =>
  ['from', 'to', 'reply-to'].map((name) => (letter?.addresses[name] ?? []).map(([, address]) => address).join(';')).join();
const addressesIn = (mail: ParsedMail | undefined): string =>
  [mail?.from, mail?.to, mail?.replyTo]
    .map((field) =>
      [field ?? []]
        .flat()
        .flatMap(({ value }) => value.map(({ address }) => address))
        .join(';'),
    )
    .join();

describe.runIf(python !== null)('a text in the body of a mail', () => {
  it('is told once in each place of both bodies, and makes no part of its own', () => {
    const told = all.filter(({ text }) => text.length <= LONGEST_TOLD);
    const letters = saidMail(told);
    for (const [at, { subject, text, html }] of letters.entries())
      post(
        { mailDir: join(folder, `than-${at}`), sender: SENDER, smtpUrl: null },
        { to: TO, subject, name: 'UBND xã', body: text, htmlBody: html },
        DEMO_MOMENT,
      );
    const read = readBack<ReadLetter>(letters.map((_, at) => fileOf(`than-${at}`)));
    const escapes = letters.flatMap(({ escapes }, at) => escapes(read[at]?.bodies['text/plain'] ?? ''));
    expectNoEscape('body of a mail', told, escapes);
    for (const { parts, defects } of read)
      expect([parts, defects]).toEqual([['multipart/alternative', 'text/plain', 'text/html'], []]);
    expect(asTold('a\r\nb')).toBe('a b');
  });
});

describe('an address', () => {
  it('of two mailboxes, in other words or of no plain grammar is none', () => {
    expect(ADDRESSES.filter(isMailAddress)).toEqual([]);
    expect(all.filter(({ text }) => isMailAddress(text))).toEqual([]);
    expect(isMailAddress(TO)).toBe(true);
  });

  it.runIf(python !== null)(
    'typed by whoever keeps the list of people takes no mail to anybody else',
    () => {
      const people = [...ADDRESSES.filter((address) => !/^[=+@-]/u.test(address)), TO].map(
        (address) => [CHAIRMAN, address] as const,
      );
      const office = makeMailOffice(people);
      try {
        const mailDir = join(office.folder, 'thu');
        const host = openHost({
          workbook: office.path,
          outDir: office.folder,
          mailDir,
          user: '',
          now: { day: day('2024-06-20'), minutes: 480 },
        });
        host.run('runDaily');
        host.close();
        const read = readBack<ReadLetter>(readdirSync(mailDir).map((name) => join(mailDir, name)));
        const recipients = read.flatMap(({ addresses, headers }) => [
          (addresses['to'] ?? []).map(([, address]) => address).join(),
          headers.filter((name) => /cc$/u.test(name)).join(),
        ]);
        expect(recipients).toEqual([TO, '']);
      } finally {
        office.remove();
      }
    },
    SLOW,
  );
});
