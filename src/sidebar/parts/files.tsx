import type { ReportReply } from '../../app/replies/actions.ts';

/** Files by name; a link where the host has one that a page may open. */
export function Files({ files }: Pick<ReportReply, 'files'>) {
  return (
    <ul>
      {files.map(({ name, url }) => (
        <li key={name}>
          {/^https?:/u.test(url) ? (
            <a href={url} target="_blank" rel="noopener noreferrer">
              {name}
            </a>
          ) : (
            name
          )}
        </li>
      ))}
    </ul>
  );
}
