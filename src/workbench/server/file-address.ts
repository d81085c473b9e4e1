import { createHmac } from 'node:crypto';
import { isToken } from './guard.ts';

/** Where a file of the workspace is fetched: with a ticket for it alone, because browsers keep where a download came from. */
export function fileAddress(fileKey: string, path: string): string {
  return `/tep/${path.split('/').map(encodeURIComponent).join('/')}?ve=${ticketOf(fileKey, path)}`;
}

/** Whether a ticket was given for this file. */
export function isTicket(fileKey: string, path: string, given: string | null): boolean {
  return isToken(ticketOf(fileKey, path), given);
}

function ticketOf(fileKey: string, path: string): string {
  return createHmac('sha256', fileKey).update(path.normalize('NFC')).digest('hex').slice(0, 32);
}
