import { type Day, day } from '../../domain/core/day.ts';

/** Words that the law changed: a plan keeps those of its year, a report speaks those of its date. */
type Term = { readonly since: Day; readonly was: RegExp; readonly is: string };

/** Nghị định 42/2022/NĐ-CP: no more levels 3 and 4, but services online in part and to the end. */
const SERVICES = day('2022-08-15');
/** Nghị định 118/2025/NĐ-CP and the end of districts (Luật 72/2025/QH15). */
const COMMUNES = day('2025-07-01');

const TERMS: readonly Term[] = [
  { since: SERVICES, was: /cung cấp ở mức độ 4/gu, is: 'cung cấp dịch vụ công trực tuyến toàn trình' },
  {
    since: SERVICES,
    was: /dịch vụ công(?: trực tuyến)? mức độ 3(?:,| và)(?: mức độ)? 4/gu,
    is: 'dịch vụ công trực tuyến một phần, toàn trình',
  },
  { since: SERVICES, was: /dịch vụ công(?: trực tuyến)? mức độ 4/gu, is: 'dịch vụ công trực tuyến toàn trình' },
  { since: SERVICES, was: /dịch vụ công(?: trực tuyến)? mức độ 3/gu, is: 'dịch vụ công trực tuyến một phần' },
  { since: SERVICES, was: /ở mức độ 4/gu, is: 'ở mức độ toàn trình' },
  { since: COMMUNES, was: /Bộ phận (?:Một cửa|tiếp nhận và trả kết quả)/giu, is: 'Trung tâm Phục vụ hành chính công' },
  { since: COMMUNES, was: /(?:cấp )?huyện giao/gu, is: 'cấp trên giao' },
];

/** The text with the terms of that date; what somebody typed is never put through it. */
export function inTermsOf(on: Day, text: string): string {
  return TERMS.reduce((said, { since, was, is }) => (since <= on ? said.replace(was, is) : said), text);
}
