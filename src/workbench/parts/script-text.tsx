import { FILES } from '../../words/pages/workbench.ts';
import type { PageActions } from '../actions.ts';

/** Where the local host puts what a script makes; only these files are served. */
const MADE = /^file:\/\/\S*\/((?:bao-cao|thu)\/[^/\s]+)$/u;

/** What a script says, line by line, as text; the address of a file it made is a link to that file. */
export function ScriptText({ text, actions }: { text: string; actions: PageActions }) {
  return (
    <>
      {text.split('\n').map((line, at) => {
        const path = madeFile(line);
        const address = path === null ? null : actions.fileAddress(path);
        return <Line key={at} line={line} {...(path === null || address === null ? {} : { address, name: nameOf(path) })} />;
      })}
    </>
  );
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function Line({ line, address, name }: { line: string; address?: string; name?: string }) {
  if (address === undefined) return <>{`${line}\n`}</>;
  return (
    <>
      <a href={address} download={name} aria-label={`${FILES.download}: ${name}`}>
        {FILES.download}
      </a>
      {'\n'}
    </>
  );
}

function madeFile(line: string): string | null {
  const [, path = ''] = MADE.exec(line.trim()) ?? [];
  try {
    return path === '' ? null : decodeURIComponent(path);
  } catch {
    return null;
  }
}
