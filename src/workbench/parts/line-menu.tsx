import { useState } from 'preact/hooks';
import { askToDelete, WORKBENCH } from '../../words/pages/workbench.ts';
import type { PageActions } from '../actions.ts';
import type { MenuView } from '../protocol.ts';
import { areaOf, type Sheet } from '../sheet.ts';
import type { Selection } from '../store.ts';
import { MenuButton } from './menu-button.tsx';
import { Modal } from './modal.tsx';

type Props = { readonly sheet: Sheet; readonly selection: Selection; readonly actions: PageActions };

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
export function LineMenu({ sheet, selection, actions }: Props) {
  // Whatever happens meanwhile, the lines that were asked about are those that go.
  const [asking, setAsking] = useState<{ sheet: Sheet; row: number; rows: number } | null>(null);
  const { row, rows } = areaOf(selection.active, selection.anchor);
  const run = (what: string) => {
    if (what === 'above') actions.insert(sheet, row, rows);
    else if (what === 'below') actions.insert(sheet, row + rows, rows);
    else if (what === 'delete') setAsking({ sheet, row, rows });
    else actions.sort(sheet, selection.active, what === 'down');
  };
  return (
    <>
      <MenuButton class="quiet" caption={WORKBENCH.lines} items={ITEMS} onRun={run} />
      {asking !== null && (
        <Modal title={WORKBENCH.lines} class="script" closable={false} onClose={() => setAsking(null)}>
          <p>{askToDelete(asking.row, asking.rows)}</p>
          <p class="buttons">
            <button
              type="button"
              onClick={() => {
                setAsking(null);
                actions.remove(asking.sheet, asking.row, asking.rows);
              }}
            >
              {WORKBENCH.confirm}
            </button>
            <button type="button" class="quiet" autofocus onClick={() => setAsking(null)}>
              {WORKBENCH.cancel}
            </button>
          </p>
        </Modal>
      )}
    </>
  );
}
