import { EVIDENCE_FOLDER } from '../../domain/checks/evidence.ts';
import { tidy } from '../../domain/core/word.ts';
import { EVIDENCE_REFUSALS } from '../../words/entry/evidence.ts';
import { leadOf, onWhoseBehalf } from '../base/entry-rights.ts';
import { fileIn } from '../base/file-in.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import type { EnterRequest, KeepEvidenceReply } from '../replies/enter.ts';
import { entryKeyOf, rowToEnter } from './enter.ts';

type Kind = { readonly mime: string; readonly begins: readonly (readonly number[])[] };
const ZIP = [[0x50, 0x4b, 0x03, 0x04]];
const OLE = [[0xd0, 0xcf, 0x11, 0xe0]];
const JPEG: Kind = { mime: 'image/jpeg', begins: [[0xff, 0xd8, 0xff]] };
const OFFICE = 'application/vnd.openxmlformats-officedocument.';
/** What an office keeps as proof, by the ending of its name, and how such a file begins: another's content under a harmless name is not kept. */
const KINDS: Readonly<Record<string, Kind>> = {
  pdf: { mime: 'application/pdf', begins: [[0x25, 0x50, 0x44, 0x46]] },
  docx: { mime: `${OFFICE}wordprocessingml.document`, begins: ZIP },
  xlsx: { mime: `${OFFICE}spreadsheetml.sheet`, begins: ZIP },
  doc: { mime: 'application/msword', begins: OLE },
  xls: { mime: 'application/vnd.ms-excel', begins: OLE },
  jpg: JPEG,
  jpeg: JPEG,
  png: { mime: 'image/png', begins: [[0x89, 0x50, 0x4e, 0x47]] },
};

/**
 * Keeps a file as evidence of a row, beside the workbook or in the person's own Drive, and says how `Minh chứng` names it; the cell itself is
 * written with the form. Who may type into the row may, and nobody else.
 */
export function keepEvidence(
  ports: Ports,
  { tab, id, period, name, file }: Pick<EnterRequest, 'tab' | 'id' | 'period'> & { readonly name: string; readonly file: string },
): KeepEvidenceReply {
  const book = openBook(ports);
  const row = rowToEnter(book, entryKeyOf(tab), { id, period });
  onWhoseBehalf(ports, book.plan, leadOf(book.plan, row.of, row.id));
  const bytes = fileIn(file);
  const kind = KINDS[/\.([a-z]{3,4})$/iu.exec(tidy(name))?.[1]?.toLowerCase() ?? ''];
  if (kind === undefined) refuse(EVIDENCE_REFUSALS.unknownKind(Object.keys(KINDS)));
  const isSuch = kind.begins.some((begin) => begin.every((byte, at) => bytes[at] === byte));
  if (!isSuch) refuse(EVIDENCE_REFUSALS.otherContent);
  const made = ports.documents.create({
    name: `${EVIDENCE_FOLDER}/${row.id} - ${plainName(name)}`,
    bytes,
    mimeType: kind.mime,
  });
  if (made.notKept !== null) refuse(made.notKept);
  const isBeside = made.url.startsWith('file:');
  return { line: isBeside ? `${EVIDENCE_FOLDER}/${made.id}` : made.url, isBeside };
}

/** The name alone, and nothing that would end it where `Minh chứng` names it. */
function plainName(name: string): string {
  return tidy(name)
    .replace(/^.*[/\\]/u, '')
    .replace(/;/gu, ',');
}
