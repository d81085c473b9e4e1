import { useRef, useState } from 'preact/hooks';
import { SIDEBAR_FILES } from '../../words/pages/sidebar.ts';

const WORD = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** The server takes no more; told before anything is sent. */
const MOST_BYTES = 6_000_000;

type Props = {
  id: string;
  label: string;
  hint: string;
  accept?: string;
  onFile: (base64: string, name: string) => Promise<void>;
};

/**
 * Takes one file from this machine, a .docx unless `accept` says otherwise, and hands it over as base64, with a word while it is being read. A button of ours stands for
 * the browser's control, whose words are in the browser's language.
 */
export function FilePick({ id, label, hint, accept = WORD, onFile }: Props) {
  const [said, setSaid] = useState<string | null>(null);
  const [name, setName] = useState('');
  const control = useRef<HTMLInputElement>(null);
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file === undefined) return;
    setName(file.name);
    if (file.size > MOST_BYTES) {
      setSaid(SIDEBAR_FILES.tooLong);
      return;
    }
    setSaid(SIDEBAR_FILES.reading);
    const base64 = await base64Of(file);
    if (base64 === null) {
      setSaid(SIDEBAR_FILES.unreadable);
      return;
    }
    await onFile(base64, file.name);
    setSaid(null);
    input.value = '';
  };
  return (
    <>
      <button type="button" aria-describedby={`${id}-name ${id}-hint`} onClick={() => control.current?.click()}>
        {label}
      </button>{' '}
      <span id={`${id}-name`}>{name}</span>
      <input id={id} ref={control} type="file" hidden accept={accept} onChange={(event) => take(event.currentTarget)} />
      <p id={`${id}-hint`} class="empty">
        {hint}
      </p>
      <div role="status">{said !== null && <p class="waiting">{said}</p>}</div>
    </>
  );
}

function base64Of(file: File): Promise<string | null> {
  return new Promise((answer) => {
    const reader = new FileReader();
    reader.onload = () => answer(String(reader.result).replace(/^[^,]*,/u, ''));
    reader.onerror = () => answer(null);
    reader.readAsDataURL(file);
  });
}
