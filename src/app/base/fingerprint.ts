/** A short fingerprint of a text, stable across builds: tells whether two contents differ, never a proof of origin (FNV-1a, twice 32 bits, hex). */
export function fingerprint(text: string): string {
  return fingerprintOf(text.length, (at) => text.charCodeAt(at));
}

/** The same of a file. */
export function fingerprintOfBytes(bytes: Uint8Array): string {
  return fingerprintOf(bytes.length, (at) => bytes[at] ?? 0);
}

function fingerprintOf(length: number, unitAt: (at: number) => number): string {
  let [one, other] = [0x811c9dc5, 0x9dc5811c];
  for (let at = 0; at < length; at += 1) {
    const unit = unitAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x01000193);
  }
  return [one, other].map((hash) => (hash >>> 0).toString(16).padStart(8, '0')).join('');
}
