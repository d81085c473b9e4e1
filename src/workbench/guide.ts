import { guidePlace } from '../words/pages/guide.ts';
import type { Store } from './store.ts';

/** Opens the guide in a window of its own, at what is before the eyes: the script's page where it is open, else the tab. */
export function openGuide(store: Store): void {
  const { modal, sidebar, sheet } = store.get();
  const room = modal !== null ? 'dialog.page' : 'aside.sidebar';
  const frame = modal === null && sidebar === null ? null : document.querySelector<HTMLIFrameElement>(`${room} iframe`);
  const part = frame?.contentDocument?.documentElement.dataset['part'] ?? null;
  open(`/huong-dan#${guidePlace(part, sheet?.name ?? null)}`, 'so-cchc-huong-dan');
}

/** F1 opens the guide, in this window and in the frames of the script's pages. */
export function hearHelp(target: Window, store: Store): () => void {
  const hear = (event: KeyboardEvent): void => {
    if (event.key !== 'F1') return;
    event.preventDefault();
    openGuide(store);
  };
  target.addEventListener('keydown', hear, true);
  return () => target.removeEventListener('keydown', hear, true);
}
