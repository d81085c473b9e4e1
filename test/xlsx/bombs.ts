import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { newSheet } from '../../src/xlsx/areas.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { openZip, rezip } from '../../src/xlsx/zip.ts';

/** What the process that opens them may hold beside the file itself, as Node counts its heap. */
export const MEMORY_LIMIT = 700;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'xl/worksheets/sheet1.xml';
const sheet = newSheet(1, 'Một');
const good = saveXlsx(null, { sheets: [sheet] });

const withParts = (parts: Readonly<Record<string, string>>): Uint8Array =>
  rezip(openZip(good), new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])));
const withSheet = (inside: string): Uint8Array => withParts({ [SHEET]: `<worksheet xmlns="${MAIN}">${inside}</worksheet>` });

type Bomb = { readonly what: string; readonly bytes: Uint8Array; readonly outcome: string };

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

function all(): Bomb[] {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY b${n} "${'&a;'.repeat(10)}">`).join('')}]>`;
  const many = (n: number, make: (at: number) => string): string => Array.from({ length: n }, (_, at) => make(at + 1)).join('');
  return [
    { what: 'nothing at all', bytes: new Uint8Array(), outcome: 'not-a-zip' },
    { what: 'a text', bytes: Buffer.from('Báo cáo '.repeat(1000)), outcome: 'not-a-zip' },
    {
      what: 'an old .xls',
      bytes: Buffer.concat([OLE, Buffer.alloc(4096), Buffer.from('Workbook', 'utf16le')]),
      outcome: 'legacy-xls',
    },
    {
      what: 'a password on opening',
      bytes: Buffer.concat([OLE, Buffer.alloc(4096), Buffer.from('EncryptedPackage', 'utf16le')]),
      outcome: 'encrypted',
    },
    { what: 'a zip bomb, one part of 2 GB', bytes: zipBomb(), outcome: 'too-large' },
    { what: 'a zip bomb that lies about its size', bytes: liar(), outcome: 'damaged' },
    { what: 'parts that lie over each other', bytes: overlapping(), outcome: 'too-large' },
    { what: 'billion laughs', bytes: withParts({ [SHEET]: `${laughs}<worksheet xmlns="${MAIN}"/>` }), outcome: 'doctype' },
    {
      what: '1,048,576 rows claimed',
      bytes: withSheet('<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'),
      outcome: 'read',
    },
    {
      what: 'one cell at the far end',
      bytes: withSheet('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
      outcome: 'too-far',
    },
    {
      what: 'rules over every cell, ten thousand of them',
      bytes: withSheet(
        `<sheetData/>${many(10_000, (n) => `<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="${n}"><formula>A1</formula></cfRule></conditionalFormatting>`)}`,
      ),
      outcome: 'read',
    },
    {
      what: 'a million elements one in another',
      bytes: withSheet(`<extLst>${many(1e6, (n) => `<a b="${(n * 7_919) % 999_983}">`)}${'</a>'.repeat(1e6)}</extLst>`),
      outcome: 'read',
    },
    { what: 'an attribute of 50 MB', bytes: noisy(), outcome: 'read' },
    {
      what: 'two hundred thousand columns named',
      bytes: withSheet(`<cols>${many(200_000, (n) => `<col min="${n}" max="16384" width="9"/>`)}</cols><sheetData/>`),
      outcome: 'too-many',
    },
    { what: 'a sheet that is a picture', bytes: withParts({ [SHEET]: 'GIF89a' }), outcome: 'damaged' },
    {
      what: 'a part that leads out of the file',
      bytes: withParts({ 'xl/_rels/workbook.xml.rels': relsTo('../../../../etc/passwd') }),
      outcome: 'missing-part',
    },
    {
      what: 'a part on another machine',
      bytes: withParts({ 'xl/_rels/workbook.xml.rels': relsTo('file://may-chu/so.xml') }),
      outcome: 'missing-part',
    },
    {
      what: 'shared formulas that lean on nothing',
      bytes: withSheet(
        `<sheetData>${many(1000, (n) => `<row r="${n}"><c r="A${n}"><f t="shared" si="${n}"/></c></row>`)}</sheetData>`,
      ),
      outcome: 'read',
    },
    {
      what: 'a text number 4,000,000,000 that is not there',
      bytes: withSheet('<sheetData><row r="1"><c r="A1" t="s"><v>4000000000</v></c></row></sheetData>'),
      outcome: 'read',
    },
  ];
}

const relsTo = (target: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/worksheet" Target="${target}"/><Relationship Id="rId2" Type="${RELS}/worksheet" Target="${target}"/></Relationships>`;

/** Noise does not pack well, so that nothing tells before it is read. */
function noisy(): Uint8Array {
  let seed = 7;
  const letters = Array.from({ length: 100_000 }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed.toString(36);
  }).join('');
  return withSheet(`<sheetData/><extLst uri="${letters.repeat(Math.ceil(50_000_000 / letters.length))}"/>`);
}

/** A package of one part that says how large it would be. */
function zipBomb(): Uint8Array {
  const bytes = Buffer.from(withParts({ 'xl/media/a.bin': 'x'.repeat(1000) }));
  const at = bytes.lastIndexOf('xl/media/a.bin') - 46;
  bytes.writeUInt32LE(2_000_000_000, at + 24);
  return bytes;
}

function liar(): Uint8Array {
  const bytes = Buffer.from(withSheet(`${' '.repeat(4_000_000)}<sheetData/>`));
  bytes.writeUInt32LE(100, bytes.lastIndexOf(SHEET) - 46 + 24);
  return bytes;
}

/** Two thousand names for the same packed megabytes. */
function overlapping(): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(1_000_000));
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  const central = Array.from({ length: 2000 }, (_, n) => {
    const name = Buffer.from(`xl/${n}`);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(8, 10);
    record.writeUInt32LE(packed.length, 20);
    record.writeUInt32LE(1_000_000, 24);
    record.writeUInt16LE(name.length, 28);
    return Buffer.concat([record, name]);
  });
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(2000, 10);
  end.writeUInt32LE(head.length + packed.length, 16);
  return Buffer.concat([head, packed, list, end]);
}

