/** What the two machine's columns at the end of an entry row say; colours hang on these very words. */
export const MARKS = {
  /** `Không nhập` of a row whose period is closed. */
  closedRow: 'Cả dòng: kỳ đã chốt',
} as const;

/** `Ô cần sửa` names this many columns of a row; the others come to stand there once these are mended. */
const MOST_NAMED = 2;

/** «Tử số; Mẫu số»: columns by their headers. */
export function sayColumns(headers: readonly string[]): string {
  return headers.join('; ');
}

/** The columns of a row that are to be mended, as `Ô cần sửa` says them. */
export function sayToMend(headers: readonly string[]): string {
  return sayColumns([...new Set(headers)].slice(0, MOST_NAMED));
}

/** Every text of `Ô cần sửa` that names a column, of columns in their order: what its colour asks for, because a rule can only compare whole texts. */
export function textsNaming(header: string, all: readonly string[]): string[] {
  const at = all.indexOf(header);
  const pairs = all.flatMap((other, place) => {
    if (place === at) return [];
    return [sayColumns(place < at ? [other, header] : [header, other])];
  });
  return [header, ...pairs];
}
