/** A title inside a sentence: small at its beginning, unless that is an abbreviation («TTHC», «UBND»). */
export function midSentence(text: string): string {
  const second = text.charAt(1);
  const isAbbreviation = second !== '' && second === second.toUpperCase() && second !== second.toLowerCase();
  return isAbbreviation ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** A title at the beginning of a sentence. */
export function upperFirst(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
