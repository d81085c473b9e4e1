import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepFile } from '../../src/host/file/files.ts';
import { post } from '../../src/host/mail/post.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { DEMO_MOMENT } from '../helpers/environment.ts';

const LETTER = {
  to: 'chu-tich@example.vn',
  subject: '02 chỉ tiêu chưa đạt – CCHC 20/6',
  body: 'Kính gửi đồng chí',
  htmlBody: '<p>Kính gửi <b>đồng chí</b></p>',
  name: 'Sổ CCHC "xã"',
  replyTo: 'van-thu@example.vn',
};

let folder = '';
beforeAll(() => {
  ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-post-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const office = (name: string) => ({ mailDir: join(folder, name), sender: 'van-thu@example.vn', smtpUrl: null });
const only = (name: string): Buffer => {
  const [file = ''] = readdirSync(join(folder, name));
  return readFileSync(join(folder, name, file));
};

describe('a letter kept as a file', () => {
  it('can be read back as it was written', async () => {
    post(office('a'), LETTER, DEMO_MOMENT);
    const mail = await simpleParser(only('a'));
    expect(mail.subject).toBe(LETTER.subject);
    expect(mail.text?.trim()).toBe(LETTER.body);
    expect(mail.html).toContain('<b>đồng chí</b>');
    expect(mail.replyTo?.text).toBe('van-thu@example.vn');
    expect(mail.from?.value).toEqual([{ name: LETTER.name, address: 'van-thu@example.vn' }]);
    expect(mail.date?.toISOString()).toBe('2024-06-20T01:00:00.000Z');
  });

  it('has the same bytes whenever it is written again', () => {
    post(office('b'), LETTER, DEMO_MOMENT);
    post(office('c'), LETTER, DEMO_MOMENT);
    expect(only('b').equals(only('c'))).toBe(true);
  });
});

describe('a kept file', () => {
  it('never takes the place of another', () => {
    const names = ['1', '2', '3'].map((text) => keepFile(join(folder, 'd'), 'báo cáo.docx', Buffer.from(text)));
    expect(names).toEqual(['báo cáo.docx', 'báo cáo (2).docx', 'báo cáo (3).docx']);
    expect(readFileSync(join(folder, 'd', 'báo cáo.docx'), 'utf8')).toBe('1');
  });

  it.each(['../ra-ngoai.docx', '/etc/ra-ngoai.docx', '..\\ra-ngoai.docx', '.docx'])(
    'stays in its folder when called %s',
    (name) => {
      const kept = keepFile(join(folder, 'e'), name, Buffer.from('x'));
      expect(existsSync(join(folder, 'e', kept))).toBe(true);
      expect(readdirSync(folder)).not.toContain('ra-ngoai.docx');
    },
  );
});

describe('the name of a kept file', () => {
  it.each([
    ['con.docx', '-con.docx'],
    ['báo cáo\u202excod.exe', 'báo cáo-xcod.exe'],
    ['.docx', 'tep.docx'],
    ['báo cáo. .docx', 'báo cáo.docx'],
    [`${'ế'.repeat(120)}.docx`, `${'ế'.repeat(65)}.docx`],
  ])('of %s is %s', (given, kept) => {
    expect(keepFile(join(folder, 'g'), given, Buffer.from('x'))).toBe(kept);
  });
});

describe('a mail server that cannot be reached', () => {
  it('is told as Google tells it, and no file pretends that the letter went', () => {
    expect(() => post({ ...office('f'), smtpUrl: 'smtp://127.0.0.1:1' }, LETTER, DEMO_MOMENT)).toThrow('Failed to send email');
    expect(existsSync(join(folder, 'f'))).toBe(false);
  });
});
