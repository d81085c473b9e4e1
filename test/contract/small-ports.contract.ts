import { describe, expect, it } from 'vitest';
import type { CachePort, ClockPort, DocumentsPort, LockPort, MailPort, OutgoingMail, WhoPort } from '../../src/app/base/ports.ts';

const LETTER: OutgoingMail = {
  to: 'ct@example.vn',
  subject: '02 chỉ tiêu chưa đạt – CCHC 20/6',
  text: 'Kính gửi đồng chí',
  html: '<p>Kính gửi đồng chí</p>',
  replyTo: 'vp1@example.vn',
  senderName: 'Theo dõi CCHC',
};

type OpenMail = { readonly port: MailPort; readonly sent: () => readonly { to: string; subject: string; replyTo?: string }[] };

/** What every mail port does. */
export function mailContract(name: string, open: () => OpenMail): void {
  describe(`mail port: ${name}`, () => {
    it('says how many recipients are left as a number', () => {
      expect(open().port.remaining()).toBeTypeOf('number');
    });

    it('sends one letter per call, with who answers go to', () => {
      const { port, sent } = open();
      port.send(LETTER);
      expect(sent()).toHaveLength(1);
      expect(sent()[0]).toMatchObject({ to: LETTER.to, subject: LETTER.subject, replyTo: LETTER.replyTo });
    });

    it('sends without an answer address too', () => {
      const { port, sent } = open();
      port.send({ ...LETTER, replyTo: '' });
      expect(sent()[0]?.replyTo ?? '').toBe('');
    });
  });
}

type OpenDocuments = { readonly port: DocumentsPort; readonly kept: () => readonly { name: string; bytes: Uint8Array }[] };

/** What every documents port does. */
export function documentsContract(name: string, open: () => OpenDocuments): void {
  describe(`documents port: ${name}`, () => {
    it('keeps every byte from 0 to 255 and answers with the name and a link', () => {
      const { port, kept } = open();
      const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      const made = port.create({ name: 'Báo cáo CCHC (dự thảo 1).docx', bytes, mimeType: 'application/octet-stream' });
      expect(made.name).toBe('Báo cáo CCHC (dự thảo 1).docx');
      expect(made.id).not.toBe('');
      expect(made.url).not.toBe('');
      expect([...(kept()[0]?.bytes ?? [])]).toEqual([...bytes]);
    });
  });
}

/** What every cache port does; it may forget, but within a test it does not. */
export function cacheContract(name: string, open: () => CachePort): void {
  describe(`cache port: ${name}`, () => {
    it('gives back what was put and leaves out what was not', () => {
      const port = open();
      port.putAll(new Map([['a', 'một'], ['b', 'hai']])); // biome-ignore format: a row per pair reads worse
      expect(Object.fromEntries(port.getAll(['a', 'b', 'c']))).toEqual({ a: 'một', b: 'hai' });
    });

    it('forgets what is removed', () => {
      const port = open();
      port.putAll(new Map([['a', 'một'], ['b', 'hai']])); // biome-ignore format: a row per pair reads worse
      port.removeAll(['a', 'c']);
      expect([...port.getAll(['a', 'b']).keys()]).toEqual(['b']);
    });

    it('takes nothing and a value that is too big without complaint', () => {
      const port = open();
      port.putAll(new Map());
      port.putAll(new Map([['big', 'đ'.repeat(60_000)], ['small', 'x']])); // biome-ignore format: a row per pair reads worse
      expect(port.getAll(['small']).get('small')).toBe('x');
    });
  });
}

type OpenLock = { readonly port: LockPort; readonly holdByAnother: (held: boolean) => void };

/** What every lock port does. */
export function lockContract(name: string, open: () => OpenLock): void {
  describe(`lock port: ${name}`, () => {
    it('runs the work and gives its result', () => {
      expect(open().port.alone(() => 42)).toBe(42);
    });

    it('does not run while another run holds the lock, and runs again after', () => {
      const { port, holdByAnother } = open();
      holdByAnother(true);
      expect(port.alone(() => 42)).toBeNull();
      holdByAnother(false);
      expect(port.alone(() => 42)).toBe(42);
    });

    it('is free again after work that threw', () => {
      const { port } = open();
      expect(() =>
        port.alone(() => {
          throw new Error('hỏng');
        }),
      ).toThrow('hỏng');
      expect(port.alone(() => 42)).toBe(42);
    });
  });
}

/** What every clock does, at 09:15 on 20/6/2024 in the office's zone. */
export function clockContract(name: string, at0915: () => ClockPort): void {
  describe(`clock port: ${name}`, () => {
    it('tells the office’s day and minutes after midnight', () => {
      expect([at0915().today(), at0915().minutes()]).toEqual(['2024-06-20', 555]);
    });
  });
}

/** What every who port does for a run of vp1@example.vn. */
export function whoContract(name: string, ofClerk: () => WhoPort): void {
  it(`who port: ${name} names the person`, () => {
    expect(ofClerk().email()).toBe('vp1@example.vn');
  });
}
