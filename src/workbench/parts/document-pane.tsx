import { useEffect, useRef, useState } from 'preact/hooks';
import { FILES } from '../../words/pages/workbench.ts';
import type { ShownDocument, ShownPassage } from '../protocol.ts';
import { bytesOf } from './base64.ts';
import { type FindPassage, passagesIn } from './find-passage.ts';
import { drawInto } from './paper.tsx';

type Props = { readonly shown: ShownDocument; readonly passage: ShownPassage | null };

/** The document that a page reads, with the passage in hand marked at its place. */
export function DocumentPane({ shown, passage }: Props) {
  return shown.file === '' ? <Lines shown={shown} passage={passage} /> : <Pages shown={shown} passage={passage} />;
}

const MARKED = 'in-hand';
/** Within the pages: the styles of the workbench do not reach into them. */
const MARK_STYLE = `.${MARKED} { background: #fff1b8 !important; outline: 3px solid #8a6100; outline-offset: 2px; }`;

function mark(before: Element | null, now: Element | null): void {
  before?.classList.remove(MARKED);
  now?.classList.add(MARKED);
  now?.scrollIntoView({ block: 'center' });
}

/** A .docx, drawn as it will be printed. */
function Pages({ shown: { file }, passage }: Props) {
  const room = useRef<HTMLDivElement>(null);
  const marked = useRef<Element | null>(null);
  const [lost, setLost] = useState(false);
  const [find, setFind] = useState<FindPassage | 'failed' | null>(null);
  useEffect(() => {
    if (room.current === null) return;
    setFind(null);
    drawInto(room.current, bytesOf(file)).then(
      (pages) => {
        const style = document.createElement('style');
        style.textContent = MARK_STYLE;
        pages.append(style);
        setFind(() => passagesIn(pages));
      },
      () => setFind('failed'),
    );
  }, [file]);
  useEffect(() => {
    if (typeof find !== 'function') return;
    const found = passage === null ? null : find(passage);
    mark(marked.current, found);
    marked.current = found;
    setLost(passage !== null && passage.words !== '' && found === null);
  }, [find, passage]);
  return (
    <div class="document-pane">
      <div role="status">
        {lost && <p class="document-said">{FILES.passageNotDrawn}</p>}
        {find === null && <p class="document-said">{FILES.drawing}</p>}
        {find === 'failed' && <p class="document-said failure">{FILES.notDrawn}</p>}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <section class="paper" ref={room} tabIndex={0} aria-label={FILES.plan} aria-busy={find === null} />
    </div>
  );
}

/** The words of a workbook, a text or a PDF, a line for each row or paragraph. */
function Lines({ shown: { lines }, passage }: Props) {
  const room = useRef<HTMLDivElement>(null);
  const marked = useRef<Element | null>(null);
  const [first = ''] = passage?.at.split('; ') ?? [];
  useEffect(() => {
    const cells = [...(room.current?.querySelectorAll<HTMLElement>('[data-at]') ?? [])];
    const found = first === '' ? null : (cells.find(({ dataset }) => dataset['at'] === first) ?? null);
    mark(marked.current, found);
    marked.current = found;
  }, [first, lines]);
  return (
    <div class="document-pane">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <section class="document-lines" ref={room} tabIndex={0} aria-label={FILES.plan}>
        {lines.map((cells, at) => (
          <p key={at} class={cells.length > 1 ? 'cells' : undefined}>
            {cells.map((cell, column) => (
              <span key={column} data-at={cell.at}>
                {cell.text}
              </span>
            ))}
          </p>
        ))}
      </section>
    </div>
  );
}
