import type { KeptProtection, Sidecar } from '../../../host/core/sidecar.ts';
import { Unusable } from '../../../host/core/unusable.ts';
import type { Host } from '../../../host/host.ts';
import { mayEdit } from '../../../host/services/protection.ts';
import { WORKBENCH_REFUSALS } from '../../../words/pages/workbench-server.ts';
import { type Area, overlap } from '../../../xlsx/areas.ts';
import type { SheetModel } from '../../../xlsx/model.ts';
import { peopleOf } from './people.ts';

/** Who sits at a window, and whether the plan is his to keep. */
export type WindowUser = { readonly user: string; readonly keeps: boolean };

/** The windowUser of a person today; somebody who is in no role any more keeps nothing. */
export function windowUserOf(host: Host, user: string): WindowUser {
  return { user, keeps: peopleOf(host.model, host.now().day).find((person) => person.user === user)?.keeps ?? false };
}

/**
 * Whether a guard refuses typing to a windowUser. Set-up shuts out whom the file is shared with; here it is shared with nobody, so a
 * guard that names no editors (`null`) is taken as made for those who keep the plan.
 */
export function isRefused(kept: KeptProtection, sidecar: Sidecar, { user, keeps }: WindowUser): boolean {
  return !kept.warningOnly && (!mayEdit({ user, sidecar }, kept) || (kept.editors === null && !keeps));
}

/** Throws `Unusable` where a guard keeps this windowUser from typing. */
export function demandRightAt(host: Host, windowUser: WindowUser, { sheet, area }: { sheet: SheetModel; area: Area }): void {
  const refusing = host.sidecar.protections.some(
    (kept) =>
      kept.sheetId === sheet.id && (kept.area === null || overlap(kept.area, area)) && isRefused(kept, host.sidecar, windowUser),
  );
  if (refusing) throw new Unusable(WORKBENCH_REFUSALS.protectedCells);
}
