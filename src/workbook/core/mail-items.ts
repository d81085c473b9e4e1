/** Between the `Mã` that share the rest of their key; no `Mã` has it in it. */
const AND = ' \u00b7 ';
const REST = '|';
/** A cell of Excel holds 32,767 characters, one of Google more; what does not fit is told again rather than losing the mail. */
const MOST_CHARACTERS = 32_000;
const KEPT_SHARE = 0.9;

/**
 * The keys of a mail's alerts as its ledger cell holds them: one line for all `Mã` of which the same is told,
 * `T1 \u00b7 T2|6 tháng đầu năm 2024|not-met`, which a person can read.
 */
export function packItems(items: readonly string[]): string {
  const packed = linesOf(items).join('\n');
  return packed.length <= MOST_CHARACTERS ? packed : packItems(items.slice(0, Math.floor(items.length * KEPT_SHARE)));
}

function linesOf(items: readonly string[]): string[] {
  const lines = new Map<string, string[]>();
  for (const item of items) {
    const at = item.indexOf(REST);
    const [id, rest] = at < 0 ? [item, ''] : [item.slice(0, at), item.slice(at)];
    const ids = lines.get(rest);
    if (ids === undefined) lines.set(rest, [id]);
    else ids.push(id);
  }
  return [...lines].map(([rest, ids]) => `${ids.join(AND)}${rest}`);
}

/** Reads such a cell; one key a line, as earlier builds wrote it, is the same. */
export function unpackItems(cell: string): string[] {
  return cell.split('\n').flatMap((line) => {
    const at = line.indexOf(REST);
    const [ids, rest] = at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at)];
    return ids === '' ? [] : ids.split(AND).map((id) => `${id}${rest}`);
  });
}
