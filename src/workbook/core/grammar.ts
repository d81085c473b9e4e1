import { fold, tidy } from '../../domain/core/word.ts';
import type { ReportKind } from '../../domain/period/outline-kinds.ts';
import { kindByName } from '../../domain/period/period-type.ts';
import type { Links } from '../../domain/plan/indicator.ts';
import type { OutlineSource } from '../../domain/plan/plan.ts';
import { codeOf, PERIOD_TYPE_LABELS } from '../../words/core/labels.ts';

/** A code of any shape that holds a digit: «TK3.4», «CT-05», «1.6», «SL_02b»; neither a word of the sentence nor a plain count («bằng 100%») is one. */
const ID = '(?=[\\p{L}.\\-_]*\\d)(?!\\d+(?![\\p{L}\\d.\\-_]))[\\p{L}\\d]+(?:[.\\-_][\\p{L}\\d]+)*(?!\\s*%)';
const SUM = `${ID}(?:\\s*\\+\\s*${ID})*`;
const LINKS = new RegExp(`lấy từ\\s+(${SUM})(?:\\s*/\\s*(${SUM}))?`, 'iu');
const TOTALS = new RegExp(`bằng\\s+(${SUM})`, 'giu');

/** «Lấy từ TK3.4 + TK3.5 / TK3.3» in `Cách tính`: the rows the figures come from; `null` = they are typed. */
export function linksIn(measure: string): Links | null {
  const found = says(measure, 'lấy từ') ? LINKS.exec(tidy(measure)) : null;
  return found === null ? null : { numerator: idsIn(found[1]), denominator: idsIn(found[2]) };
}

/** «Bằng TK3.6 + TK3.7; bằng TK3.14» in `Cách tính`: each sum of rows that this one must equal; `null` = no such relation. */
export function sumsIn(measure: string): string[][] | null {
  const found = says(measure, 'bằng') ? [...tidy(measure).matchAll(TOTALS)].map(([, sum]) => idsIn(sum)) : [];
  return found.length === 0 ? null : found;
}

/** Most rows say nothing of the kind, and a pattern is dearer than a word. */
const says = (measure: string, word: string): boolean => measure !== '' && tidy(measure).toLowerCase().includes(word);

function idsIn(sum: string | undefined): string[] {
  return sum === undefined ? [] : sum.split('+').map((id) => id.trim());
}

/** `Cách tính` with other codes in the places of those that have one; two that became the same count once. */
export function withCodes(measure: string, codes: ReadonlyMap<string, string>): string {
  return measure.replace(new RegExp(SUM, 'giu'), (sum) => {
    const ids = idsIn(sum);
    return ids.some((id) => codes.has(id)) ? [...new Set(ids.map((id) => codes.get(id) ?? id))].join(' + ') : sum;
  });
}

/** The forms that `Nguồn nội dung` takes, as a person would write them. */
export const OUTLINE_SOURCE_FORMS = 'để trống / Nội dung báo cáo / Lĩnh vực: … / Lĩnh vực: …; Mã: …, …';

/** `Nguồn nội dung`: blank, «Nội dung báo cáo», «Lĩnh vực: X», «Lĩnh vực: X; Mã: T3.4, N3.2a», «Mã: …»; `null` = none of these. */
export function readOutlineSource(written: string): OutlineSource | null {
  const text = tidy(written);
  if (text === '') return { kind: 'heading' };
  if (fold(text) === 'nội dung báo cáo') return { kind: 'narrative' };
  const found = /^(?:lĩnh vực\s*:\s*([^;]+?))?\s*(?:;\s*)?(?:mã\s*:\s*(.+))?$/iu.exec(text);
  if (found === null || (found[1] === undefined && found[2] === undefined)) return null;
  const ids = (found[2] ?? '').split(/[,;]/u).map((id) => id.trim());
  return { kind: 'field', field: found[1] ?? '', ids: ids.filter((id) => id !== '') };
}

/** The forms that `Dùng cho báo cáo` takes. */
export const REPORT_KIND_FORMS = 'Tháng / Quý / Quý I … Quý IV / 6 tháng đầu năm / 9 tháng / Năm / Chuyên đề';

/** `Dùng cho báo cáo`: the kinds between `;`; blank = all; `null` = a word that is no kind of report. */
export function readReportKinds(written: string): ReportKind[] | null {
  const words = written.split(/[;,]/u).filter((word) => fold(word) !== '');
  const kinds = words.map(reportKindIn);
  return kinds.some((kind) => kind === null) ? null : kinds.filter((kind) => kind !== null);
}

/** «Quý» is every quarter's report, «Quý III» the one. */
function reportKindIn(word: string): ReportKind | null {
  const type = codeOf(PERIOD_TYPE_LABELS, word);
  if (type !== null) return { type, turn: null };
  return kindByName(word);
}
