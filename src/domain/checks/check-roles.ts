import type { Day } from '../core/day.ts';
import type { Source } from '../core/source.ts';
import { fold, isBlank, placeOfWord } from '../core/word.ts';
import type { Evaluation } from '../judging/evaluate.ts';
import type { Plan, RoleHolder, SettingKey } from '../plan/plan.ts';
import { holdersOf, setting, settingList } from '../plan/settings.ts';
import { entryProgress } from './entry-progress.ts';
import { type Finding, finding } from './finding.ts';

/** Settings that name a role: who is mailed, who keeps the plan, who signs. */
const ROLES_NAMED: readonly SettingKey[] = ['chairman-role', 'clerk-role', 'signer-role'];

/** What is wrong in `Phân công`: days that contradict each other, two people in one place, and settings that name nobody's role. */
export function checkRoles(plan: Plan, today: Day): Finding[] {
  const reversed = plan.roles.filter(({ from, until }) => from !== null && until !== null && until < from);
  const known = plan.roles.map(({ role }) => role);
  return [
    ...reversed.map((holder) =>
      finding('role-days-reversed', placeOf(holder, 'until'), { id: holder.role, from: holder.from, until: holder.until }),
    ),
    ...heldTwice(plan.roles.filter((holder) => !reversed.includes(holder))),
    ...ROLES_NAMED.flatMap((id) => {
      const unknown = known.length === 0 ? [] : rolesNamed(plan, id, today).filter((role) => placeOfWord(role, known) < 0);
      const at: Source = { of: 'setting', id, period: '', field: 'value' };
      return unknown.map((role) => finding('unknown-role', at, { role }));
    }),
  ];
}

/** The alerts go to the first of several and are shown to the others; nobody else is several. */
function rolesNamed(plan: Plan, id: SettingKey, today: Day): string[] {
  if (id === 'chairman-role') return settingList(plan, id, today);
  const role = setting(plan, id, today);
  return role === null ? [] : [role];
}

/** A role has several rows: its first day tells which. */
function placeOf({ role, from }: RoleHolder, field: string): Source {
  return { of: 'role', id: role, period: from ?? '', field };
}

/** The usual cause: the predecessor has no `Đến ngày` and still gets the mails. */
function heldTwice(holders: readonly RoleHolder[]): Finding[] {
  const groups = new Map<string, RoleHolder[]>();
  for (const holder of holders) {
    const group = groups.get(fold(holder.role));
    if (group === undefined) groups.set(fold(holder.role), [holder]);
    else group.push(holder);
  }
  return [...groups.values()].flatMap((group) => {
    const inOrder = [...group].sort((left, right) => ((left.from ?? '') < (right.from ?? '') ? -1 : 1));
    return inOrder.slice(1).flatMap((holder, before) => {
      const other = inOrder[before];
      const overlaps = other !== undefined && (other.until === null || other.until >= (holder.from ?? ''));
      if (!overlaps || isSamePerson(other, holder)) return [];
      const facts = { id: holder.role, person: nameOf(holder), other: nameOf(other), day: holder.from };
      return [finding('role-held-twice', placeOf(other, 'until'), facts)];
    });
  });
}

const nameOf = ({ person, email }: RoleHolder): string => (isBlank(person) ? email : person);

function isSamePerson(left: RoleHolder, right: RoleHolder): boolean {
  return fold(left.person) === fold(right.person) && fold(left.email) === fold(right.email);
}

/** Leads that still owe rows and cannot be reminded of them, because nobody holds the role today or has an address there. */
export function checkLeads(plan: Plan, evaluation: Evaluation, today: Day): Finding[] {
  const known = plan.roles.map(({ role }) => role);
  return entryProgress(plan, evaluation).flatMap(({ lead, due, entered }) => {
    const isReached = holdersOf(plan, lead, today).some(({ email }) => !isBlank(email));
    if (due === entered || isReached || placeOfWord(lead, known) < 0) return [];
    const at: Source = { of: 'role', id: lead, period: '', field: 'email' };
    return [finding('lead-without-address', at, { id: lead, count: due - entered })];
  });
}
