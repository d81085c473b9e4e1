import { useState } from 'preact/hooks';
import type { HandedFile, MadeFile } from '../../app/replies/actions.ts';
import { FILE_WORDS } from '../../words/core/files.ts';
import { download } from './download.ts';
import { pngOf } from './picture.ts';

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
            {data !== undefined && name.endsWith('.svg') && <Picture name={name} data={data} />}
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

/** The drawing as a picture for a phone or a chat. */
function Picture({ name, data }: Pick<HandedFile, 'name' | 'data'>) {
  const [failed, setFailed] = useState(false);
  const make = async () => {
    const png = await pngOf(data);
    setFailed(png === null);
    if (png !== null) download(name.replace(/\.svg$/u, '.png'), png);
  };
  return (
    <>
      <button type="button" class="quiet" aria-label={`${FILE_WORDS.picture} ${name}`} onClick={make}>
        {FILE_WORDS.picture}
      </button>
      {failed && <span role="alert">{FILE_WORDS.noPicture}</span>}
    </>
  );
}
