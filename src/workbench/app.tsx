import { useEffect, useMemo, useState } from 'preact/hooks';
import { GRID, sayMine, sayOfPeriod, WORKBENCH } from '../words/pages/workbench.ts';
import type { PageActions } from './actions.ts';
import { Grid } from './grid/grid.tsx';
import { hearHelp } from './guide.ts';
import { CellBar } from './parts/cell-bar.tsx';
import { Files } from './parts/files.tsx';
import { FindBar } from './parts/find-bar.tsx';
import { Notices, Toasts } from './parts/notices.tsx';
import { PrintSheet } from './parts/print-sheet.tsx';
import { ScriptDialog } from './parts/script-dialog.tsx';
import { PageDialog, Sidebar } from './parts/served-page.tsx';
import { StartPage } from './parts/start-page.tsx';
import { Tabs } from './parts/tabs.tsx';
import { TopBar } from './parts/top-bar.tsx';
import type { BookView } from './protocol.ts';
import { firstOpenRow, leadColumn, periodsIn, type Sheet, shownRows } from './sheet.ts';
import { type State, type Store, useStored } from './store.ts';

type Props = { readonly store: Store; readonly actions: PageActions };

/** The workbench: the workbook in a grid, the script's menu, its pages and words around it. */
export function App({ store, actions }: Props) {
  const state = useStored(store, (all) => all);
  const [finding, setFinding] = useState(false);
  const [files, setFiles] = useState(false);
  const [start, setStart] = useState<boolean | null>(null);
  const { book, sheet, sidebar, modal } = state;
  const [dialog] = state.dialogs;
  useEffect(() => {
    if (book !== null) document.title = `${book.name} – ${WORKBENCH.title}`;
  }, [book?.name]);
  useEffect(() => warnOfUnsaved(store), [store]);
  useEffect(() => hearHelp(window, store), [store]);
  const toFind = () => setFinding(true);
  return (
    <div class={state.printing ? 'workbench printing' : 'workbench'}>
      {book !== null && (
        <TopBar
          state={state}
          book={book}
          actions={actions}
          store={store}
          onFind={toFind}
          onFiles={() => setFiles(true)}
          onStart={() => setStart(true)}
        />
      )}
      <div class="middle">
        <main aria-label={GRID.sheet}>
          {book === null && <p role="status">{WORKBENCH.opening}</p>}
          <h2 class="unseen">{sheet?.name ?? WORKBENCH.title}</h2>
          <Notices state={state} store={store} actions={actions} />
          {book !== null && <Notes notes={book.notes} />}
          {book !== null && sheet !== null && (
            <Workplace {...{ book, sheet, state, store, actions, finding, onFind: toFind, onFound: () => setFinding(false) }} />
          )}
        </main>
        {sidebar !== null && (
          <Sidebar page={sidebar} store={store} user={book?.user ?? ''} onClose={() => store.set({ sidebar: null })} />
        )}
      </div>
      {state.printing && book !== null && sheet !== null && (
        <PrintSheet sheet={sheet} rows={toPrint(sheet, state, book)} store={store} />
      )}
      <Toasts toasts={state.toasts} store={store} />
      {files && book !== null && <Files book={book} actions={actions} onClose={() => setFiles(false)} />}
      {book !== null && (start ?? book.welcome) && <StartPage book={book} actions={actions} onClose={() => setStart(false)} />}
      {modal !== null && <PageDialog key={modal.address} page={modal} store={store} onClose={() => store.set({ modal: null })} />}
      {dialog !== undefined && <ScriptDialog key={dialog.dialog} dialog={dialog} actions={actions} />}
    </div>
  );
}

type WorkplaceProps = Props & {
  readonly book: BookView;
  readonly sheet: Sheet;
  readonly state: State;
  readonly finding: boolean;
  readonly onFind: () => void;
  readonly onFound: () => void;
};

/** One tab: what stands in the active cell, the grid, the tabs to change to. */
function Workplace({ book, sheet, state, store, actions, finding, onFind, onFound }: WorkplaceProps) {
  const roles = book.people.find((person) => person.user === book.user)?.roles;
  const mine = useMemo(() => filtered(sheet, state, roles), [sheet, state.onlyMine, state.onlyPeriod, roles]);
  return (
    <>
      {finding && (
        <FindBar sheet={sheet} shown={mine.shown} from={firstOpenRow(sheet, book.openPeriods)} store={store} onClose={onFound} />
      )}
      {mine.said !== null && <p class="notice">{mine.said}</p>}
      <CellBar sheet={sheet} active={state.selection.active} />
      <div id="sheet" role="tabpanel" aria-labelledby={`tab-${sheet.id}`} class="sheet">
        <Grid key={sheet.id} sheet={sheet} state={state} shown={mine.shown} actions={actions} store={store} onFind={onFind} />
      </div>
      <Tabs tabs={book.tabs} open={sheet.id} onOpen={actions.openTab} />
    </>
  );
}

type Filtered = { readonly shown: number[]; readonly said: string | null };

/** The lines to show, and why they are not all. A period that a tab has no line of is not asked of it. */
function filtered(sheet: Sheet, { onlyMine, onlyPeriod }: State, roles: readonly string[] | undefined): Filtered {
  const period = onlyPeriod !== null && periodsIn(sheet).includes(onlyPeriod) ? onlyPeriod : null;
  const ofPeriod = (): Filtered => {
    const shown = shownRows(sheet, { roles: null, period });
    return { shown, said: period === null ? null : sayOfPeriod(shown.length, period) };
  };
  if (!onlyMine) return ofPeriod();
  if (leadColumn(sheet) === null) return { ...ofPeriod(), said: GRID.noMine };
  if (roles === undefined || roles.length === 0) return { ...ofPeriod(), said: GRID.nobodyMine };
  const shown = shownRows(sheet, { roles, period });
  return shown.length === 0 ? { ...ofPeriod(), said: GRID.mineEmpty } : { shown, said: sayMine(shown.length, period) };
}

/** The lines that are shown; of a tab with several periods that of the open one, unless others were chosen. */
function toPrint(sheet: Sheet, state: State, book: BookView): number[] {
  const roles = book.people.find((person) => person.user === book.user)?.roles;
  const [open] = book.openPeriods.filter((name) => periodsIn(sheet).includes(name));
  return filtered(sheet, { ...state, onlyPeriod: state.onlyPeriod ?? open ?? null }, roles).shown;
}

/** What was said when the workbook was opened, until it is closed. */
function Notes({ notes }: { notes: readonly string[] }) {
  const [closed, setClosed] = useState<readonly string[] | null>(null);
  if (notes.length === 0 || closed === notes) return null;
  return (
    <section class="notice" aria-label={WORKBENCH.notes}>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <button type="button" class="quiet" onClick={() => setClosed(notes)}>
        {WORKBENCH.close}
      </button>
    </section>
  );
}

/** The browser asks before it closes a page that holds texts not yet saved. */
function warnOfUnsaved(store: Store): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (store.get().pending.size > 0) event.preventDefault();
  };
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}
