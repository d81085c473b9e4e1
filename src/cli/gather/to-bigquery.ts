import { Unusable } from '../../host/core/unusable.ts';
import {
  type Dataset,
  datasetOf,
  loadAll,
  loadingsIn,
  statements,
  type Warehouse,
  warehouseOf,
} from '../../host/province/bigquery.ts';
import type { At } from '../../host/province/queries.ts';
import { BIGQUERY_SENTENCES } from '../../words/province/say-bigquery.ts';

/** Where the tables go beside the folder; `dry`: only say what would be sent and asked. */
export type ToBigQuery = { readonly to: Dataset; readonly dry: boolean };

export function bigQueryWish(address: string | null, dry: boolean): ToBigQuery | null {
  if (address === null) return null;
  const to = datasetOf(address);
  if (to === null) throw new Unusable(BIGQUERY_SENTENCES.address(address));
  return { to, dry };
}

/** Whose account it is, says the environment alone: nothing is looked for on the machine or on the network. */
const CREDENTIALS = 'GOOGLE_APPLICATION_CREDENTIALS';

/** Lines that tell it: a dry run gives every byte and every query, and reaches nobody. */
export async function sendToBigQuery({ to, dry }: ToBigQuery, folder: string, at: At, open = warehouseOf): Promise<string[]> {
  const [loadings, queries] = [loadingsIn(folder, to), statements(to, at)];
  const told = loadings.map(({ table, bytes }) => BIGQUERY_SENTENCES.load(`${to.project}.${to.dataset}.${table}`, bytes));
  if (dry)
    return [BIGQUERY_SENTENCES.dry, ...told, ...queries.flatMap(({ name, sql }) => [BIGQUERY_SENTENCES.query(name), `${sql};`])];
  if (open === warehouseOf && (process.env[CREDENTIALS] ?? '') === '') throw new Unusable(BIGQUERY_SENTENCES.noCredentials);
  try {
    const warehouse: Warehouse = await open(to);
    const read = await loadAll(warehouse, loadings, queries);
    return [
      ...told,
      BIGQUERY_SENTENCES.loaded(loadings.length),
      ...read.map(({ name, bytes }) => BIGQUERY_SENTENCES.reads(name, bytes)),
    ];
  } catch (failure) {
    const message = failure instanceof Error ? failure.message : String(failure);
    const isMissing = failure instanceof Error && 'code' in failure && failure.code === 'ERR_MODULE_NOT_FOUND';
    throw new Unusable(isMissing ? BIGQUERY_SENTENCES.noClient : BIGQUERY_SENTENCES.failed(message));
  }
}
