import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** What `Minh chứng` names lies here, beside the workbook. */
export const EVIDENCE_FOLDER = 'minh-chung';

/** The folder of a workbook's evidence. */
export function evidenceFolder(workbook: string): string {
  return join(dirname(workbook), EVIDENCE_FOLDER);
}

/** Whether a file lies in that folder, by its way from the workbook («minh-chung/2026/bien-ban.pdf»); neither `..` nor a link leads out of it. */
export function hasEvidence(workbook: string, path: string): boolean {
  const folder = evidenceFolder(workbook);
  const found = named(join(dirname(workbook), path));
  if (found === null || !existsSync(folder)) return false;
  return realpathSync(found).startsWith(realpathSync(folder) + sep) && statSync(found).isFile();
}

/** A name typed on one system may be spelt with other signs for the same letters on another. */
function named(path: string): string | null {
  if (existsSync(path)) return path;
  const folder = dirname(path);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return null;
  const wanted = basename(path).normalize('NFC');
  const found = readdirSync(folder).find((name) => name.normalize('NFC') === wanted);
  return found === undefined ? null : join(folder, found);
}
