import { READ_FAULTS } from '../../words/import/say-import.ts';

type Call = { readonly name: string; readonly args: readonly unknown[] };

/** How a PDF begins, as base64. */
const PDF_START = '"file":"JVBERi';
/** The script's one door. */
const DOOR = 'ask';

/**
 * A call that brings a plan as a PDF, as one that brings the same words as a Word file: the script reads no PDF. `refused`: what the
 * page is to be told of a PDF that cannot be read.
 */
export async function withPdfRead(call: Call): Promise<Call | { readonly refused: string }> {
  const [text] = call.args;
  if (call.name !== DOOR || typeof text !== 'string' || !text.includes(PDF_START)) return call;
  const asked = askedIn(text);
  if (asked === null) return call;
  // The reader of PDFs is large, and loaded only for one.
  const [{ readPdf }, { asDocx }] = await Promise.all([
    import('../../host/pdf-in/read-pdf.ts'),
    import('../../host/pdf-in/as-docx.ts'),
  ]);
  const read = await readPdf(new Uint8Array(Buffer.from(asked.with.file, 'base64')), () => undefined);
  if (!read.ok) return { refused: JSON.stringify({ ok: false, sentence: READ_FAULTS[read.fault] }) };
  const file = Buffer.from(asDocx(read.document)).toString('base64');
  return { ...call, args: [JSON.stringify({ ...asked, with: { ...asked.with, file } })] };
}

type Asked = { readonly call: string; readonly with: { readonly file: string } };

/** Anything else goes to the script as it is, which says what is wrong with it. */
function askedIn(text: string): Asked | null {
  try {
    const asked: Asked = JSON.parse(text);
    return asked.call === 'read-plan' && typeof asked.with.file === 'string' ? asked : null;
  } catch {
    return null;
  }
}
