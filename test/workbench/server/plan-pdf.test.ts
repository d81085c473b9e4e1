import { describe, expect, it } from 'vitest';
import { importPlan } from '../../../src/domain/import/import-plan.ts';
import { asDocx } from '../../../src/host/pdf-in/as-docx.ts';
import { readDocument } from '../../../src/paper/blocks/read-document.ts';
import { READ_FAULTS } from '../../../src/words/import/say-import.ts';
import { withPdfRead } from '../../../src/workbench/server/plan-pdf.ts';
import { ODDITIES } from '../../import/made/oddities.ts';

function documentIn(bytes: Uint8Array) {
  const read = readDocument(bytes);
  if (!read.ok) throw new Error(read.fault);
  return read.document;
}

const rowsIn = (bytes: Uint8Array) => {
  const result = importPlan(documentIn(bytes));
  // Where a number stands is the file's own; what is read is the same.
  return result.ok ? result.plan.rows.map(({ at: _, passage: __, proof: ___, ...row }) => row) : result.why;
};

describe('a plan as a PDF, before the script', () => {
  it.each(ODDITIES)('as a Word file of its words gives the rows that its blocks give: $name', ({ bytes }) => {
    expect(rowsIn(asDocx(documentIn(bytes)))).toEqual(rowsIn(bytes));
  });

  const call = (file: string, name = 'read-plan') => ({
    name: 'ask',
    args: [JSON.stringify({ call: name, with: { file, text: '', plan: '', columns: [] } })],
  });
  const PDF = Buffer.from('%PDF-1.7\nbroken').toString('base64');

  it('is handed on as a Word file of the same words', async () => {
    const text = 'BT /F1 12 Tf 72 720 Td (Ke hoach cai cach hanh chinh nam hai nghin) Tj ET';
    const objects = [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      `<</Length ${text.length}>>stream\n${text}\nendstream`,
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ];
    const body = objects.map((object, at) => `${at + 1} 0 obj${object}endobj\n`).join('');
    const pdf = Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R>>\n%%EOF`).toString('base64');
    const handed = await withPdfRead(call(pdf));
    const [asked] = 'args' in handed ? handed.args : [];
    const { file } = JSON.parse(String(asked)).with;
    expect(documentIn(Buffer.from(file, 'base64')).blocks.map((block) => ('text' in block ? block.text : 'table'))).toEqual([
      'Ke hoach cai cach hanh chinh nam hai nghin',
    ]);
  });

  it('is told of where it cannot be read', async () => {
    expect(await withPdfRead(call(PDF))).toEqual({ refused: JSON.stringify({ ok: false, sentence: READ_FAULTS.broken }) });
  });

  it.each([
    ['a Word file', call('UEsDBBQ=')],
    ['another call', call(PDF, 'reconcile')],
    ['what is no call', { name: 'ask', args: ['{"file":"JVBERi0'] }],
    ['another function', { name: 'menu', args: [] }],
  ])('leaves %s as it is', async (_, asked) => {
    expect(await withPdfRead(asked)).toBe(asked);
  });
});
