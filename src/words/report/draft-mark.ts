import { sameWord } from '../../domain/core/word.ts';

/** Stands in `Người soạn` until the clerk has read the draft: what begins with it is nobody's text yet. */
const DRAFT_MARK = 'Dự thảo, chờ duyệt';

/** «Dự thảo, chờ duyệt (theo: Tư pháp – Hộ tịch; …)». */
export function sayDraftAuthor(roles: readonly string[]): string {
  return roles.length === 0 ? DRAFT_MARK : `${DRAFT_MARK} (theo: ${roles.join('; ')})`;
}

/** Whether what stands under this author is a draft that nobody has accepted. */
export function isDraftAuthor(author: string): boolean {
  return sameWord(author.slice(0, DRAFT_MARK.length), DRAFT_MARK);
}
