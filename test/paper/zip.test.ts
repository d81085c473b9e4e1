import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { toDocx } from '../../src/paper/docx/engine.ts';
import { fromBase64, toBase64 } from '../../src/paper/zip/base64.ts';
import { BadZip, readZip } from '../../src/paper/zip/read-zip.ts';
import { writeZip } from '../../src/paper/zip/write-zip.ts';
import { sayReport } from '../../src/words/report/report.ts';
import { tool } from '../helpers/tools.ts';
import { aReport } from './report-facts.ts';

const LIMITS = { bytes: 1_000_000, parts: 100 };
const all = (): boolean => true;
const plain = (parts: ReadonlyMap<string, Uint8Array>): [string, number[]][] =>
  [...parts].map(([name, bytes]) => [name, [...bytes]]);

const parts = fc.uniqueArray(
  fc.tuple(fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8}\.xml)?$/u), fc.uint8Array({ maxLength: 3000 })),
  {
    selector: ([name]) => name.split('/')[0],
    maxLength: 6,
  },
);

function fault(bytes: Uint8Array, limits = LIMITS): string {
  try {
    readZip(bytes, limits, all);
  } catch (error) {
    if (error instanceof BadZip) return error.fault;
    throw error;
  }
  return 'none';
}

describe('base64', () => {
  it('is what Node writes and reads', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        expect(toBase64(bytes)).toBe(text);
        expect(fromBase64(text)).toEqual(bytes);
      }),
    );
  });

  it.each(['a', 'abc', 'ab=c', 'a===', 'ab!=', 'aaaaa', 'YQ==YQ=='])('refuses %j', (text) => {
    expect(fromBase64(text)).toBeNull();
  });
});

describe('a zip written here', () => {
  it('gives back its parts, in their order, and has the same bytes each time', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const bytes = writeZip(new Map(list));
        expect(plain(readZip(bytes, LIMITS, all))).toEqual(list.map(([name, part]) => [name, [...part]]));
        expect(writeZip(new Map(list))).toEqual(bytes);
      }),
    );
  });

  it('is read by jszip, and reads what jszip writes, packed or stored', async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.constantFrom('DEFLATE' as const, 'STORE' as const), async (list, compression) => {
        const theirs = await JSZip.loadAsync(writeZip(new Map(list)));
        for (const [name, part] of list) expect(await theirs.file(name)?.async('uint8array')).toEqual(part);
        const other = new JSZip();
        for (const [name, part] of list) other.file(name, part, { createFolders: false });
        const written = await other.generateAsync({ type: 'uint8array', compression });
        expect(plain(readZip(written, LIMITS, all))).toEqual(list.map(([name, part]) => [name, [...part]]));
      }),
    );
  });

  it("passes the test of Python's zipfile", () => {
    const python = tool('openpyxl');
    if (python === null) return;
    const folder = mkdtempSync(join(tmpdir(), 'so-cchc-zip-'));
    try {
      writeFileSync(join(folder, 'a.docx'), toDocx(sayReport(aReport())));
      const said = execFileSync(python, ['-m', 'zipfile', '-t', join(folder, 'a.docx')], { encoding: 'utf8' });
      expect(said).toBe('Done testing\n');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('a zip that somebody brings', () => {
  const whole = writeZip(new Map([['word/document.xml', 'abc '.repeat(500)]]));
  /** Little-endian bytes over a copy, in the central directory (its signature is `PK\1\2`). */
  const listedAs = (offset: number, bytes: readonly number[]): Uint8Array => {
    const copy = Uint8Array.from(whole);
    const at = Buffer.from(copy).indexOf('PK\u0001\u0002', 0, 'latin1');
    copy.set(bytes, at + offset);
    return copy;
  };

  it.each([
    ['nothing at all', new Uint8Array(), 'not-a-zip'],
    ['another kind of file', Uint8Array.from(Buffer.from('%PDF-1.4 '.repeat(9))), 'not-a-zip'],
    ['an old .doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Array.from({ length: 600 }, () => 0)]), 'not-a-zip'],
    ['a locked part', listedAs(8, [1, 0]), 'encrypted'],
    ['an unknown packing', listedAs(10, [12, 0]), 'broken'],
    ['a part that is larger than it says', listedAs(24, [10, 0, 0, 0]), 'broken'],
    ['a part that is smaller than it says', listedAs(24, [255, 255, 0, 0]), 'broken'],
    ['a part that says it is huge', listedAs(24, [255, 255, 255, 255]), 'too-large'],
    ['a part beyond the end', listedAs(42, [255, 255, 255, 0]), 'broken'],
    ['half a file', whole.slice(0, whole.length >> 1), 'not-a-zip'],
  ] as const)('is refused when it is %s', (_, bytes, why) => {
    expect(fault(bytes)).toBe(why);
  });

  it('never throws anything else, wherever a byte is wrong', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
        const copy = Uint8Array.from(whole);
        copy[at] = value;
        expect(['none', 'not-a-zip', 'encrypted', 'broken', 'too-large']).toContain(fault(copy));
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused when it lists too many parts', () => {
    const many = writeZip(new Map(Array.from({ length: 101 }, (_, index) => [`p${index}`, ''])));
    expect(fault(many)).toBe('too-large');
  });

  it('unpacks no more than it declares, whatever is packed in it', () => {
    const bomb = deflateRawSync(Buffer.alloc(200_000_000));
    const small = writeZip(new Map([['word/document.xml', new Uint8Array(10)]]));
    // The same listing around the bomb: sizes and places as the small file's, the packed bytes the bomb's.
    const local = 30 + 'word/document.xml'.length;
    const packed = new DataView(small.buffer, small.byteOffset).getUint32(18, true);
    const grown = Buffer.concat([small.subarray(0, local), bomb, small.subarray(local + packed)]);
    const listing = grown.indexOf('PK\u0001\u0002', local + bomb.length, 'latin1');
    grown.writeUInt32LE(bomb.length, listing + 20);
    const end = grown.indexOf('PK\u0005\u0006', listing, 'latin1');
    grown.writeUInt32LE(listing, end + 16);
    const before = process.memoryUsage().arrayBuffers;
    expect(fault(Uint8Array.from(grown))).toBe('broken');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
  });
});
