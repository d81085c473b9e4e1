import type { Look, News } from './protocol.ts';
import { withLines } from './sheet.ts';
import { aimAt, type Store, sayToast } from './store.ts';

type Ears = {
  readonly store: Store;
  readonly openTab: (tab: number) => Promise<void>;
  readonly openBook: () => Promise<void>;
  readonly settle: () => void;
};

const mine = (news: { readonly window: string }): boolean => news.window === document.body.dataset['window'];

/** As in styles/narrow.css. */
const NARROW = '(max-width: 760px)';

/** Takes in what the server tells all windows. */
export function hearNews(ears: Ears, news: News): void {
  const { store } = ears;
  const { book } = store.get();
  if (news.is === 'cells' || news.is === 'changed') hearChange(ears, news);
  else if (news.is === 'busy') store.set({ busy: news.with });
  else if (news.is === 'files') store.set({ book: book === null ? null : { ...book, files: news.files } });
  else if (mine(news)) hearOwn(ears, news);
}

/** A version that does not follow the last one means that something was missed. */
function hearChange(ears: Ears, news: Extract<News, { is: 'cells' | 'changed' }>): void {
  const { store, openTab, openBook, settle } = ears;
  const { book, sheet } = store.get();
  if (book === null) return;
  if (news.version > book.version + 1 || (news.is === 'changed' && news.tab === null)) {
    openBook();
    return;
  }
  store.set({ book: { ...book, version: Math.max(book.version, news.version) } });
  if (sheet?.id === news.tab) {
    if (news.is === 'cells') store.set({ sheet: withLines(sheet, news.lines), looks: newer(store.get().looks, news.looks) });
    else openTab(sheet.id);
  }
  settle();
}

/** Looks keep their places: as long as none is added, the known ones stay, and no line need be drawn again. */
export function newer(known: readonly Look[], told: readonly Look[]): readonly Look[] {
  return told.length === known.length ? known : told;
}

type Own = Extract<News, { readonly window: string }>;

async function hearOwn({ store, openTab }: Ears, news: Own): Promise<void> {
  if (news.is === 'toast') sayToast(store, news.title, news.text);
  else if (news.is === 'dialog') store.set({ dialogs: [...store.get().dialogs, news] });
  else if (news.is === 'page') store.set(news.kind === 'sidebar' ? { sidebar: news } : { modal: news });
  else {
    if (store.get().sheet?.id !== news.tab) await openTab(news.tab);
    // In a narrow window the script's page lies over the cell that it points at.
    if (matchMedia(NARROW).matches) store.set({ sidebar: null });
    aimAt(store, news);
  }
}
