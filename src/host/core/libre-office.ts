import { existsSync } from 'node:fs';

/** Where LibreOffice stands on Linux, macOS and Windows. */
const PLACES = [
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/usr/local/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

/** The LibreOffice of this machine: the one that `SOFFICE` names, else one in its usual place, else `null`. */
export function findLibreOffice(named: string | undefined, exists: (path: string) => boolean = existsSync): string | null {
  if (named !== undefined && named !== '') return exists(named) ? named : null;
  return PLACES.find(exists) ?? null;
}
