import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.eml': 'message/rfc822',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.zip': 'application/zip',
  '.doc': 'application/msword',
  '.xls': 'application/vnd.ms-excel',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
};

export type ServedFile = { readonly bytes: Uint8Array; readonly type: string };

/** What `gather` makes in the workspace for a browser (`src/cli/gather`). */
export const CONSOLIDATED = 'tong-hop/tong-hop.html';

/** The workbook of a workspace that has no other name; its papers lie beside it. */
export const OWN_WORKBOOK = 'so-cchc.xlsx';

/** Where the papers and the letters of a workbook go, from the workspace: of another than the usual one into a folder of its name. */
export function placesOf(workbook: string): { readonly reports: string; readonly letters: string } {
  const folder = workbook === OWN_WORKBOOK ? '' : `${workbook.replace(/\.xls[xm]$/iu, '')}/`;
  return { reports: `${folder}bao-cao`, letters: `${folder}thu` };
}

/** The files a person may fetch, relative to the workspace, newest kind first: the workbook, its reports and packages, its letters, what was consolidated. */
export function listFiles(workspace: string, workbook = OWN_WORKBOOK): string[] {
  const inside = (folder: string): string[] =>
    existsSync(join(workspace, folder))
      ? readdirSync(join(workspace, folder)).map((name) => (folder === '' ? name : `${folder}/${name}`))
      : [];
  const { reports, letters } = placesOf(workbook);
  const own = inside('').filter((name) => name.startsWith(workbook));
  return [...own.sort(), ...[reports, letters, 'tong-hop'].flatMap((folder) => inside(folder).sort())].filter(isOffered);
}

/** Hidden files, locks and the sidecar are nobody's download. */
const isOffered = (path: string): boolean =>
  (TYPES[extname(path)] !== undefined || LEFT.test(path) || path === CONSOLIDATED) && !/(^|\/)[.~]/u.test(path);

/** What could not be typed again is kept beside the workbook. */
const LEFT = /^[^/]+\.xls[xm]\.chua-nhap-lai\.txt$/u;

/** A file of the workspace, or `null`: links and `..` do not lead out of it. */
export function readServed(workspace: string, path: string): ServedFile | null {
  const root = realpathSync(workspace);
  const wanted = resolve(root, path);
  if (!isOffered(path) || !existsSync(wanted) || !statSync(wanted).isFile()) return null;
  const real = realpathSync(wanted);
  if (!real.startsWith(root + sep)) return null;
  return { bytes: readFileSync(real), type: TYPES[extname(real)] ?? 'application/octet-stream' };
}
