/** A short fingerprint of a text, stable across builds: tells whether two contents differ, never a proof of origin (FNV-1a, twice 32 bits, hex). */
export function fingerprint(text: string): string {
  return [0x811c9dc5, 0x9dc5811c].map((seed) => hash32(text, seed).toString(16).padStart(8, '0')).join('');
}

function hash32(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The same of a file. */
export function fingerprintOfBytes(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return fingerprint(text);
}
