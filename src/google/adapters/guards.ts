import { isClerksGuard } from '../../words/set-up/layout.ts';
import type { Guard } from '../../workbook/layout/layout.ts';
import type { Google } from '../surface/google.ts';
import type { Protection, Range, Sheet } from '../surface/spreadsheet.ts';
import { logFailure } from './failure.ts';

type App = Google['SpreadsheetApp'];
type Services = Pick<Google, 'SpreadsheetApp' | 'Session'>;
type Guarded = { readonly guards: readonly Guard[]; readonly clerks: readonly string[] };

/**
 * Sets the guards of a tab that was just laid out, or finishes those of one whose set-up was cut: `clerks` stay editors, with the owner and
 * whoever runs set-up, and nobody gains a right on the file. Gives the addresses that Google would not take in or let out: set-up goes on
 * without them.
 */
export function guardTab(google: Services, sheet: Sheet, { guards, clerks }: Guarded): string[] {
  const { SHEET, RANGE } = google.SpreadsheetApp.ProtectionType;
  const standing = guards.length === 0 ? [] : [SHEET, RANGE].flatMap((type) => sheet.getProtections(type));
  const refused = guards.flatMap((guard) => {
    // Several of a tab may say the same: each of those that stand is one of ours.
    const at = standing.findIndex((known) => known.getDescription() === guard.description);
    const [known] = at < 0 ? [] : standing.splice(at, 1);
    const protection = known ?? guardedPart(sheet, guard).protect().setDescription(guard.description);
    return guard.kind === 'warning' ? warnOnly(protection) : restrict(google, protection, clerks);
  });
  return [...new Set(refused)];
}

/** Editors of a guard that only warns cannot be changed, and need not be. */
function warnOnly(protection: Protection): string[] {
  if (!protection.isWarningOnly()) protection.setWarningOnly(true);
  return [];
}

function restrict({ SpreadsheetApp, Session }: Services, protection: Protection, clerks: readonly string[]): string[] {
  const me = Session.getEffectiveUser().getEmail();
  const editors = protection.getEditors().map((user) => user.getEmail());
  const others = notAmong(editors, [...clerks, me]);
  // Added first: whoever edits the file only as one of a group would otherwise be shut out with the group, which Google refuses.
  const kept = each(SpreadsheetApp, notAmong(clerks, editors), (emails) => protection.addEditors(emails));
  const dropped = each(SpreadsheetApp, others, (emails) => protection.removeEditors(emails));
  if (protection.canDomainEdit()) attempt(SpreadsheetApp, () => protection.setDomainEdit(false));
  return [...kept, ...dropped];
}

/** Does it to all at once and, if that is refused, to one after the other, so that one address does not stand in the others' way. */
function each(app: App, emails: readonly string[], change: (emails: string[]) => unknown): string[] {
  if (emails.length === 0 || attempt(app, () => change([...emails]))) return [];
  return emails.filter((email) => !attempt(app, () => change([email])));
}

/** Google may tell a refusal only when the writes are sent off, so they are sent here. */
function attempt(app: App, change: () => unknown): boolean {
  try {
    change();
    app.flush();
    return true;
  } catch (error) {
    logFailure('guards', error);
    return false;
  }
}

function guardedPart(sheet: Sheet, { columns, rows }: Guard): Sheet | Range {
  if (columns === null && rows === null) return sheet;
  const row = rows?.from ?? 1;
  const column = columns?.from ?? 1;
  return sheet.getRange(
    row,
    column,
    rows?.count ?? sheet.getMaxRows() - row + 1,
    columns?.count ?? sheet.getMaxColumns() - column + 1,
  );
}

/** Whether the caller may edit all guards of the clerk's that stand on this tab, if one does. */
export function mayGuard(app: App, sheet: Sheet | undefined): boolean {
  const guards = sheet?.getProtections(app.ProtectionType.SHEET).filter((guard) => isClerksGuard(guard.getDescription())) ?? [];
  return guards.length > 0 && guards.every((guard) => guard.canEdit());
}

/** A guard made before somebody became a clerk would shut him out. Whom a person let in stays in. Gives the addresses that were refused. */
export function letClerksIn(app: App, sheet: Sheet | undefined, { guards: wanted, clerks }: Guarded): string[] {
  const ours = wanted.filter(({ kind }) => kind === 'clerks').map(({ description }) => description);
  if (sheet === undefined || ours.length === 0) return [];
  // Workbooks laid out by earlier builds say the same with less of a reason.
  const isOurs = (said: string): boolean => ours.includes(said) || isClerksGuard(said);
  const guards = sheet.getProtections(app.ProtectionType.SHEET).filter((guard) => isOurs(guard.getDescription()));
  const open = guards.filter((guard) => !guard.isWarningOnly() && guard.canEdit());
  return open.flatMap((guard) => {
    const editors = guard.getEditors().map((user) => user.getEmail());
    return each(app, notAmong(clerks, editors), (emails) => guard.addEditors(emails));
  });
}

/** Of these addresses those that the others lack; capitals make no other address. */
function notAmong(these: readonly string[], others: readonly string[]): string[] {
  const known = others.map((email) => email.toLowerCase());
  return these.filter((email) => !known.includes(email.toLowerCase()));
}
