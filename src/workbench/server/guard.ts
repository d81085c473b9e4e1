import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Another site's page could reach this port under its own name: only this machine's own names pass. */
export function isOwnName(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/u.test(host ?? '');
}

/** Whether a request that changes something comes from a page of ours: its Origin is us, and it is JSON, which no form can send. */
export function isOwnPage({ headers }: IncomingMessage, scheme: 'http' | 'https' = 'http'): boolean {
  return headers.origin === `${scheme}://${headers.host}` && (headers['content-type'] ?? '').startsWith('application/json');
}

/** Compared in a time that does not tell how much of it was right. */
export function isToken(token: string, given: string | null): boolean {
  const [known, typed] = [Buffer.from(token), Buffer.from(given ?? '')];
  return known.length === typed.length && timingSafeEqual(known, typed);
}

/** The body as text; `null` when it is longer than `most` says of what it begins with. */
export async function bodyOf(request: IncomingMessage, most: (begins: string) => number): Promise<string | null> {
  const parts: Buffer[] = [];
  let length = 0;
  let limit = 0;
  for await (const part of request) {
    if (parts.length === 0) limit = most((part as Buffer).toString('latin1', 0, 100));
    length += part.length;
    if (length > limit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'";

/** What a page may do: nothing but what is named here. Scripts run by their nonce alone. */
export const POLICIES = {
  none: `${NOTHING}; frame-ancestors 'none'`,
  // The grid sets the place of every cell as a style of its own, and adds style elements: styles cannot go by nonce.
  workbench: (nonce: string): string =>
    `${NOTHING}; script-src 'nonce-${nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; worker-src 'self'; frame-ancestors 'none'`,
  worker: `${NOTHING}; connect-src 'self'`,
  // A page of figures that others sent: of no origin, it reaches neither us nor anybody else.
  consolidated: `sandbox allow-scripts allow-downloads; ${NOTHING}; script-src 'unsafe-inline'; style-src 'unsafe-inline'; frame-ancestors 'self'`,
  guide: `${NOTHING}; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'`,
  page: (nonce: string): string =>
    `${NOTHING}; script-src 'nonce-${nonce}'; style-src 'unsafe-inline'; img-src data:; connect-src 'self'; frame-ancestors 'self'`,
} as const;
