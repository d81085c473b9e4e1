import { crc32 as crcOf, deflateRawSync, inflateRawSync } from 'node:zlib';
import { demandWithin, LIMITS } from './limits.ts';
import { NotAWorkbook } from './not-a-workbook.ts';

/** Repetitive sheets reach 60; deflate itself cannot pass 1032. */
const MAX_RATIO = 400;
const RATIO_FLOOR = 5_000_000;

/** The least zlib takes. */
const LEAST_CHUNK = 64;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const ZIP64 = 0xffffffff;

/** One file of a package: its raw local record, and its raw central record to be copied when it does not change. */
type Entry = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: Uint8Array;
  readonly size: number;
  readonly local: Uint8Array;
  readonly central: Uint8Array;
};

/** A zip package held as its entries in the order of the file. `made.text`: the bytes of parts that were made text so far. */
export type Zip = { readonly entries: ReadonlyMap<string, Entry>; readonly made: { text: number } };

/** Reads the directory of a zip package without inflating anything; refuses what is damaged, encrypted or too large. */
export function openZip(bytes: Uint8Array): Zip {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  refuseStrangers(data);
  const end = endRecord(data);
  const count = data.readUInt16LE(end + 10);
  const start = data.readUInt32LE(end + 16);
  if (start === ZIP64) throw new NotAWorkbook('too-large');
  demandWithin('parts', count, '');
  try {
    return { entries: directory(data, { count, start }), made: { text: 0 } };
  } catch (error) {
    throw error instanceof RangeError ? new NotAWorkbook('damaged') : error;
  }
}

function refuseStrangers(data: Buffer): void {
  if (data.length >= 8 && data.readUInt32BE(0) === 0xd0cf11e0) {
    // Both an old .xls and a password-protected .xlsx are OLE files; only the latter holds this stream.
    const locked = data.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new NotAWorkbook(locked ? 'encrypted' : 'legacy-xls');
  }
  if (data.length < 22 || data.readUInt32LE(0) !== LOCAL) throw new NotAWorkbook('not-a-zip');
}

function endRecord(data: Buffer): number {
  const lowest = Math.max(0, data.length - 22 - 0xffff);
  for (let at = data.length - 22; at >= lowest; at -= 1) {
    if (data.readUInt32LE(at) === END) return at;
  }
  throw new NotAWorkbook('damaged');
}

type Found = Omit<Entry, 'local' | 'packed'> & { readonly offset: number; readonly packedSize: number };

function directory(data: Buffer, at: { count: number; start: number }): Map<string, Entry> {
  const found: Found[] = [];
  let next = at.start;
  for (let i = 0; i < at.count; i += 1) {
    const one = centralRecord(data, next);
    found.push(one);
    next += one.central.length;
  }
  if (found.reduce((sum, one) => sum + one.size, 0) > LIMITS.inflated) throw new NotAWorkbook('too-large');
  const starts = [...found.map((one) => one.offset), at.start].sort((a, b) => a - b);
  const ends = new Map(starts.map((start, i) => [start, starts[i + 1] ?? at.start]));
  const entries = new Map<string, Entry>();
  for (const one of found) {
    if (entries.has(one.name)) throw new NotAWorkbook('damaged', one.name);
    entries.set(one.name, entryOf(data, one, ends.get(one.offset) ?? at.start));
  }
  return entries;
}

function centralRecord(data: Buffer, at: number): Found {
  if (data.readUInt32LE(at) !== CENTRAL) throw new NotAWorkbook('damaged');
  const nameLength = data.readUInt16LE(at + 28);
  const length = 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  const name = data.toString('utf8', at + 46, at + 46 + nameLength);
  if ((data.readUInt16LE(at + 8) & 1) !== 0) throw new NotAWorkbook('encrypted', name);
  const packedSize = data.readUInt32LE(at + 20);
  const size = data.readUInt32LE(at + 24);
  if (size === ZIP64 || packedSize === ZIP64) throw new NotAWorkbook('too-large', name);
  if (size > RATIO_FLOOR && size > packedSize * MAX_RATIO) throw new NotAWorkbook('too-large', name);
  return {
    name,
    method: data.readUInt16LE(at + 10),
    crc: data.readUInt32LE(at + 16),
    packedSize,
    size,
    offset: data.readUInt32LE(at + 42),
    central: data.subarray(at, at + length),
  };
}

