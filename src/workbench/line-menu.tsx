import { useState } from 'preact/hooks';
import { askToDelete, WORKBENCH } from '../words/pages/workbench.ts';
import type { Desk } from './desk.ts';
import { MenuButton } from './menu-button.tsx';
import { Modal } from './modal.tsx';
import type { MenuView } from './protocol.ts';
import { areaOf, type Sheet } from './sheet.ts';
import type { Selection } from './store.ts';

type Props = { readonly sheet: Sheet; readonly selection: Selection; readonly desk: Desk };

const item = (caption: string, run: string | null): MenuView => ({ caption, run, items: [] });
const ITEMS = [
  item(WORKBENCH.insertAbove, 'above'),
  item(WORKBENCH.insertBelow, 'below'),
  item(WORKBENCH.deleteLines, 'delete'),
  item('', null),
  item(WORKBENCH.sortUp, 'up'),
  item(WORKBENCH.sortDown, 'down'),
];

/** Inserting, deleting and sorting lines; what cannot be moved with them is refused by the server with a sentence. */
export function LineMenu({ sheet, selection, desk }: Props) {
  const [asking, setAsking] = useState(false);
  const { row, rows } = areaOf(selection.active, selection.anchor);
  const run = (what: string) => {
    if (what === 'above') desk.insert(sheet.id, row, rows);
    else if (what === 'below') desk.insert(sheet.id, row + rows, rows);
    else if (what === 'delete') setAsking(true);
    else desk.sort(sheet, selection.active, what === 'down');
  };
  return (
    <>
      <MenuButton class="quiet" caption={WORKBENCH.lines} items={ITEMS} onRun={run} />
      {asking && (
        <Modal title={WORKBENCH.lines} class="script" closable={false} onClose={() => setAsking(false)}>
          <p>{askToDelete(row, rows)}</p>
          <p class="buttons">
            <button
              type="button"
              onClick={() => {
                setAsking(false);
                desk.remove(sheet.id, row, rows);
              }}
            >
              {WORKBENCH.confirm}
            </button>
            <button type="button" class="quiet" autofocus onClick={() => setAsking(false)}>
              {WORKBENCH.cancel}
            </button>
          </p>
        </Modal>
      )}
    </>
  );
}
