import type { HandedFile } from '../../app/replies/actions.ts';
import { DIALOG_TITLES, DIALOG_WORDS } from '../../words/pages/dialogs.ts';
import { Files } from '../parts/files.tsx';
import { Frame } from '../parts/screen.tsx';
import { CloseButton } from './dialog.tsx';

declare global {
  interface Window {
    /** What the menu function handed over with the page (`google/screen.ts`). */
    handed?: { readonly said: readonly string[]; readonly files: readonly HandedFile[] };
  }
}

/** Files that a menu item made, to be downloaded; the page asks nothing, so that it works where it cannot reach the workbook. */
export function HandedFiles() {
  const { said = [], files = [] } = window.handed ?? {};
  return (
    <Frame title={DIALOG_TITLES.files} busy={false}>
      {said.map((line, at) => (
        <p key={at}>{line}</p>
      ))}
      <Files files={files} />
      <CloseButton text={DIALOG_WORDS.close} />
    </Frame>
  );
}