export type Tried = { readonly what: string; readonly path: string; readonly outcome: string };

/** Writes them all into a folder. */
export function bombs(folder: string): Tried[] {
  return all().map(({ what, bytes, outcome }, at) => {
    const path = join(folder, `${at}.xlsx`);
    writeFileSync(path, bytes);
    return { what, path, outcome };
  });
}

const CHILD = resolve('node_modules/.cache/so-cchc/read-child.mjs');
const READ = `
import { readFileSync } from 'node:fs';
import { readXlsx } from './src/xlsx/read.ts';
let said = 'read';
try { readXlsx(readFileSync(process.argv[2])); } catch (thrown) { said = thrown.code ?? String(thrown); }
// The peak since this program began; what it was started from is not counted.
const peak = /VmHWM:\\s+(\\d+)/u.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
console.log(JSON.stringify({ said, megabytes: Math.round(Number(peak) / 1024) }));
`;

/** Opens a file in a process of its own whose memory is limited. */
export function outcomeOfChild(path: string): { said: string; seconds: number; megabytes: number } {
  buildSync({
    stdin: { contents: READ, resolveDir: '.', loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: CHILD,
  });
  const start = performance.now();
  const done = spawnSync(process.execPath, [`--max-old-space-size=${MEMORY_LIMIT}`, CHILD, path], {
    encoding: 'utf8',
    timeout: 300_000,
  });
  const seconds = (performance.now() - start) / 1000;
  if (done.status !== 0) return { said: `died: ${done.stderr.slice(0, 300)}`, seconds, megabytes: 0 };
  return { seconds, ...JSON.parse(done.stdout) };
}
