import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { WORKBENCH } from '../../words/pages/workbench.ts';
import { hearHelp } from '../guide.ts';
import type { PageSaid, ShownDocument, ShownPassage } from '../protocol.ts';
import type { EventOf, Store } from '../store.ts';
import { DocumentPane } from './document-pane.tsx';
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

/** The script's own page over the grid; beside it the document that it reads. */
export function PageDialog({ page, store, onClose }: Props) {
  const [shown, setShown] = useState<ShownDocument | null>(null);
  const [passage, setPassage] = useState<ShownPassage | null>(null);
  const hear = useCallback(({ document, passage: inHand }: PageSaid) => {
    if (document !== undefined) setShown(document);
    if (document !== undefined || inHand !== undefined) setPassage(inHand ?? null);
  }, []);
  const alone = shown === null;
  return (
    <Modal title={page.title} onClose={onClose} class={alone ? 'page' : 'page with-document'} {...(alone ? { size: page } : {})}>
      <div class="page-room" style={alone && page.height !== null ? { height: `${page.height}px` } : undefined}>
        {shown !== null && <DocumentPane shown={shown} passage={passage} />}
        <Frame page={page} store={store} onClose={onClose} onSaid={hear} />
      </div>
    </Modal>
  );
}

/** Only the frame's own page, of our own origin, is heard. */
function Frame({ page, store, onClose, onSaid }: Props & { readonly onSaid?: (said: PageSaid) => void }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const hear = (event: MessageEvent<PageSaid | null>) => {
      const own = event.source === frame.current?.contentWindow && event.origin === location.origin;
      if (!own || event.data === null) return;
      if (typeof event.data.closed === 'string') onClose();
      else onSaid?.(event.data);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, [onClose, onSaid]);
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
