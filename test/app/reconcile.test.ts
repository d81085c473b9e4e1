import { beforeAll, describe, expect, it } from 'vitest';
import { textAt } from '../../src/app/base/office-cells.ts';
import { knownPeriod, openBook } from '../../src/app/base/open-book.ts';
import { undoPreview } from '../../src/app/history/undo.ts';
import { composed, makeReport } from '../../src/app/report/make-report.ts';
import { reconcileReport } from '../../src/app/report/reconcile.ts';
import { day } from '../../src/domain/core/day.ts';
import type { Source } from '../../src/domain/core/source.ts';
import { reconcile } from '../../src/domain/reconcile/reconcile.ts';
import type { ReconcileCode, ReconcileFinding } from '../../src/domain/reconcile/reconcile-model.ts';
import { isTyped, lineText, type PrintedLine } from '../../src/domain/report/printed.ts';
import { DEMO_PERIOD } from '../../src/host/core/demonstration.ts';
import { partsOf } from '../../src/paper/docx/engine.ts';
import { openFinished } from '../../src/paper/finished/open-finished.ts';
import { readDocx } from '../../src/paper/nd30/read-docx.ts';
import { toBase64 } from '../../src/paper/zip/base64.ts';
import { paperLines } from '../../src/words/paper/paper-lines.ts';
import { sayReport } from '../../src/words/report/report.ts';
import type { CellValue, RawTab } from '../../src/workbook/core/cell.ts';
import { type OpenDocx, openDocx, paragraphsIn, rowsIn, spliced, spotsIn } from '../helpers/edit-docx.ts';
import { type OfficeInMemory, officeOf, sampleTabs } from '../helpers/sample-office.ts';
import { times } from '../helpers/sweep.ts';
import { type Random, randomFrom } from '../simulation/random.ts';

const DOCUMENTS = times(260, 30);
const CELLS = times(40, 6);
const BODY = ['ThanVanBan', 'GachDong', 'OBang'];

let tabs: readonly RawTab[];
let office: OfficeInMemory;
let report: Uint8Array;
let printed: readonly PrintedLine[];
beforeAll(() => {
  office = officeOf(sampleTabs());
  makeReport(office.ports, { period: DEMO_PERIOD });
  tabs = office.ports.workbook.read('all').tabs;
  report = office.environment.files[0]?.bytes ?? new Uint8Array();
  printed = linesNow(office);
});

/** What the report of the period would print. */
function linesNow({ ports }: OfficeInMemory): PrintedLine[] {
  const book = openBook(ports);
  const edition = { version: 1, madeOn: day('2024-06-20') };
  return paperLines(sayReport(composed(book, knownPeriod(book, DEMO_PERIOD), { edition, mustFix: false })));
}

const compare = (bytes: Uint8Array, { ports }: OfficeInMemory = office) =>
  reconcileReport(ports, { file: toBase64(bytes), period: '', keep: false });

/** One change by one hand, and the one cause that must be found. */
type Mutation = {
  readonly what: string;
  readonly xml: string;
  readonly codes: readonly ReconcileCode[];
  readonly source: Source | null;
};
type Mutate = (docx: OpenDocx, random: Random) => Mutation;

