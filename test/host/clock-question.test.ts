import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dialog, DialogAnswer } from '../../src/host/core/environment.ts';
import { momentOf } from '../../src/host/core/moment.ts';
import { type Host, openHost } from '../../src/host/host.ts';
import { CHAIRMAN, CLERK, cchc, copyOfOffice, lettersIn, type MailOffice, makeMailOffice } from '../helpers/mail-office.ts';

const offices: MailOffice[] = [];
let made: MailOffice;
beforeAll(() => {
  made = makeMailOffice([
    [CHAIRMAN, 'chu-tich@example.vn'],
    [CLERK, 'van-phong@example.vn'],
  ]);
  offices.push(made);
});
afterAll(() => {
  for (const office of offices) office.remove();
});

type Opened = { readonly today: string; readonly answer?: DialogAnswer['button']; readonly isDayRight?: boolean };

/** A fresh copy of the office on a day, with who answers the question. */
function on({ today, answer, isDayRight = false }: Opened): { readonly host: Host; readonly asked: Dialog[]; letters(): number } {
  const office = copyOfOffice(made);
  offices.push(office);
  const asked: Dialog[] = [];
  const ask = (dialog: Dialog): DialogAnswer => {
    asked.push(dialog);
    return { button: answer ?? 'CLOSE' };
  };
  const screen = answer === undefined ? null : { answers: [], shown: [], ask };
  const mailDir = join(office.folder, 'thu');
  const host = openHost({
    workbook: office.path,
    outDir: office.folder,
    mailDir,
    user: '',
    now: momentOf(today),
    screen,
    isDayRight,
  });
  return { host, asked, letters: () => (existsSync(mailDir) ? lettersIn(office).length : 0) };
}

describe('a clock far from the last run', () => {
  it('sends nothing, by hand or by the daily run, and says which days', () => {
    const { host, letters } = on({ today: '2030-01-05' });
    const sentence =
      'Máy đang ở ngày 5/1/2030, cách lần gửi thư hoặc mở, chốt kỳ gần nhất (3/6/2024) 2042 ngày. Chưa gửi thư nào.';
    expect(() => host.ask('mail', { preview: false })).toThrow(sentence);
    expect(() => host.run('runDaily')).toThrow(sentence);
    expect(() => host.ask('mail', { preview: true })).not.toThrow();
    host.close();
    expect(letters()).toBe(0);
  });

  it('is asked about at the screen, and nothing goes unless the person says that the day is right', () => {
    const no = on({ today: '2030-01-05', answer: 'NO' });
    expect(() => no.host.ask('mail', { preview: false })).toThrow('Chưa gửi thư nào');
    expect([no.asked.length, no.letters()]).toEqual([1, 0]);
    no.host.close();
    const yes = on({ today: '2030-01-05', answer: 'YES' });
    yes.host.ask('mail', { preview: false });
    yes.host.close();
    expect(yes.asked.map(({ message }) => message.endsWith('chỉnh lại ngày giờ của máy.'))).toEqual([true]);
    expect(yes.letters()).toBeGreaterThan(0);
  });

  it('is not doubted when it is said on the command line that the day is right', async () => {
    const office = copyOfOffice(made);
    offices.push(office);
    const refused = await cchc(['mail', office.path, '--today', '2030-01-05'], { SMTP_URL: '' });
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain('chạy lại với --agree có');
    const sent = await cchc(['mail', office.path, '--today', '2030-01-05', '--agree', 'có'], { SMTP_URL: '' });
    // Without a server the letters become files, and that is what is said.
    expect(sent.out).toContain('Đã ghi thư vào thư mục thu/');
  });

  it('is no clock of the same half year, nor one that was set back', () => {
    for (const today of ['2024-12-20', '2020-01-01']) {
      const { host } = on({ today });
      expect(() => host.ask('mail', { preview: false })).not.toThrow();
      host.close();
    }
  });

  it('is measured from the last mail too', () => {
    const { host } = on({ today: '2024-12-20' });
    host.ask('mail', { preview: false });
    host.setNow(momentOf('2025-06-20'));
    expect(() => host.ask('mail', { preview: false })).not.toThrow();
    host.setNow(momentOf('2026-03-20'));
    expect(() => host.ask('mail', { preview: false })).toThrow('Chưa gửi thư nào');
    host.close();
  });
});
