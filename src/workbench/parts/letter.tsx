import { useEffect, useState } from 'preact/hooks';
import { FILES, sayMoment } from '../../words/pages/workbench.ts';
import type { PageActions } from '../actions.ts';
import type { LetterView } from '../protocol.ts';

const HEADERS = ['subject', 'from', 'to', 'replyTo', 'date'] as const;

/** A letter as it will look to who gets it: its headers as text, its body in a frame where nothing can run. */
export function Letter({ path, actions }: { path: string; actions: PageActions }) {
  const [letter, setLetter] = useState<LetterView | 'reading' | null>('reading');
  useEffect(() => {
    setLetter('reading');
    actions.ask('letter', { path }).then(setLetter, () => setLetter(null));
  }, [path]);
  if (letter === null || letter === 'reading') {
    return (
      <div role="status">
        <p class={letter === null ? 'failure' : undefined}>{letter === null ? FILES.notRead : FILES.reading}</p>
      </div>
    );
  }
  return (
    <div class="mail">
      <dl>
        {HEADERS.filter((header) => letter[header] !== '').map((header) => (
          <div key={header}>
            <dt>{FILES[header]}</dt>
            <dd>{header === 'date' ? sayMoment(letter.date) : letter[header]}</dd>
          </div>
        ))}
      </dl>
      {letter.html === '' ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
        <pre tabIndex={0}>{letter.text}</pre>
      ) : (
        <iframe title={FILES.letter} sandbox="" srcdoc={letter.html} />
      )}
    </div>
  );
}
