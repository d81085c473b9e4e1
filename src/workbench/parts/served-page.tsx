import { useEffect, useRef } from 'preact/hooks';
import { WORKBENCH } from '../../words/pages/workbench.ts';
import { hearHelp } from '../guide.ts';
import type { PageClosed } from '../protocol.ts';
import type { EventOf, Store } from '../store.ts';
import { Modal } from './modal.tsx';

type Props = { readonly page: EventOf<'page'>; readonly store: Store; readonly onClose: () => void };

/** The script's own page beside the grid, in a frame as on Google; begun anew for another person, whose rows and rights are others. */
export function Sidebar({ page, store, user, onClose }: Props & { readonly user: string }) {
  return (
    <aside class="sidebar" aria-label={page.title}>
      <div class="dialog-head">
        <h2>{page.title}</h2>
        <button type="button" class="quiet" onClick={onClose}>
          {WORKBENCH.close}
        </button>
      </div>
      <Frame key={user} page={page} store={store} onClose={onClose} />
    </aside>
  );
}

/** The script's own page over the grid. */
export function PageDialog({ page, store, onClose }: Props) {
  return (
    <Modal title={page.title} onClose={onClose} class="page" size={page}>
      <div class="page-room" style={page.height === null ? undefined : { height: `${page.height}px` }}>
        <Frame page={page} store={store} onClose={onClose} />
      </div>
    </Modal>
  );
}

/** Only the frame's own page, of our own origin, may close it. */
function Frame({ page, store, onClose }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const hear = (event: MessageEvent<Partial<PageClosed> | null>) => {
      const own = event.source === frame.current?.contentWindow && event.origin === location.origin;
      if (own && typeof event.data?.closed === 'string') onClose();
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, [onClose]);
  return (
    <iframe
      key={page.address}
      ref={frame}
      src={page.address}
      title={page.title}
      // It lives as long as what it hears from.
      onLoad={({ currentTarget: { contentWindow } }) => contentWindow !== null && void hearHelp(contentWindow, store)}
    />
  );
}
