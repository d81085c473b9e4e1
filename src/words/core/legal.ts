/** What XML 1.0 §2.2 forbids: control characters, halves of pairs and two codes that are no characters. */
const FORBIDDEN = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const REPLACEMENT = '\ufffd';

/**
 * Marks that turn the direction of what follows (U+202E and its like): with them a typed text shows other words than it says, in an
 * official paper most of all, and no Vietnamese text needs them (https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing).
 */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text that XML can hold: what is forbidden becomes «�», so that nothing vanishes unseen; a line ends in one way, because every
 * reader of XML and of HTML makes one of the others. What turns the direction of a text is taken out.
 */
export function legal(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(TURNING, '').replace(FORBIDDEN, REPLACEMENT);
}
