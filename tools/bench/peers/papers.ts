import { deflateRawSync } from 'node:zlib';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import Docxtemplater from 'docxtemplater';
import { partsOf, toDocx } from '../../../src/paper/docx/engine.ts';
import type { Paper } from '../../../src/words/paper/paper.ts';
import { answering, type Comparison, type Contestant, type Field, type Outcome, timesOf } from './contest.ts';
import type { Peers } from './install.ts';

const OURS = 'our engine';
const [LOOP, PACKAGE, FLOOR] = ['docxtemplater', 'docx ', 'floor: deflate of the same XML'];
const WIDTHS = [6, 31, 8, 14, 10, 12, 21];
const TITLES = ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch', 'Thực hiện', 'Đánh giá', 'Ghi chú'];

type Texts = readonly (readonly string[])[];

/** The zip that docxtemplater is documented with. */
type PizZip = {
  generate(options: object): Uint8Array;
  file(name: string): { asText(): string };
  file(name: string, text: string): PizZip;
};
type PizZips = new (bytes: Uint8Array) => PizZip;

/** The annex of indicators as a .docx: our engine, a template's own loop, a library that builds documents. */
export function papers(peers: Peers, sizes: readonly number[]): Comparison {
  return {
    name: 'papers',
    title: 'the annex of a report as a .docx',
    sizes,
    field: (rows) => paperField(peers, rows),
    aims: (lines) => [
      { aim: 'docxtemplater’s loop, × ours', got: timesOf(lines.of(LOOP), lines.of(OURS)), least: 4 },
      { aim: 'docx, × ours', got: timesOf(lines.of(PACKAGE), lines.of(OURS)), least: 10 },
      { aim: 'exponent', got: lines.of(OURS)?.exponent ?? null, most: 1.05 },
    ],
  };
}

function paperField(peers: Peers, count: number): Field {
  const rows = Array.from({ length: count }, (_, at) => rowOf(at + 1));
  const xml = Buffer.from(String(partsOf(toDocx(paperOf(rows)))['word/document.xml']));
  const zips = peers.load('pizzip') as PizZips | null;
  const contestants: Contestant[] = [
    { who: OURS, run: () => printed(toDocx(paperOf(rows))) },
    ...(zips === null ? [] : [loop(peers, zips, rows)]),
    { who: `docx ${peers.versionOf('docx')}`, run: async () => printed(await byPackage(rows)) },
    { who: FLOOR, isFloor: true, run: () => answering(String(deflateRawSync(xml, { level: 6 }).length)) },
  ];
  const absent = zips === null ? [{ who: LOOP, why: 'pizzip is not installed' }] : [];
  return { contestants, absent, close: () => {} };
}

function loop(peers: Peers, zips: PizZips, rows: Texts): Contestant {
  const template = loopTemplate(zips);
  return {
    who: `docxtemplater ${peers.versionOf('docxtemplater')}, its loop`,
    run: () => printed(byLoop(zips, template, rows)),
  };
}

/** Every text of the document in its order: what a reader would read. */
function printed(bytes: Uint8Array): Outcome {
  return {
    answer: () => {
      const xml = String(partsOf(new Uint8Array(bytes))['word/document.xml']);
      return [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join('|');
    },
  };
}

/** One row of the annex of indicators, as texts. */
function rowOf(number: number): string[] {
  return [
    String(number),
    `Tỷ lệ hồ sơ thủ tục hành chính trả kết quả đúng hạn, trước hạn (dòng ${number})`,
    '%',
    'từ 98% trở lên',
    `${90 + (number % 10)},${10 + (number % 90)}%`,
    number % 3 === 0 ? 'Chưa đạt' : 'Đạt',
    `${1_000 + number}/1.260; tăng 1,20 điểm phần trăm so với cùng kỳ năm 2023`,
  ];
}

function paperOf(rows: Texts): Paper {
  return {
    title: 'Phụ lục',
    frame: null,
    banner: null,
    landscape: true,
    annexes: [],
    blocks: [
      {
        is: 'table',
        widths: WIDTHS,
        head: [TITLES.map((text) => ({ runs: [{ text, bold: true }], align: 'center' }))],
        rows: rows.map((row) => row.map((text) => ({ runs: [{ text }] }))),
      },
    ],
  };
}

/** The file that our engine made of one row, its row made a loop of docxtemplater's own. */
function loopTemplate(zips: PizZips): Uint8Array {
  const zip = new zips(toDocx(paperOf([TITLES.map((_, at) => `{c${at}}`)])));
  const name = 'word/document.xml';
  const last = `{c${TITLES.length - 1}}`;
  const xml = zip.file(name).asText().replace('{c0}', '{#rows}{c0}').replace(last, `${last}{/rows}`);
  return zipped(zip.file(name, xml));
}

const zipped = (zip: PizZip): Uint8Array =>
  zip.generate({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 6 } });

function byLoop(zips: PizZips, template: Uint8Array, rows: Texts): Uint8Array {
  const zip = new zips(template);
  const merger = new Docxtemplater(zip as never, { paragraphLoop: true });
  merger.render({ rows: rows.map((row) => Object.fromEntries(row.map((text, at) => [`c${at}`, text]))) });
  return zipped(merger.getZip() as PizZip);
}

function byPackage(rows: Texts): Promise<Uint8Array> {
  const cell = (text: string, bold: boolean) =>
    new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold, font: 'Times New Roman', size: 24 })] })] });
  const all = [
    new TableRow({ tableHeader: true, children: TITLES.map((title) => cell(title, true)) }),
    ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) })),
  ];
  const columnWidths = WIDTHS.map((width) => width * 90);
  return Packer.toBuffer(new Document({ sections: [{ children: [new Table({ rows: all, columnWidths })] }] }));
}
