import type { Shown } from '../../host/core/environment.ts';
import type { MenuView, ServerEvent } from '../protocol.ts';
import { menuView } from './book-view.ts';

/** Where what a script shows goes to: the window whose act it was, the menu of the book, the pages that are served. */
export type Stage = {
  readonly window: string;
  tell(news: ServerEvent): void;
  hang(menu: MenuView): void;
  /** Keeps a page to be served and gives its address. */
  keep(html: string): string;
};

/** Brings what a script has shown before the person; a dialog was shown when it was asked. */
export function stage(shown: Shown, { window, tell, hang, keep }: Stage): void {
  switch (shown.kind) {
    case 'menu':
      hang(menuView({ caption: shown.caption, functionName: null, items: shown.items }));
      return;
    case 'toast':
      tell({ is: 'toast', window, title: shown.title, text: shown.message });
      return;
    case 'sidebar':
    case 'dialog': {
      const { kind, title, html, width = null, height = null } = shown;
      tell({ is: 'page', window, kind, title, address: keep(html), width, height });
      return;
    }
    default:
  }
}
