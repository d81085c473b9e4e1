import { useState } from 'preact/hooks';
import { START } from '../../words/pages/workbench.ts';
import type { PageActions } from '../actions.ts';
import type { BookView } from '../protocol.ts';
import { Others } from './files.tsx';
import { Modal } from './modal.tsx';

type Props = { readonly book: BookView; readonly actions: PageActions; readonly onClose: () => void };

/** What to begin with: a new workbook, one that is there or the office's own file, a demonstration. */
export function StartPage({ book, actions, onClose }: Props) {
  return (
    <Modal title={START.title} onClose={onClose} class="files">
      <p>{START.now(book.name, book.sample)}</p>
      <NewBook actions={actions} onClose={onClose} />
      <section>
        <h3>{START.open}</h3>
        <Others book={book} actions={actions} onClose={onClose} />
      </section>
      <section>
        <h3>{START.samples}</h3>
        <p class="empty">{START.samplesHint}</p>
        <ul>
          {START.years.map(([year, text]) => (
            <li key={year}>
              <span class="file-name">{text}</span>
              <button
                type="button"
                class="quiet"
                aria-label={`${START.openSample}: ${text}`}
                onClick={() => actions.demonstrate(year).then(onClose)}
              >
                {START.openSample}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </Modal>
  );
}

function NewBook({ actions, onClose }: Pick<Props, 'actions' | 'onClose'>) {
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  return (
    <section>
      <h3>{START.fresh}</h3>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          actions.newWorkbook(name.trim()).then((why) => (why === null ? onClose() : setSaid(why)));
        }}
      >
        <label for="new-book">{START.name}</label>
        <input
          id="new-book"
          type="text"
          required
          maxLength={100}
          value={name}
          aria-describedby="new-book-hint"
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
        <p id="new-book-hint" class="empty">
          {START.nameHint}
        </p>
        <div role="alert">{said !== '' && <p class="notice warning">{said}</p>}</div>
        <button type="submit">{START.make}</button>
      </form>
    </section>
  );
}
