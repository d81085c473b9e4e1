/** The workbook, or what was asked, cannot be used: one clear Vietnamese sentence for the person, never a stack trace. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}
