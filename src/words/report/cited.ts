import { tidy } from '../../domain/core/word.ts';
import { withDaysWrittenOut } from '../core/day.ts';

/** A document has a number with the letters of its kind and issuer: «09/KH-UBND», «15/2024/QĐ-UBND». */
const NUMBERED = /\d+\/(?:\d{4}\/)?\p{Lu}{2,}/u;

/** Links and files are listed in an annex of their own, where the office wants it. */
const LINKED = /https?:|www\.|minh-chung[/\\]/iu;

/**
 * The documents that `Minh chứng` names, for the brackets behind a point: «Kế hoạch số 09/KH-UBND ngày 25 tháng 01 năm 2024»;
 * '' where it says where a proof is kept, which is no matter of the report.
 */
export function sayCited(evidence: string): string {
  const parts = evidence.split(/[\n;]/u).map((part) => tidy(part).replace(/^[-–+•]\s+|[.\s]+$/gu, ''));
  return parts
    .filter((part) => NUMBERED.test(part) && !LINKED.test(part))
    .map(withDaysWrittenOut)
    .join('; ');
}
