import { afterEach, expect, it } from 'vitest';
import { anOffice, type Office, PERIODS, ROLES } from '../helpers/office.ts';

let office: Office;
afterEach(() => office.remove());

const CLERK = 'Văn phòng – Thống kê (Nội vụ)';
const NEW = 'nguoi-moi@example.vn';

/** The clerk's row in `Phân công` becomes the new clerk's, by the owner's hand. */
function nameNewClerk(): void {
  const { host } = office;
  const roles = host.model.sheets.find(({ name }) => name === 'Phân công');
  const rows = [...(roles?.cells ?? [])].filter(([, cells]) => cells.get(1)?.value === CLERK).map(([row]) => row);
  host.setUser(ROLES.owner);
  host.typeAll([{ tab: 'Phân công', row: Math.max(...rows), column: 2, rows: [['Người mới', NEW]] }]);
  host.sidecar.editors.push(NEW);
}

const sentence = (answer: { ok: boolean; sentence?: string }): string => (answer.ok ? 'done' : (answer.sentence ?? ''));

it('the file’s owner, who keeps no plan, lets the new clerk through the guards by setting up again', () => {
  office = anOffice();
  const { host } = office;
  nameNewClerk();
  host.setUser(NEW);
  expect(sentence(host.ask('open-period', { period: PERIODS.later }))).toContain('chủ bảng tính');
  host.setUser(ROLES.clerk);
  expect(sentence(host.ask('set-up', { template: 'gia-luong-2021-2025' }))).toBe('done');
  host.setUser(ROLES.editor);
  expect(sentence(host.ask('set-up', { template: 'gia-luong-2021-2025' }))).toContain('chỉ thường trực CCHC');
  host.setUser(ROLES.owner);
  expect(sentence(host.ask('open-period', { period: PERIODS.later }))).toContain('chỉ thường trực CCHC');
  expect(sentence(host.ask('set-up', { template: 'gia-luong-2021-2025' }))).toBe('done');
  host.setUser(NEW);
  expect(sentence(host.ask('open-period', { period: PERIODS.later }))).toBe('done');
});

it('who keeps no plan cannot take the daily mail over, but may turn off what is his', () => {
  office = anOffice({ answers: () => ({ button: 'YES' }) });
  const { host } = office;
  host.setUser(ROLES.clerk);
  host.run('menuDailyMail');
  host.setUser(ROLES.editor);
  host.run('menuDailyMail');
  expect(office.shown().at(-1)).toContain('chỉ thường trực CCHC');
  expect(host.sidecar.triggers.map(({ user }) => user)).toEqual([ROLES.clerk]);
  expect(host.sidecar.properties['daily-mail-owner']).toBe(ROLES.clerk);
  nameNewClerk();
  host.setUser(ROLES.clerk);
  host.run('menuDailyMail');
  expect(office.shown().at(-1)).toBe('Đã tắt thư nhắc hằng ngày.');
  expect(host.sidecar.triggers).toEqual([]);
});
