import type { Protection } from '../../google/surface/spreadsheet.ts';
import { type Area, overlap } from '../../xlsx/areas.ts';
import type { SheetModel } from '../../xlsx/model.ts';
import type { Environment } from '../core/environment.ts';
import { GoogleError } from '../core/google-error.ts';
import { service } from '../core/membrane.ts';
import type { KeptProtection } from '../core/sidecar.ts';

const REFUSED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** Nobody has published the words of these three; that Google throws is assumed, as the harder case. */
const NOT_REMOVED = 'You can’t remove yourself or the owner as an editor.';
const WARNING_ONLY = 'Editors of a protection that only shows a warning can’t be changed.';

function demandEditors({ warningOnly }: KeptProtection): void {
  if (warningOnly) throw new GoogleError(WARNING_ONLY);
}

/** An address that is no account of Google's. */
function demandAccounts({ strangers = [] }: Environment, emails: readonly string[]): void {
  const stranger = emails.find((email) => strangers.includes(email) || !email.includes('@'));
  if (stranger !== undefined) throw new GoogleError(`Invalid email: ${stranger}`);
}

/** Throws Google's refusal when a protection keeps this user from editing the area; of several, any one that denies wins. */
export function demandRight(environment: Environment, sheet: SheetModel, area: Area): void {
  const denied = environment.sidecar.protections.some(
    (kept) =>
      kept.sheetId === sheet.id &&
      (kept.area === null || overlap(kept.area, area)) &&
      !kept.warningOnly &&
      !mayEdit(environment, kept),
  );
  if (denied) throw new GoogleError(REFUSED);
}

/** Throws it when lines are to come in inside a protected range, which would widen it. */
export function demandInsertRight(environment: Environment, sheet: SheetModel, isWidened: (area: Area) => boolean): void {
  const inside = environment.sidecar.protections.filter(
    ({ sheetId, area }) => sheetId === sheet.id && area !== null && isWidened(area),
  );
  if (inside.some((kept) => !kept.warningOnly && !mayEdit(environment, kept))) throw new GoogleError(REFUSED);
}

/** Throws it for what changes the tab as a whole: only a protection of the whole tab stands against that. */
export function demandSheetRight(environment: Environment, sheet: SheetModel): void {
  const whole = environment.sidecar.protections.filter((kept) => kept.sheetId === sheet.id && kept.area === null);
  if (whole.some((kept) => !kept.warningOnly && !mayEdit(environment, kept))) throw new GoogleError(REFUSED);
}

/** Whether this user may edit behind it. `editors` is `null` until somebody changes it: till then everyone who may edit the file may. */
export function mayEdit({ user, sidecar }: Pick<Environment, 'user' | 'sidecar'>, { editors }: KeptProtection): boolean {
  return user === sidecar.owner || editors === null || editors.includes(user);
}

/** A new protection; until its editors change it keeps nobody out (docs/platform.md#protection). */
export function protect(environment: Environment, sheet: SheetModel, area: Area | null): Protection {
  environment.calls.count('protections');
  // A tab has one protection at most, and asking for it again gives that one; ranges may overlap.
  const standing =
    area === null ? environment.sidecar.protections.find((each) => each.sheetId === sheet.id && each.area === null) : undefined;
  if (standing !== undefined) return protectionService(environment, standing);
  const kept: KeptProtection = {
    sheetId: sheet.id,
    area: area === null ? null : { ...area },
    description: '',
    warningOnly: false,
    editors: null,
  };
  environment.sidecar.protections.push(kept);
  return protectionService(environment, kept);
}

/** Every protection of a sheet, of whole tabs or of ranges. */
export function protectionsOf(environment: Environment, sheet: SheetModel, kind: 'SHEET' | 'RANGE'): Protection[] {
  environment.calls.count('protections');
  return environment.sidecar.protections
    .filter((kept) => kept.sheetId === sheet.id && (kept.area === null) === (kind === 'SHEET'))
    .map((kept) => protectionService(environment, kept));
}

function protectionService(environment: Environment, kept: KeptProtection): Protection {
  const change = (apply: () => void): Protection => {
    environment.calls.count('protections');
    if (!mayEdit(environment, kept)) throw new GoogleError(REFUSED);
    apply();
    return self;
  };
  // The owner is not in this list, and neither owner nor the person who asks can be taken out (docs/platform.md#protection).
  const everyone = new Set([...environment.sidecar.editors, environment.user]);
  everyone.delete(environment.sidecar.owner);
  const editors = (): string[] => kept.editors ?? [...everyone];
  const self: Protection = service({
    getDescription: () => kept.description,
    setDescription: (text) => change(() => (kept.description = text)),
    setWarningOnly: (warningOnly) =>
      change(() => {
        kept.warningOnly = warningOnly;
        if (warningOnly) kept.editors = null;
      }),
    isWarningOnly: () => kept.warningOnly,
    canEdit: () => kept.warningOnly || mayEdit(environment, kept),
    addEditors: (emails) =>
      change(() => {
        demandEditors(kept);
        demandAccounts(environment, emails);
        kept.editors = [...new Set([...editors(), ...emails])];
      }),
    getEditors: () => editors().map((email) => service({ getEmail: () => email })),
    removeEditors: (emails) =>
      change(() => {
        demandEditors(kept);
        if (emails.some((email) => email === environment.user || email === environment.sidecar.owner))
          throw new GoogleError(NOT_REMOVED);
        kept.editors = editors().filter((email) => !emails.includes(email));
      }),
    canDomainEdit: () => false,
    setDomainEdit: () => {
      throw new GoogleError('This spreadsheet does not belong to a domain.');
    },
    remove: () => {
      change(() => (environment.sidecar.protections = environment.sidecar.protections.filter((other) => other !== kept)));
    },
  });
  return self;
}
