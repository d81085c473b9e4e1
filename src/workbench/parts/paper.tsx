import { useEffect, useRef, useState } from 'preact/hooks';
import { FILES } from '../../words/pages/workbench.ts';
import type { PageActions } from '../actions.ts';
import { bytesOf } from './base64.ts';
import type { PaperViewer } from './paper-viewer.ts';

const EDGE = 12;
const LEAST_ZOOM = 0.6;

/** A report as it will be printed, page below page. */
export function Paper({ path, actions }: { path: string; actions: PageActions }) {
  const room = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'drawing' | 'drawn' | 'failed'>('drawing');
  useEffect(() => {
    const draw = async () => {
      const report = await actions.ask('report', { path });
      if (report === null || room.current === null) return setState('failed');
      try {
        await drawInto(room.current, bytesOf(report.file));
        setState('drawn');
      } catch {
        setState('failed');
      }
    };
    draw();
  }, [path]);
  return (
    <>
      <div role="status">
        {state === 'drawing' && <p>{FILES.drawing}</p>}
        {state === 'failed' && <p class="failure">{FILES.notDrawn}</p>}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <section class="paper" ref={room} tabIndex={0} aria-label={FILES.paper} aria-busy={state === 'drawing'} />
    </>
  );
}

/** In a shadow tree, so that the styles of the file stay within the pages. */
export async function drawInto(room: HTMLElement, file: Uint8Array): Promise<HTMLElement> {
  const tree = room.shadowRoot ?? room.attachShadow({ mode: 'open' });
  const [styles, pages] = [document.createElement('div'), document.createElement('div')];
  tree.replaceChildren(styles, pages);
  await viewer().draw(file, pages, styles);
  shrink(room, pages);
  // A drawing in an official paper says nothing beside its text.
  for (const image of pages.querySelectorAll('img:not([alt])')) image.setAttribute('alt', '');
  return pages;
}

/** Makes the pages as small as the window asks, but never too small to read. */
function shrink(room: HTMLElement, pages: HTMLElement): void {
  const widths = [...pages.querySelectorAll<HTMLElement>('section')].map((page) => page.offsetWidth);
  const [first = 1] = widths;
  const wrapper = pages.firstElementChild;
  if (!(wrapper instanceof HTMLElement)) return;
  const seen = room.clientWidth - 2 * EDGE;
  wrapper.style.padding = `${EDGE}px`;
  // Centred pages that are wider than the window could not be scrolled to their left edge.
  if (Math.max(...widths) * LEAST_ZOOM > seen) wrapper.style.alignItems = 'flex-start';
  wrapper.style.setProperty('zoom', String(Math.min(1, Math.max(LEAST_ZOOM, seen / first))));
}

function viewer(): PaperViewer {
  const holder = globalThis as { soCchcPaperViewer?: PaperViewer };
  if (holder.soCchcPaperViewer === undefined) {
    const script = document.createElement('script');
    script.nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
    script.textContent = document.getElementById('paper-viewer')?.textContent ?? '';
    document.head.append(script);
  }
  const { soCchcPaperViewer: found } = holder;
  if (found === undefined) throw new Error('the viewer of papers did not start');
  return found;
}
