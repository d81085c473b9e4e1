import { useState } from 'preact/hooks';
import type { MyRow } from '../../app/replies/my-rows.ts';
import { evidenceIn, evidenceName } from '../../domain/checks/evidence.ts';
import { EVIDENCE_WORDS } from '../../words/entry/evidence.ts';
import { FilePick } from '../parts/file-pick.tsx';
import { idOf } from '../parts/read-form.ts';
import { askServer } from '../parts/server.ts';
import type { Board } from './board.ts';

const ACCEPT = '.pdf,.docx,.xlsx,.doc,.xls,.jpg,.jpeg,.png';

type Props = { row: MyRow; board: Board; text: string; onType: (text: string) => void };

/** Below `Minh chứng`: what it names, to be opened, and a file to be kept with it. */
export function EvidenceFiles({ row, board, text, onType }: Props) {
  const [said, setSaid] = useState('');
  const keep = async (file: string, name: string) => {
    const { period } = board.context;
    const answer = await askServer('keep-evidence', { tab: row.tab, id: idOf(row), period: period.name, name, file });
    if (!answer.ok) return setSaid(answer.sentence);
    const { line, isBeside } = answer.reply;
    onType(text.trim() === '' ? line : `${text.trimEnd()}\n${line}`);
    setSaid(isBeside ? EVIDENCE_WORDS.kept(line) : EVIDENCE_WORDS.inDrive);
  };
  return (
    <>
      {evidenceIn(text).map((each) => {
        const url = each.is === 'link' ? each.text : each.is === 'file' ? board.files[each.text] : undefined;
        if (url === '') return <p class="failure">{EVIDENCE_WORDS.gone(each.text)}</p>;
        if (url === undefined || !/^(?:https?:|\/)/u.test(url)) return null;
        return (
          <p key={each.text}>
            <a href={url} target="_blank" rel="noopener noreferrer">
              {EVIDENCE_WORDS.open(evidenceName(each.text))}
            </a>
          </p>
        );
      })}
      <FilePick id="evidence-file" label={EVIDENCE_WORDS.attach} hint={EVIDENCE_WORDS.hint} accept={ACCEPT} onFile={keep} />
      <div role="status">{said !== '' && <p>{said}</p>}</div>
    </>
  );
}
