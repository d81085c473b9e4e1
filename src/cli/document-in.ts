import { readFileSync, statSync } from 'node:fs';
import { Unusable } from '../host/core/unusable.ts';
import { FILE_SENTENCES, USAGE_SENTENCES } from '../words/host/local.ts';
import { WORKBOOK_SIZE } from '../words/host/workbook-file.ts';
import { RECONCILE_REFUSALS } from '../words/reconcile/reconcile.ts';

/** More than the script takes; not read at all, so that a huge file costs nothing. */
const MOST_BYTES = 6_000_000;

/** A document of this machine as it travels through the script's door: base64. */
export function documentIn(path: string | null): string {
  if (path === null) throw new Unusable(USAGE_SENTENCES.noDocument);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new Unusable(FILE_SENTENCES.missing(path));
  if (!stats.isFile()) throw new Unusable(WORKBOOK_SIZE.notFile(path));
  if (stats.size > MOST_BYTES) throw new Unusable(RECONCILE_REFUSALS.fileTooLong);
  try {
    return readFileSync(path).toString('base64');
  } catch (failure) {
    throw new Unusable(
      FILE_SENTENCES.notReadable(path, failure instanceof Error && 'code' in failure ? String(failure.code) : ''),
    );
  }
}
