import { useState } from 'preact/hooks';
import { GUIDE } from '../../words/pages/guide.ts';
import { FILES, FIND, START, sayOpenPeriod, sayPerson, sayToday, WORKBENCH } from '../../words/pages/workbench.ts';
import type { PageActions } from '../actions.ts';
import { openGuide } from '../guide.ts';
import type { BookView } from '../protocol.ts';
import { periodsIn } from '../sheet.ts';
import type { State, Store } from '../store.ts';
import { LineMenu } from './line-menu.tsx';
import { MenuButton } from './menu-button.tsx';

type Props = {
  readonly state: State;
  readonly book: BookView;
  readonly actions: PageActions;
  readonly store: Store;
  readonly onFind: () => void;
  readonly onFiles: () => void;
  readonly onStart: () => void;
};

/** The script shows the guide without its pictures, which the program has. */
const HELP = 'menuHelp';

/** Which workbook, which day, the script's menu, and the tools. */
export function TopBar(props: Props) {
  const { book, actions, store } = props;
  const runMenu = (run: string) => (run === HELP ? openGuide(store) : actions.runMenu(run));
  const [open, setOpen] = useState(false);
  // In a narrow window the tools would leave little of the grid to what they open.
  const closing = (then: () => void) => () => {
    setOpen(false);
    then();
  };
  return (
    <header class="top">
      <div class="names">
        <h1>{book.name}</h1>
        {book.sample && <span class="sample">{WORKBENCH.sample}</span>}
        <span class="today">{sayToday(book.today)}</span>
      </div>
      <div class="bar">
        <MenuButton class="main" caption={book.menu.caption} items={book.menu.items} onRun={runMenu} />
        <button type="button" class="quiet more" aria-expanded={open} aria-controls="tools" onClick={() => setOpen(!open)}>
          {WORKBENCH.tools}
        </button>
        <div id="tools" class={open ? 'tools open' : 'tools'}>
          <Tools {...props} onFind={closing(props.onFind)} onFiles={closing(props.onFiles)} onStart={closing(props.onStart)} />
        </div>
      </div>
    </header>
  );
}

function Tools({ state, book, actions, store, onFind, onFiles, onStart }: Props) {
  return (
    <>
      <label class="person">
        {WORKBENCH.me}:{' '}
        <select value={book.user} onChange={(event) => actions.chooseUser(event.currentTarget.value)}>
          {book.people.map((person) => (
            <option key={person.user} value={person.user}>
              {sayPerson(person.roles, person.user)}
            </option>
          ))}
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={state.onlyMine}
          onChange={(event) => store.set({ onlyMine: event.currentTarget.checked })}
        />
        {WORKBENCH.mine}
      </label>
      <PeriodFilter state={state} store={store} />
      <button type="button" class="quiet" onClick={() => actions.undo()}>
        {WORKBENCH.undo}
      </button>
      <button type="button" class="quiet" onClick={onFind}>
        {FIND.open}
      </button>
      {state.sheet !== null && (
        <button type="button" class="quiet" onClick={() => store.set({ printing: true })}>
          {WORKBENCH.print}
        </button>
      )}
      {state.sheet !== null && <LineMenu sheet={state.sheet} selection={state.selection} actions={actions} />}
      <button type="button" class="quiet" onClick={onFiles}>
        {FILES.open}
      </button>
      <button type="button" class="quiet" onClick={onStart}>
        {START.button}
      </button>
      <button type="button" class="quiet" title={GUIDE.key} onClick={() => openGuide(store)}>
        {GUIDE.button}
      </button>
    </>
  );
}

/** Which period's lines are shown, on tabs that have several. */
function PeriodFilter({ state: { sheet, book, onlyPeriod }, store }: Pick<Props, 'state' | 'store'>) {
  const periods = sheet === null ? [] : periodsIn(sheet);
  if (periods.length < 2) return null;
  const chosen = onlyPeriod !== null && periods.includes(onlyPeriod) ? onlyPeriod : '';
  return (
    <label class="person">
      {WORKBENCH.period}:{' '}
      <select value={chosen} onChange={({ currentTarget: { value } }) => store.set({ onlyPeriod: value === '' ? null : value })}>
        <option value="">{WORKBENCH.allPeriods}</option>
        {periods.map((name) => (
          <option key={name} value={name}>
            {book?.openPeriods.includes(name) === true ? sayOpenPeriod(name) : name}
          </option>
        ))}
      </select>
    </label>
  );
}
