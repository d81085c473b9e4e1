/** «UBND xã Gia Lương» → «Gia Lương»: the place that stands before the date of a document. */
export function placeNameOf(unit: string): string {
  return unit.trim().replace(/^(?:UBND|Ủy ban nhân dân)\s+(?:xã|phường|thị trấn|đặc khu)\s+/iu, '');
}
