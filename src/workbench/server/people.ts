import { type Day, parseDay } from '../../domain/core/day.ts';
import { fold, sameWord } from '../../domain/core/word.ts';
import type { RoleHolder, Setting, SettingKey } from '../../domain/plan/plan.ts';
import { holdersOf, holdersOn, setting } from '../../domain/plan/settings.ts';
import { rowsOf } from '../../host/core/look.ts';
import { readDay } from '../../words/core/day.ts';
import { SETTING_LABELS } from '../../words/core/labels.ts';
import type { WorkbookModel } from '../../xlsx/model.ts';
import { civilOfSerial } from '../../xlsx/serial.ts';
import type { PersonView } from '../protocol.ts';

/** The roles that keep the plan, as `src/app/base/roles.ts` has them: only there is it decided what they may do. */
const KEEPERS: readonly SettingKey[] = ['clerk-role', 'signer-role'];

/** Who may sit at a window today: everybody with an address in `Phân công`, and first nobody in particular, the file's owner. */
export function peopleOf(book: WorkbookModel, today: Day): PersonView[] {
  const known = { roles: rolesIn(book), settings: settingsIn(book) };
  const keepers = KEEPERS.flatMap((key) => setting(known, key, today) ?? []);
  // While no keeper has an address everyone is the clerk, or nobody could be let in.
  const isOpen = !keepers.some((role) => holdersOf(known, role, today).some(({ email }) => email.trim() !== ''));
  const people = new Map<string, { user: string; roles: string[] }>();
  for (const { email, role } of holdersOn(known, today)) {
    const user = email.trim();
    if (user === '') continue;
    const person = people.get(fold(user)) ?? { user, roles: [] };
    people.set(fold(user), { ...person, roles: [...person.roles, role] });
  }
  const keeps = (roles: readonly string[]): boolean => isOpen || roles.some((role) => keepers.some((one) => sameWord(one, role)));
  return [
    { user: '', roles: [], keeps: true },
    ...[...people.values()].map((person) => ({ ...person, keeps: keeps(person.roles) })),
  ];
}

const ROLE_HEADERS = ['Chức danh', 'Họ và tên', 'Thư điện tử', 'Từ ngày', 'Đến ngày'] as const;

function rolesIn(book: WorkbookModel): RoleHolder[] {
  return rowsOf(book, 'Phân công', ROLE_HEADERS).flatMap((row) => {
    const [role = '', person = '', email = '', from = '', until = ''] = ROLE_HEADERS.map((header) => row.get(header));
    return role.trim() === '' ? [] : [{ role: role.trim(), person, email, from: dayIn(from), until: dayIn(until) }];
  });
}

const SETTING_HEADERS = ['Nội dung', 'Giá trị', 'Áp dụng từ ngày'] as const;

function settingsIn(book: WorkbookModel): Setting[] {
  return rowsOf(book, 'Thông tin chung', SETTING_HEADERS).flatMap((row) => {
    const [label = '', value = '', from = ''] = SETTING_HEADERS.map((header) => row.get(header));
    return KEEPERS.filter((key) => sameWord(SETTING_LABELS[key], label)).map((key) => ({ key, value, from: dayIn(from) }));
  });
}

/** A day cell is a serial number, a day typed as text is read; anything else sets no limit. */
function dayIn(text: string): Day | null {
  if (text === '' || Number.isNaN(Number(text))) return readDay(text);
  const { year, month, date } = civilOfSerial(Number(text));
  return parseDay(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
}
