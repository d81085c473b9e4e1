import { GRID } from '../../words/pages/workbench.ts';
import { cellAddress } from '../address.ts';
import { cellAt, guardAt, headerOf, listAt, lockedBy, type Sheet, type Spot, typedText } from '../sheet.ts';

/** The line above the grid: which cell is active, all of its text, and what is to be known before typing into it. */
export function CellBar({ sheet, active }: { sheet: Sheet; active: Spot }) {
  const header = headerOf(sheet, active);
  const hint = hintOf(sheet, active);
  return (
    <div class="cell-bar">
      <span class="address">{cellAddress(active.row, active.column)}</span>
      {header !== '' && <span class="header">{header}</span>}
      <span class="whole">{typedText(cellAt(sheet, active))}</span>
      <span class="hint" id="cell-hint">
        {hint}
      </span>
    </div>
  );
}

function hintOf(sheet: Sheet, active: Spot): string {
  if (cellAt(sheet, active).f === true) return GRID.formula;
  const guard = guardAt(sheet, active);
  if (guard === 'refused') return GRID.refused;
  if (guard === 'warned') return GRID.grey;
  const locked = lockedBy(sheet, active);
  if (locked !== null) return locked.is === 'closed' ? GRID.closed : GRID.fed(locked.how);
  return listAt(sheet, active)?.help ?? '';
}
