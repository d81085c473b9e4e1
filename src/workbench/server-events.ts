import type { ServerEvent } from './protocol.ts';
import { aimAt, type Store, sayToast } from './store.ts';

type Change = Extract<ServerEvent, { readonly is: 'cells' | 'changed' }>;

type Ears = {
  readonly store: Store;
  readonly openTab: (tab: number) => Promise<void>;
  readonly openBook: () => Promise<void>;
  readonly take: (news: Change) => void;
  readonly settle: () => void;
};

const mine = (news: { readonly window: string }): boolean => news.window === document.body.dataset['window'];

/** As in styles/narrow.css. */
const NARROW = '(max-width: 760px)';

/** Takes in what the server tells all windows. */
export function hearServerEvent(ears: Ears, news: ServerEvent): void {
  const { store } = ears;
  const { book } = store.get();
  if (news.is === 'cells' || news.is === 'changed') hearChange(ears, news);
  else if (news.is === 'busy') store.set({ busy: news.with });
  else if (news.is === 'files') store.set({ book: book === null ? null : { ...book, files: news.files } });
  else if (mine(news)) hearOwn(ears, news);
}

/** A version that does not follow the last one means that something was missed. */
function hearChange({ store, openBook, take, settle }: Ears, news: Change): void {
  const { book } = store.get();
  if (book === null) return;
  if (news.version > book.version + 1 || (news.is === 'changed' && news.tab === null)) {
    openBook();
    return;
  }
  store.set({ book: { ...book, version: Math.max(book.version, news.version) } });
  take(news);
  settle();
}

type Own = Extract<ServerEvent, { readonly window: string }>;

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