const NUMBER_ADDED = 'Toàn xã tiếp nhận thêm 47 hồ sơ ngoài giờ.';
const paragraphXml = (style: string, text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const spotsLike = (docx: OpenDocx, is: (spot: ReturnType<typeof spotsIn>[number]) => boolean) =>
  spotsIn(docx).filter((spot) => BODY.includes(spot.style) && is(spot));
const withOtherDigit = (text: string, random: Random): string => {
  const digits = [...text.matchAll(/\d/gu)].map(({ index }) => index);
  const at = random.oneOf(digits);
  return spliced(text, { from: at, to: at + 1 }, String((Number(text[at]) + 1 + random.below(8)) % 10));
};
const withOtherWord = (text: string, random: Random): string => {
  const words = [...text.matchAll(/\p{L}{3,}/gu)];
  const { 0: word, index } = random.oneOf(words);
  return spliced(text, { from: index, to: index + word.length }, random.oneOf(['thậm chí', 'khẩn trương', 'vừa qua']));
};
/** Paragraphs of the text of the report, without its last one, behind which comes the signature. */
const inText = (docx: OpenDocx) =>
  paragraphsIn(docx)
    .filter(({ style }) => style === 'ThanVanBan' || style === 'GachDong')
    .slice(0, -1);

const MUTATIONS: Readonly<Record<string, Mutate>> = {
  'a figure typed over': (docx, random) => {
    const spot = random.oneOf(spotsLike(docx, ({ source, text }) => source !== null && !isTyped(source) && /\d/u.test(text)));
    const other = withOtherDigit(spot.text, random);
    return { what: `${spot.text} → ${other}`, xml: spliced(docx.xml, spot, other), codes: ['typed-over'], source: spot.source };
  },
  'a counted number typed over': (docx, random) => {
    const spot = random.oneOf(spotsLike(docx, ({ source, text }) => source === null && /\d/u.test(text)));
    const other = withOtherDigit(spot.text, random);
    return { what: `${spot.text} → ${other}`, xml: spliced(docx.xml, spot, other), codes: ['typed-over'], source: null };
  },
  'a sentence of an official changed': (docx, random) => {
    const spot = random.oneOf(
      spotsLike(docx, ({ source, text }) => source !== null && isTyped(source) && /\p{L}{3}/u.test(text)),
    );
    const other = withOtherWord(spot.text, random);
    return { what: `${spot.text} → ${other}`, xml: spliced(docx.xml, spot, other), codes: ['reworded'], source: spot.source };
  },
  'a sentence of the machine changed': (docx, random) => {
    const spot = random.oneOf(spotsLike(docx, ({ source, text }) => source === null && /\p{L}{3}/u.test(text)));
    const other = withOtherWord(spot.text, random);
    return { what: `${spot.text} → ${other}`, xml: spliced(docx.xml, spot, other), codes: ['reworded'], source: null };
  },
  'a paragraph with a number added': (docx, random) => {
    const { to, style } = random.oneOf(inText(docx));
    const xml = spliced(docx.xml, { from: to, to }, paragraphXml(style, NUMBER_ADDED));
    return { what: NUMBER_ADDED, xml, codes: ['unsourced-number'], source: null };
  },
  'a number added to a sentence': (docx, random) => {
    const spot = random.oneOf(spotsLike(docx, ({ source, isLast, text }) => source === null && isLast && /\p{L}{3}/u.test(text)));
    const other = `${spot.text} có thêm 47 lượt`;
    return { what: other, xml: spliced(docx.xml, spot, other), codes: ['unsourced-number'], source: null };
  },
  'a sentence added': (docx, random) => {
    const { to, style } = random.oneOf(inText(docx));
    const xml = spliced(docx.xml, { from: to, to }, paragraphXml(style, 'Nhân dân đồng tình ủng hộ.'));
    return { what: 'a sentence', xml, codes: ['added'], source: null };
  },
  'a row deleted': (docx, random) => {
    const row = random.oneOf(
      rowsIn(docx).filter(({ isHead, from }) => !isHead && docx.xml.slice(0, from).includes('w:val="PhuLuc"')),
    );
    return { what: 'a row', xml: spliced(docx.xml, row, ''), codes: ['removed'], source: null };
  },
  'a paragraph deleted': (docx, random) => {
    const place = random.oneOf(inText(docx).slice(1));
    const isNarrative = spotsIn(docx).some(
      ({ from, to, source }) => from > place.from && to < place.to && source?.of === 'narrative',
    );
    const xml = spliced(docx.xml, place, '');
    return {
      what: docx.xml.slice(place.from, place.to).replace(/<[^>]+>/gu, ''),
      xml,
      codes: [isNarrative ? 'reworded' : 'removed'],
      source: null,
    };
  },
};

/** It names the source, and what an official typed can be taken back into its cell. */
function expectCause(found: ReconcileFinding, { source }: Mutation, told: string): void {
  if (source !== null) expect(found, told).toMatchObject({ source });
  if (found.code === 'reworded' && found.source !== null) expect(found.bringBack, told).not.toBeNull();
}

describe('the record of what was printed', () => {
  it('fits the cells of Excel and of Sheets', () => {
    const cells = office.environment.tab('Báo cáo đã tạo').values.flat().map(String);
    expect(Math.max(...cells.map(({ length }) => length))).toBeGreaterThan(10_000);
    for (const text of cells) expect(text.length).toBeLessThanOrEqual(32_767);
  });

  it('is kept of the four newest reports', () => {
    const session = officeOf(tabs);
    for (let version = 2; version <= 6; version += 1) {
      const line = session.environment.tab('Nội dung báo cáo').values.find((row) => row.includes(DEMO_PERIOD));
      line?.splice(3, 1, `Lời văn lần ${version}.`);
      expect(makeReport(session.ports, { period: DEMO_PERIOD })).toMatchObject({ version, unchanged: false });
    }
    const kept = openBook(session.ports).reports.filter(({ period, record }) => period === DEMO_PERIOD && record !== '');
    expect(kept.map(({ version }) => version)).toEqual([3, 4, 5, 6]);
  }, 600_000);
});

describe('a comparison that the clerk keeps', () => {
  const reviewOf = ({ environment }: OfficeInMemory): string => {
    const review = environment.files.filter(({ name }) => name.startsWith('Phiếu rà soát dự thảo')).at(-1);
    return readDocx(partsOf(review?.bytes ?? new Uint8Array()))
      .paragraphs.map(({ text }) => text)
      .join('\n');
  };

  it('is told by the review of the next version, and the version that was compared stays as it is', () => {
    const desk = officeOf(tabs);
    expect(reviewOf(office)).toContain('Chưa lưu kết quả đối chiếu nào');
    const { file, summary } = reconcileReport(desk.ports, { file: toBase64(report), period: '', keep: true });
    expect(openBook(desk.ports).journal.at(-1)).toMatchObject({
      operation: 'reconcile',
      place: DEMO_PERIOD,
      before: '1',
      note: file?.name,
    });
    expect(makeReport(desk.ports, { period: DEMO_PERIOD })).toMatchObject({ version: 1, unchanged: true });
    const line = desk.environment.tab('Nội dung báo cáo').values.find((row) => row.includes(DEMO_PERIOD));
    line?.splice(3, 1, 'Lời văn khác.');
    expect(makeReport(desk.ports, { period: DEMO_PERIOD })).toMatchObject({ version: 2 });
    expect(reviewOf(desk)).toContain(`Ngày 20/06/2024: ${summary}`);
    expect(undoPreview(desk.ports)?.text ?? '').not.toContain('Đối chiếu');
  });

  it('leaves the workbook as it is when it is not kept', () => {
    const desk = officeOf(tabs);
    reconcileReport(desk.ports, { file: toBase64(report), period: '', keep: false });
    expect(openBook(desk.ports).journal.filter(({ operation }) => operation === 'reconcile')).toEqual([]);
  });
});

describe('a finished report', () => {
  it('that nobody touched agrees with the workbook, with its content controls and without', () => {
    const { xml, save } = openDocx(report);
    expect(compare(report)).toMatchObject({ version: 1, findings: [], notes: [] });
    expect(compare(save(xml, true)).findings).toEqual([]);
  });

  it(`that one hand changed once has exactly that one cause, in ${DOCUMENTS} random changes`, () => {
    const docx = openDocx(report);
    const book = openBook(office.ports);
    const typedText = (source: Source) => textAt(book, source);
    const kinds = Object.keys(MUTATIONS);
    for (let seed = 1; seed <= DOCUMENTS; seed += 1) {
      const kind = kinds[seed % kinds.length] ?? '';
      const mutation = MUTATIONS[kind]?.(docx, randomFrom(seed));
      if (mutation === undefined) throw new Error('no such mutation');
      const document = openFinished(docx.save(mutation.xml, seed % 2 === 0));
      if (!document.ok) throw new Error(document.fault);
      const findings = reconcile({ document: document.lines, printed, now: printed, changes: [], typedText });
      const told = `seed ${seed}, ${kind}: ${mutation.what}`;
      expect(
        findings.map(({ code }) => code),
        told,
      ).toEqual(mutation.codes);
      for (const found of findings) expectCause(found, mutation, told);
    }
  }, 600_000);
});

/** One more, or a few words more; `null` where neither makes sense. */
function otherValue(value: CellValue): CellValue | null {
  if (typeof value === 'number') return value + 1;
  return typeof value !== 'string' || value === '' || /^\d/u.test(value) ? null : `${value} và bổ sung`;
}

/** Cells of the period that people type, and what another official would type there. */
function otherCells(): { readonly tab: string; readonly row: number; readonly column: number; readonly value: CellValue }[] {
  const wanted: Readonly<Record<string, readonly string[]>> = {
    'Nhập số liệu': ['Tử số', 'Mẫu số', 'Kết quả nhập tay', 'Kết quả bằng lời'],
    'Nhập tiến độ': ['Kết quả thực hiện trong kỳ'],
    'Nội dung báo cáo': ['Nội dung'],
    'Kế hoạch - Chỉ tiêu': ['Năm 2024', 'Chỉ tiêu'],
    'Kế hoạch - Nhiệm vụ': ['Nhiệm vụ'],
  };
  return tabs.flatMap(({ name, values }) => {
    const header = values.findIndex((row) => (wanted[name] ?? ['-']).every((title) => row.includes(title)));
    const heads = values[header] ?? [];
    const period = name.startsWith('Kế hoạch') ? -1 : heads.indexOf('Kỳ');
    return values.flatMap((row, at) => {
      if (at <= header || (period >= 0 && row[period] !== DEMO_PERIOD)) return [];
      return (wanted[name] ?? []).flatMap((title) => {
        const column = heads.indexOf(title);
        const value = otherValue(row[column] ?? '');
        return value === null ? [] : [{ tab: name, row: at + 1, column: column + 1, value }];
      });
    });
  });
}

describe('a workbook in which one cell was changed after the report was made', () => {
  it(`has exactly that one cause, in ${CELLS} random cells`, () => {
    const cells = otherCells();
    expect(cells.length).toBeGreaterThan(100);
    const random = randomFrom(2024);
    let fed = 0;
    for (let at = 0; at < CELLS; at += 1) {
      const cell = random.oneOf(cells);
      const changed = officeOf(tabs);
      const line = changed.environment.tab(cell.tab).values[cell.row - 1];
      const before = line?.[cell.column - 1];
      line?.splice(cell.column - 1, 1, cell.value);
      const { findings } = compare(report, changed);
      const told = `${cell.tab} ${cell.row},${cell.column}: ${before} → ${cell.value}`;
      const moved = textOf(linesNow(changed)) !== textOf(printed);
      if (moved) fed += 1;
      if (moved)
        expect(
          findings.map(({ code }) => code),
          told,
        ).toEqual(['source-changed']);
      for (const finding of findings) {
        expect(finding, told).toMatchObject({
          code: 'source-changed',
          at: { tab: cell.tab, row: cell.row, column: cell.column },
        });
        expect(finding.places.length > 0, told).toBe(moved);
        if (!moved) expect(finding.text, told).toContain('chữ in không đổi');
      }
    }
    expect(fed).toBeGreaterThan(CELLS / 2);
  }, 600_000);
});

const textOf = (lines: readonly PrintedLine[]): string => lines.map(lineText).join('\n');
