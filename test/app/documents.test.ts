import { describe, expect, it } from 'vitest';
import { ask } from '../../src/app/ask.ts';
import { makeReport } from '../../src/app/report/make-report.ts';
import { checkTemplate, partsOf, toDocx } from '../../src/paper/docx/engine.ts';
import { toBase64 } from '../../src/paper/zip/base64.ts';
import { officeFile, paragraph, run } from '../helpers/office-file.ts';
import { type Memory, memory } from './memory-ports.ts';
import { H1, type SmallPlan, smallPlan } from './small-plan.ts';

/** The calls that carry a finished document or a template, through the door. */
const CHAIRMAN = 'chu-tich@example.vn';
const REFUSED = { ok: false, sentence: expect.stringContaining('Yêu cầu không hợp lệ') };

function office(email = '', rows: SmallPlan = {}): Memory {
  const environment = memory({ tabs: smallPlan(rows), email });
  return { ...environment, ports: { ...environment.ports, docx: { toDocx, partsOf, checkTemplate } } };
}
const asked = ({ ports }: Memory, call: string, carried: unknown) =>
  JSON.parse(ask(ports, JSON.stringify({ call, with: carried })));
const template = (file: Uint8Array) => ({ file: toBase64(file) });
const textOf = (bytes: Uint8Array | undefined): string =>
  (partsOf(bytes ?? new Uint8Array())['word/document.xml'] ?? '').replace(/<[^>]+>/gu, '');
const reportOf = (session: Memory): string => {
  makeReport(session.ports, { period: H1 });
  return textOf(session.files[session.files.length - 2]?.bytes);
};

describe('the door, for documents', () => {
  const BIG = 'A'.repeat(8_200_000);
  const MALFORMED: readonly (readonly [string, string, unknown])[] = [
    ['no file', 'reconcile', { period: '', keep: false }],
    ['a number for a file', 'reconcile', { file: 7, period: '', keep: false }],
    ['an extra key', 'reconcile', { file: '', period: '', keep: false, as: 'chairman' }],
    ['a list', 'reconcile', []],
    ['nothing', 'bring-back', null],
    ['no place', 'bring-back', { before: '', after: '' }],
    ['half a place', 'bring-back', { at: { of: 'narrative', id: 'III' }, before: '', after: '' }],
    ['a long period', 'reconcile', { file: '', period: 'x'.repeat(201), keep: false }],
    ['no file for a template', 'store-template', {}],
    ['more than any file', 'reconcile', { file: BIG, period: '', keep: false }],
    ['a file in another call', 'open-period', { period: BIG }],
  ];
  it.each(MALFORMED)('refuses %s', (_, call, carried) => {
    const session = office();
    expect(asked(session, call, carried)).toEqual(REFUSED);
    expect(session.calls).toEqual([]);
  });

  it('refuses letters that are no base64, and files that are no documents, with a sentence', () => {
    const reconcile = (file: string) => asked(office(), 'reconcile', { file, period: H1, keep: false }).sentence;
    expect(reconcile('***')).toContain('Yêu cầu không hợp lệ');
    expect(reconcile(toBase64(new Uint8Array(500)))).toContain('không phải văn bản Word');
    expect(reconcile(toBase64(new Uint8Array(6_000_001)))).toContain('6 MB');
  });

  it('lets only who keeps the plan compare, bring back, keep a template and print', () => {
    const stranger = office('nguoi-la@example.vn', { roles: [{ role: 'Chủ tịch UBND xã', person: 'A', email: CHAIRMAN }] });
    const place = { of: 'narrative', id: 'III', period: H1, field: 'text' };
    const calls: readonly (readonly [string, unknown])[] = [
      ['store-template', template(officeFile())],
      ['bring-back', { at: place, before: '', after: 'x' }],
      ['report-pdf', { period: H1 }],
      [
        'reconcile',
        {
          file: toBase64(
            toDocx({
              title: '',
              frame: null,
              banner: null,
              blocks: [{ is: 'paragraph', style: 'body', runs: [{ text: 'a' }] }],
              annexes: [],
            }),
          ),
          period: H1,
          keep: false,
        },
      ],
    ];
    for (const [call, carried] of calls)
      expect(asked(stranger, call, carried), call).toMatchObject({
        ok: false,
        sentence: expect.stringContaining('thường trực CCHC'),
      });
  });

  it('brings nothing back into a cell that no person types', () => {
    const at = { of: 'indicator', id: 'T1', period: '', field: 'title' };
    expect(asked(office(), 'bring-back', { at, before: '', after: 'x' })).toEqual(REFUSED);
    const nowhere = { of: 'narrative', id: 'IX', period: H1, field: 'text' };
    expect(asked(office(), 'bring-back', { at: nowhere, before: '', after: 'x' })).toMatchObject({ ok: false });
  });
});

describe("the office's own template in the workbook", () => {
  it('is kept in parts that fit a cell and used from the next report on; an empty file goes back to the default', () => {
    const session = office();
    const own = officeFile(undefined, {
      'word/media/big.bin': Uint8Array.from({ length: 60_000 }, (_, at) => ((at * 7919) % 251) ^ (at >> 3)),
    });
    expect(reportOf(session)).not.toContain('MẪU CỦA XÃ');
    const body = paragraph(run('MẪU CỦA XÃ')) + paragraph(run('{@noi_dung}'));
    expect(asked(session, 'store-template', template(own))).toMatchObject({ ok: true });
    const rows = session.tab('Mẫu văn bản').values.slice(1);
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) for (const cell of row) expect(String(cell).length).toBeLessThanOrEqual(32_000);
    expect(asked(session, 'store-template', template(officeFile(body)))).toMatchObject({ ok: true });
    expect(reportOf(session)).toContain('MẪU CỦA XÃ');
    expect(asked(session, 'store-template', { file: '' })).toMatchObject({ ok: true });
    expect(reportOf(session)).not.toContain('MẪU CỦA XÃ');
  });

  it('is refused with the name of the tag, and the one kept before stays', () => {
    const session = office();
    asked(session, 'store-template', template(officeFile(paragraph(run('MẪU CŨ')) + paragraph(run('{@noi_dung}')))));
    const answer = asked(
      session,
      'store-template',
      template(officeFile(paragraph(run('{ho_tenn}')) + paragraph(run('{@noi_dung}')))),
    );
    expect(answer).toMatchObject({ ok: false, sentence: expect.stringMatching(/\{ho_tenn\}.*\{ho_ten\}/u) });
    expect(reportOf(session)).toContain('MẪU CŨ');
  });

  it('that was broken in the workbook gives way to the default, and the review sheet says so', () => {
    const session = office();
    asked(session, 'store-template', template(officeFile()));
    session.tab('Mẫu văn bản').values[1]?.splice(2, 1, 'UEsDBA==');
    expect(reportOf(session)).toContain('CỘNG HÒA');
    expect(textOf(session.files[1]?.bytes)).toContain('Mẫu văn bản của đơn vị (trang Mẫu văn bản) không dùng được');
  });
});

describe('a report as PDF', () => {
  it('is the newest version once more, by a link; without a version it is refused', () => {
    const session = office();
    expect(asked(session, 'report-pdf', { period: H1 })).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('chưa có báo cáo'),
    });
    makeReport(session.ports, { period: H1 });
    expect(asked(session, 'report-pdf', { period: H1 })).toMatchObject({
      ok: true,
      reply: { url: expect.stringContaining('pdf') },
    });
    expect(textOf(session.files[2]?.bytes)).toBe(textOf(session.files[0]?.bytes));
  });
});
