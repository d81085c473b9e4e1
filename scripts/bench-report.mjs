/**
 * `npm run bench -- report`: how long the annex of a report takes to become a .docx, by our engine, by docxtemplater's own loop
 * over a table row, and by the `docx` package, at 210 and at 2,100 rows; and the floor, deflating the same XML alone.
 * All in one process and by turns (A B C D, A B C D …): only the ratios of their medians mean anything.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import Docxtemplater from 'docxtemplater';
import { build } from 'esbuild';
import { strFromU8, unzipSync, zipSync } from 'fflate';

const SIZES = [210, 2_100];
const ROUNDS = 15;
const WIDTHS = [6, 31, 8, 14, 10, 12, 21];
const TITLES = ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch', 'Thực hiện', 'Đánh giá', 'Ghi chú'];

/** One row of the annex of indicators, as texts. */
const rowOf = (number) => [
  String(number),
  `Tỷ lệ hồ sơ thủ tục hành chính trả kết quả đúng hạn, trước hạn (dòng ${number})`,
  '%',
  'từ 98% trở lên',
  `${90 + (number % 10)},${10 + (number % 90)}%`,
  number % 3 === 0 ? 'Chưa đạt' : 'Đạt',
  `${1_000 + number}/1.260; tăng 1,20 điểm phần trăm so với cùng kỳ năm 2023`,
];

/** Our engine as the bundle has it, for Node. */
async function ourEngine() {
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-bench-'));
  const outfile = join(folder, 'engine.mjs');
  await build({
    entryPoints: ['src/paper/docx/engine.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    loader: { '.xml': 'text', '.rels': 'text' },
    logLevel: 'error',
  });
  const engine = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true, force: true });
  return engine;
}

const runs = (text, bold = false) => [{ text, ...(bold ? { bold } : {}) }];
const paperOf = (rows) => ({
  title: 'Phụ lục',
  frame: null,
  banner: null,
  landscape: true,
  annexes: [],
  blocks: [
    {
      is: 'table',
      widths: WIDTHS,
      head: [TITLES.map((title) => ({ runs: runs(title, true), align: 'center' }))],
      rows: rows.map((row) => row.map((text) => ({ runs: runs(text) }))),
    },
  ],
});

/** All that docxtemplater asks of a zip, over the library that our engine zips with: the merging is compared, not two deflates. */
function zipOf(bytes) {
  const files = {};
  const put = (name, part) => {
    files[name] = { name, part, asText: () => (typeof part === 'string' ? part : strFromU8(part)) };
  };
  for (const [name, part] of Object.entries(unzipSync(bytes))) put(name, part);
  const zip = {
    files,
    file(wanted, part) {
      if (typeof wanted !== 'string') return Object.values(files).filter(({ name }) => wanted.test(name));
      if (part === undefined) return files[wanted] ?? null;
      put(wanted, part);
      return zip;
    },
    remove(name) {
      delete files[name];
      return zip;
    },
  };
  return zip;
}

const bytesOf = ({ files }) =>
  zipSync(
    Object.fromEntries(Object.values(files).map(({ name, part }) => [name, typeof part === 'string' ? Buffer.from(part) : part])),
  );

/** The file that our engine made of one row, its row made a loop of docxtemplater's own. */
function loopTemplate({ toDocx }) {
  const zip = zipOf(toDocx(paperOf([TITLES.map((_, at) => `{c${at}}`)])));
  const name = 'word/document.xml';
  const xml = zip
    .file(name)
    .asText()
    .replace('{c0}', '{#rows}{c0}')
    .replace(`{c${TITLES.length - 1}}`, `{c${TITLES.length - 1}}{/rows}`);
  return bytesOf(zip.file(name, xml));
}

function byLoop(template, rows) {
  const merger = new Docxtemplater(zipOf(template), { paragraphLoop: true });
  merger.render({ rows: rows.map((row) => Object.fromEntries(row.map((text, at) => [`c${at}`, text]))) });
  return bytesOf(merger.getZip());
}

function byPackage(rows) {
  const cell = (text, bold) =>
    new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold, font: 'Times New Roman', size: 24 })] })] });
  const all = [
    new TableRow({ tableHeader: true, children: TITLES.map((title) => cell(title, true)) }),
    ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) })),
  ];
  return Packer.toBuffer(
    new Document({ sections: [{ children: [new Table({ rows: all, columnWidths: WIDTHS.map((width) => width * 90) })] }] }),
  );
}

async function timed(work) {
  const start = process.hrtime.bigint();
  const made = await work();
  return { ms: Number(process.hrtime.bigint() - start) / 1e6, bytes: made.length };
}

const median = (numbers) => [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)];

const engine = await ourEngine();
const template = loopTemplate(engine);
const print = (cells) =>
  process.stdout.write(
    `${cells
      .map((cell, at) => String(cell).padEnd(at === 0 ? 34 : 16))
      .join('')
      .trimEnd()}\n`,
  );
const medians = new Map();

for (const size of SIZES) {
  const rows = Array.from({ length: size }, (_, at) => rowOf(at + 1));
  const xml = engine.partsOf(engine.toDocx(paperOf(rows)))['word/document.xml'];
  const contestants = {
    'our engine': () => engine.toDocx(paperOf(rows)),
    'docxtemplater’s own loop': () => byLoop(template, rows),
    'docx package': () => byPackage(rows),
    'floor: deflate of the same XML': () => deflateRawSync(Buffer.from(xml), { level: 6 }),
  };
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  const bytes = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, work] of Object.entries(contestants)) {
      const { ms, bytes: made } = await timed(work);
      times[name].push(ms);
      bytes[name] = made;
    }
  }
  const ours = median(times['our engine']);
  medians.set(size, ours);
  print([`${size} rows, median of ${ROUNDS}`, 'ms', 'of ours', 'bytes']);
  for (const [name, all] of Object.entries(times))
    print([`  ${name}`, median(all).toFixed(1), `× ${(median(all) / ours).toFixed(2)}`, bytes[name]]);
}
const [small, large] = SIZES;
print([`our engine, exponent of rows`, (Math.log(medians.get(large) / medians.get(small)) / Math.log(large / small)).toFixed(2)]);
