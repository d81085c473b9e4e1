import { isClerksGuard } from '../../words/set-up/layout.ts';
import type { Guard } from '../../workbook/layout/layout.ts';
import type { Google } from '../surface/google.ts';
import type { Range, Sheet } from '../surface/spreadsheet.ts';

type App = Google['SpreadsheetApp'];
type Guards = { readonly guards: readonly Guard[]; readonly clerks: readonly string[] };

/** `clerks` stay editors, with the owner and whoever runs set-up, whom Google never removes; nobody gains a right on the file. */
export function protect(sheet: Sheet, guard: Guard, clerks: readonly string[]): void {
  const protection = guardedPart(sheet, guard).protect().setDescription(guard.description);
  if (guard.kind === 'warning') {
    protection.setWarningOnly(true);
    return;
  }
  const editors = protection.getEditors().map((user) => user.getEmail());
  const others = notAmong(editors, clerks);
  // Added first: whoever edits the file only as one of a group would otherwise be shut out with the group, which Google refuses.
  if (clerks.length > 0) protection.addEditors([...clerks]);
  if (others.length > 0) protection.removeEditors(others);
  if (protection.canDomainEdit()) protection.setDomainEdit(false);
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

/** A guard made before somebody became a clerk would shut him out. Whom a person let in stays in. */
export function letClerksIn(app: App, sheet: Sheet | undefined, { guards: wanted, clerks }: Guards): void {
  const ours = wanted.filter(({ kind }) => kind === 'clerks').map(({ description }) => description);
  if (sheet === undefined || ours.length === 0) return;
  // Workbooks laid out by earlier builds say the same with less of a reason.
  const isOurs = (said: string): boolean => ours.includes(said) || isClerksGuard(said);
  const guards = sheet.getProtections(app.ProtectionType.SHEET).filter((guard) => isOurs(guard.getDescription()));
  for (const guard of guards.filter((each) => each.canEdit())) {
    const editors = guard.getEditors().map((user) => user.getEmail());
    const outside = notAmong(clerks, editors);
    if (outside.length > 0) guard.addEditors(outside);
  }
}

/** Of these addresses those that the others lack; capitals make no other address. */
function notAmong(these: readonly string[], others: readonly string[]): string[] {
  const known = others.map((email) => email.toLowerCase());
  return these.filter((email) => !known.includes(email.toLowerCase()));
}
