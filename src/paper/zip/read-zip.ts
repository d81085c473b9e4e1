import { Inflate } from 'fflate';

/** Why a file cannot be read as a package; sentences are in `words/`. */
export type ZipFault = 'not-a-zip' | 'encrypted' | 'broken' | 'too-large';

/** `bytes`: of one package, unpacked, all wanted parts together; `parts`: entries listed, wanted or not. */
export type ZipLimits = { readonly bytes: number; readonly parts: number };

/** Thrown inside and answered as data: a file that somebody brings is no failure of ours. */
export class BadZip extends Error {
  readonly fault: ZipFault;
  constructor(fault: ZipFault) {
    super(fault);
    this.fault = fault;
  }
}

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly locked: boolean;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
};

const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
/** Deflate gives at most 1,032 bytes for one: a slice of this size never unpacks to more than 4.3 MB at once. */
const SLICE = 4096;

/**
 * The wanted parts of a .zip by name (APPNOTE 6.3). Nothing a file claims is believed: what it unpacks to is counted while it
 * is unpacked, so that memory and time stay within the limits whatever it holds. Throws `BadZip`.
 */
export function readZip(
  bytes: Uint8Array,
  limits: ZipLimits,
  wanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = listed(view, limits).filter(({ name }) => wanted(name));
  if (entries.some(({ locked }) => locked)) throw new BadZip('encrypted');
  let budget = limits.bytes;
  return new Map(
    entries.map((entry) => {
      const part = unpacked(view, entry, budget);
      budget -= part.length;
      return [entry.name, part];
    }),
  );
}

/** A read past the end of the file means that the file is broken. */
function read(view: DataView, at: number, width: 2 | 4): number {
  if (at < 0 || at + width > view.byteLength) throw new BadZip('broken');
  return width === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
}

function listed(view: DataView, limits: ZipLimits): Entry[] {
  const end = endRecord(view);
  const count = read(view, end + 10, 2);
  if (count > limits.parts) throw new BadZip('too-large');
  const entries: Entry[] = [];
  let at = read(view, end + 16, 4);
  for (let index = 0; index < count; index += 1) {
    if (read(view, at, 4) !== LISTED) throw new BadZip('broken');
    const length = read(view, at + 28, 2);
    entries.push({
      name: nameAt(view, at + 46, length),
      locked: (read(view, at + 8, 2) & 1) === 1,
      method: read(view, at + 10, 2),
      packed: read(view, at + 20, 4),
      size: read(view, at + 24, 4),
      at: read(view, at + 42, 4),
    });
    at += 46 + length + read(view, at + 30, 2) + read(view, at + 32, 2);
  }
  return entries;
}

function endRecord(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new BadZip('not-a-zip');
}

/** Names in a package are ASCII (OPC part names); other letters stay themselves byte by byte. */
function nameAt(view: DataView, at: number, length: number): string {
  if (at + length > view.byteLength) throw new BadZip('broken');
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length)).replace(/\\/gu, '/');
}

function unpacked(view: DataView, { method, packed, size, at }: Entry, budget: number): Uint8Array {
  if (read(view, at, 4) !== LOCAL) throw new BadZip('broken');
  const from = at + 30 + read(view, at + 26, 2) + read(view, at + 28, 2);
  if (from + packed > view.byteLength) throw new BadZip('broken');
  if (size > budget) throw new BadZip('too-large');
  const bytes = new Uint8Array(view.buffer, view.byteOffset + from, packed);
  if (method === 0 && packed === size) return bytes;
  if (method !== 8) throw new BadZip('broken');
  return inflated(bytes, size);
}

/** Unpacks slice by slice and gives up as soon as there is more than was declared. */
function inflated(bytes: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw new BadZip('broken');
    whole.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < bytes.length; at += SLICE) stream.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
  } catch {
    throw new BadZip('broken');
  }
  if (filled !== size) throw new BadZip('broken');
  return whole;
}
