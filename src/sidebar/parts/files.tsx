import type { HandedFile, MadeFile } from '../../app/replies/actions.ts';
import { FILE_WORDS } from '../../words/core/files.ts';
import { download } from './download.ts';

type Props = { files: readonly (MadeFile & Partial<Pick<HandedFile, 'data'>>)[]; notKept?: string | null };

/** Files by name: a button for those whose bytes came along, a link where the host has one that a page may open. */
export function Files({ files, notKept = null }: Props) {
  return (
    <>
      {notKept !== null && <p role="alert">{notKept}</p>}
      <ul>
        {files.map(({ name, url, data }) => (
          <li key={name}>
            {name} {data !== undefined && <Download name={name} data={data} />}{' '}
            {/^https?:/u.test(url) && (
              <a href={url} target="_blank" rel="noopener noreferrer" aria-label={`${FILE_WORDS.open} ${name}`}>
                {FILE_WORDS.open}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Download({ name, data }: Pick<HandedFile, 'name' | 'data'>) {
  return (
    <button type="button" class="quiet" aria-label={`${FILE_WORDS.download} ${name}`} onClick={() => download(name, data)}>
      {FILE_WORDS.download}
    </button>
  );
}