function entryOf(data: Buffer, one: Found, end: number): Entry {
  if (data.readUInt32LE(one.offset) !== LOCAL) throw new NotAWorkbook('damaged', one.name);
  const from = one.offset + 30 + data.readUInt16LE(one.offset + 26) + data.readUInt16LE(one.offset + 28);
  if (from + one.packedSize > end) throw new NotAWorkbook('damaged', one.name);
  return { ...one, packed: data.subarray(from, from + one.packedSize), local: data.subarray(one.offset, end) };
}

/** The bytes of one file of the package; null when the package has none of that name. */
export function unzip(zip: Zip, name: string): Uint8Array | null {
  const entry = zip.entries.get(name);
  if (entry === undefined) return null;
  const plain = inflated(entry);
  if (plain.length !== entry.size || crcOf(plain) !== entry.crc) throw new NotAWorkbook('damaged', name);
  return plain;
}

function inflated(entry: Entry): Uint8Array {
  if (entry.method === 0) return entry.packed;
  if (entry.method !== 8) throw new NotAWorkbook('damaged', entry.name);
  try {
    // One byte more than declared is enough to see a lie; a bomb stops there. In one piece, or all pieces would be held beside it.
    const most = entry.size + 1;
    return inflateRawSync(entry.packed, { maxOutputLength: most, chunkSize: Math.max(LEAST_CHUNK, most) });
  } catch {
    throw new NotAWorkbook('damaged', entry.name);
  }
}

/** The package with some files replaced, added (in the order given) or, when null, left out; all others are copied byte for byte. */
export function rezip(zip: Pick<Zip, 'entries'>, changes: ReadonlyMap<string, Uint8Array | null>): Uint8Array {
  const records: { local: Uint8Array; central: Uint8Array }[] = [];
  for (const [name, entry] of zip.entries) {
    const change = changes.get(name);
    if (change === undefined) records.push(entry);
    else if (change !== null) records.push(packed(name, change));
  }
  for (const [name, change] of changes) {
    if (change !== null && !zip.entries.has(name)) records.push(packed(name, change));
  }
  return assembled(records);
}

function assembled(records: readonly { local: Uint8Array; central: Uint8Array }[]): Uint8Array {
  const centrals: Uint8Array[] = [];
  let offset = 0;
  for (const { local, central } of records) {
    const copy = Buffer.from(central);
    copy.writeUInt32LE(offset, 42);
    centrals.push(copy);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(records.length, 8);
  end.writeUInt16LE(records.length, 10);
  end.writeUInt32LE(
    centrals.reduce((sum, one) => sum + one.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...records.map(({ local }) => local), ...centrals, end]);
}

/** 1980-01-01: the same content gives the same bytes on any day. */
const FIXED_DATE = 0x21;

function packed(name: string, content: Uint8Array): { local: Uint8Array; central: Uint8Array } {
  const body = deflateRawSync(content, { level: 6 });
  const title = Buffer.from(name, 'utf8');
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x800, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt16LE(FIXED_DATE, 8);
  fields.writeUInt32LE(crcOf(content), 10);
  fields.writeUInt32LE(body.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(title.length, 22);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(LOCAL, 0);
  const centralHead = Buffer.alloc(6);
  centralHead.writeUInt32LE(CENTRAL, 0);
  centralHead.writeUInt16LE(20, 4);
  const rest = Buffer.alloc(14);
  return { local: Buffer.concat([head, fields, title, body]), central: Buffer.concat([centralHead, fields, rest, title]) };
}
