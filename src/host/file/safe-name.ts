/** File systems count bytes, most of them to 255; «(2)» and the name of the half-written file beside it need room too. */
const MOST_BYTES = 200;
/** Names that Windows keeps for itself, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?=\s*(?:\.|$))/iu;
/** Signs that a file system refuses, line ends, signs without shape or with another direction, and halves of pairs. */
const UNFIT = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u115f\u3164]/gu;

/** A name that every file system takes, that stays inside its folder, and that shows what it is; its ending stays. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(UNFIT, '-')
    .replace(/[.\s]+$/u, '');
  const [ending = ''] = /\.[a-z0-9]{1,8}$/iu.exec(plain) ?? [];
  const stem = plain.slice(0, plain.length - ending.length).replace(/^[.\s~]+/u, '');
  const fitting = cut(stem, MOST_BYTES - ending.length).replace(/[.\s]+$/u, '');
  const whole = `${fitting === '' ? 'tep' : fitting}${ending}`;
  return DEVICE.test(whole) ? `-${whole}` : whole;
}

/** As many letters as fit, none of them cut. */
function cut(text: string, mostBytes: number): string {
  let bytes = 0;
  let kept = '';
  for (const letter of text) {
    bytes += Buffer.byteLength(letter);
    if (bytes > mostBytes) break;
    kept += letter;
  }
  return kept;
}
