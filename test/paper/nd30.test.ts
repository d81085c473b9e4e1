import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/judging/evaluate.ts';
import { valueAt } from '../../src/domain/report/report-figures.ts';
import { partsOf, toDocx } from '../../src/paper/docx/engine.ts';
import { checkLayout } from '../../src/paper/nd30/check.ts';
import { LAYOUT_RULE_IDS, type LayoutRule, sayLayoutFinding } from '../../src/words/report/nd30.ts';
import { sayReport } from '../../src/words/report/report.ts';
import { anOffice, aReport, reportPeriod } from './report-facts.ts';

type Parts = Readonly<Record<string, string>>;
type Fault = { readonly part: string; readonly from: string | RegExp; readonly to: string };

const office = anOffice();
const evaluation = evaluate(office, { period: reportPeriod('h1'), asOf: reportPeriod('h1').end });
const before = reportPeriod('h1', 2023);
const previous = { period: before, evaluation: evaluate(office, { period: before, asOf: before.end }) };
const GOOD: Parts = partsOf(toDocx(sayReport(aReport(office))));

function broken(parts: Parts): LayoutRule[] {
  const findings = checkLayout(parts, (source) => valueAt(source, { ...office, evaluation, previous }));
  return [...new Set(findings.filter(({ ok }) => !ok).map(({ rule }) => rule))];
}

const DOCUMENT = 'word/document.xml';
const STYLES = 'word/styles.xml';
const ofStyle = (id: string, inner: string): RegExp => new RegExp(`(w:styleId="${id}".*?)${inner}`, 'u');

/** One fault for each rule, as a hand or a bad template would make it. */
const FAULTS: Readonly<Record<LayoutRule, Fault>> = {
  R1: { part: DOCUMENT, from: /w:w="11906" w:h="16838"/u, to: 'w:w="12240" w:h="15840"' },
  R2: { part: DOCUMENT, from: /w:left="1701"/u, to: 'w:left="1134"' },
  R3: { part: DOCUMENT, from: /<w:r><w:t/u, to: '<w:r><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t' },
  R4: { part: 'word/header-next.xml', from: ' PAGE ', to: ' DATE ' },
  R5: { part: DOCUMENT, from: 'CỘNG HÒA XÃ HỘI', to: 'CỘNG HOÀ XÃ HỘI' },
  R6: { part: DOCUMENT, from: 'Độc lập - Tự do', to: 'Độc lập-Tự do' },
  R7: { part: STYLES, from: ofStyle('CoQuan', '<w:b/>'), to: '$1' },
  R8: { part: DOCUMENT, from: '/BC-UBND</w:t>', to: '/BC - UBND</w:t>' },
  R9: { part: STYLES, from: ofStyle('DiaDanh', '<w:i/>'), to: '$1' },
  R10: { part: DOCUMENT, from: '>BÁO CÁO<', to: '>Báo cáo<' },
  R11: { part: DOCUMENT, from: /(>Kết quả công tác[^<]*)</u, to: '$1.<' },
  R12: { part: STYLES, from: ofStyle('ThanVanBan', '<w:jc w:val="both"/>'), to: '$1<w:jc w:val="left"/>' },
  R13: { part: DOCUMENT, from: '>b) Cơ chế', to: '>c) Cơ chế' },
  R14: { part: DOCUMENT, from: './.<', to: '.<' },
  R15: { part: STYLES, from: ofStyle('NoiNhanMuc', '<w:sz w:val="22"/>'), to: '$1<w:sz w:val="28"/>' },
  R16: { part: DOCUMENT, from: '>CHỦ TỊCH<', to: '>Chủ tịch<' },
  R17: { part: DOCUMENT, from: '>- Như trên;<', to: '>- Văn phòng;<' },
  R18: { part: DOCUMENT, from: /, Phụ lục III kèm/u, to: ' kèm' },
  R19: { part: DOCUMENT, from: /ngày {2,}tháng {2,}năm 2024</u, to: 'ngày 05 tháng 06 năm 2024<' },
  R20: { part: DOCUMENT, from: '>Thực hiện ', to: '>UNBD  xã thực hiện ' },
  R21: { part: DOCUMENT, from: '>Thực hiện ', to: `>${'Thực hiện '.normalize('NFD')}` },
  R22: { part: DOCUMENT, from: '>1.220<', to: '>1.221<' },
};

describe('the checks of the finished document', () => {
  it('find nothing in the report as made', () => {
    expect(broken(GOOD)).toEqual([]);
  });

  it.each(LAYOUT_RULE_IDS)('%s turns red on its planted fault', (rule) => {
    const { part, from, to } = FAULTS[rule];
    const before = GOOD[part] ?? '';
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    expect(broken({ ...GOOD, [part]: after })).toContain(rule);
  });

  it.each(LAYOUT_RULE_IDS)('%s has a sentence that names the place', (rule) => {
    expect(sayLayoutFinding({ rule, where: 'đây' })).toMatch(/^.{20,}\(xem: «đây»\)\.$/u);
  });

  it('demand the components themselves', () => {
    expect(broken({ ...GOOD, [DOCUMENT]: (GOOD[DOCUMENT] ?? '').replace(/<w:pStyle w:val="QuocHieu"\/>/u, '') })).toContain('R5');
  });
});
