const RESERVED =
  /^(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]|conin\$|conout\$|clock\$) *(?:\.|$)/iu;
const MOST = 255;

/** Why a name may not stand in a folder that is carried between Windows, macOS and Linux; `null` when it may. */
export function nameFault(name: string): string | null {
  if (name === '' || name === '.' || name === '..') return 'no name';
  if ([...name].some((sign) => sign < ' ' || '<>:"/\\|?*'.includes(sign))) return 'a sign that Windows refuses';
  if (/[\p{Cf}\p{Cs}\p{Cc}\u2028\u2029]/u.test(name)) return 'a sign that is not seen';
  if (/[. ]$/u.test(name)) return 'a dot or a space at its end';
  if (/^[.~]/u.test(name)) return 'a sign of hidden or half-written files at its start';
  if (RESERVED.test(name)) return 'a device of Windows';
  return Buffer.byteLength(name) > MOST || Buffer.byteLength(`.${name}.4194304.tmp`) > MOST ? 'too long' : null;
}
