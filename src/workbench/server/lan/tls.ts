import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { Unusable } from '../../../host/core/unusable.ts';
import { LAN_REFUSALS } from '../../../words/pages/lan.ts';

/** A certificate with its key, and the names that it is for. */
export type Tls = { readonly cert: Buffer; readonly key: Buffer; readonly names: readonly string[] };

/** Reads what the office's certificate is and proves that the key is its own. Throws `Unusable`, with what is wrong. */
export function readTls(files: { readonly cert: string | null; readonly key: string | null }, today: Date): Tls | null {
  if (files.cert === null && files.key === null) return null;
  if (files.cert === null || files.key === null) throw new Unusable(LAN_REFUSALS.certificateAlone);
  const [cert, key] = [read(files.cert), read(files.key)];
  const known = certificateIn(cert, files.cert);
  try {
    createSecureContext({ cert, key });
  } catch {
    throw new Unusable(LAN_REFUSALS.keyOfAnother(files.key));
  }
  if (new Date(known.validTo) < today) throw new Unusable(LAN_REFUSALS.certificateOver(files.cert));
  return { cert, key, names: namesOf(known) };
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new Unusable(LAN_REFUSALS.noCertificateFile(file));
  }
}

function certificateIn(bytes: Buffer, file: string): X509Certificate {
  try {
    return new X509Certificate(bytes);
  } catch {
    throw new Unusable(LAN_REFUSALS.notACertificate(file));
  }
}

/** `DNS:so.example.vn, IP Address:192.168.1.5`; a name with a star is no address. */
function namesOf({ subjectAltName = '' }: X509Certificate): string[] {
  return subjectAltName
    .split(', ')
    .flatMap((one) => /^(?:DNS|IP Address):(.+)$/u.exec(one)?.[1] ?? [])
    .filter((name) => !name.includes('*') && !name.includes(':'));
}
