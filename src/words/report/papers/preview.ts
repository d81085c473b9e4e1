import { SEVERITIES, type Severity } from '../../../domain/checks/finding.ts';
import type { Missing, Report } from '../../../domain/report/report-model.ts';
import { sayDay } from '../../core/day.ts';
import { SEVERITY_LABELS } from '../../core/labels.ts';
import { sayCount } from '../../core/number.ts';
import { earlyNotes, lowerFirst } from '../report-titles.ts';
import { type ReviewProblem, sayMissing } from './review.ts';

export type MissingOfRole = { readonly role: string; readonly items: readonly string[] };

/** What is missing under the role that owes it, most first. */
export function byRole(missing: readonly Missing[]): MissingOfRole[] {
  const roles = new Map<string, string[]>();
  for (const item of missing) {
    const role = item.role === '' ? 'Chưa phân công' : item.role;
    roles.set(role, [...(roles.get(role) ?? []), sayMissing(item)]);
  }
  return [...roles].map(([role, items]) => ({ role, items })).sort((left, right) => right.items.length - left.items.length);
}

export type PreviewFacts = {
  readonly file: string;
  readonly addressees: readonly string[];
  readonly recipients: readonly string[];
  readonly signer: string;
  readonly missing: readonly MissingOfRole[];
  readonly problems: readonly ReviewProblem[];
};

/** A dialog has little room: the first few of each, the rest counted. */
const MOST = { mustFix: 5, items: 3 } as const;

/** All a clerk wants to know before the report is made, for a dialog or a console. */
export function sayPreview({ period, asOf }: Report, facts: PreviewFacts): string {
  const { addressees, recipients, signer, missing, problems } = facts;
  const count = (severity: Severity): number => problems.filter((line) => line.severity === severity).length;
  const owed = missing.reduce((sum, { items }) => sum + items.length, 0);
  const mustFix = problems.filter(({ severity }) => severity === 'must-fix');
  const lines = [
    `Sẽ tạo: ${facts.file}`,
    `Số liệu đến hết ngày ${sayDay(asOf)}.`,
    ...earlyNotes({ period, asOf }).map((line) => line.replace(/^Lập/u, 'Hôm nay')),
    `Kính gửi: ${addressees.length === 0 ? 'chưa nhập' : addressees.join('; ')}.`,
    `Nơi nhận: ${recipients.join('; ')}.`,
    `Người ký: ${signer}.`,
    `Vấn đề: ${SEVERITIES.map((severity) => `${lowerFirst(SEVERITY_LABELS[severity])} ${sayCount(count(severity))}`).join(', ')}.`,
    ...shown(
      mustFix.map(({ text, at }) => `- ${at === null ? '' : `${at.a1}: `}${text}`),
      MOST.mustFix,
    ),
    owed === 0 ? 'Đã đủ số liệu, nội dung.' : `Còn thiếu ${sayCount(owed)} nội dung, báo cáo để trống «……»:`,
    ...missing.flatMap(({ role, items }) => [
      `${role} (${sayCount(items.length)}):`,
      ...shown(
        items.map((item) => `- ${item}`),
        MOST.items,
      ),
    ]),
  ];
  return lines.join('\n');
}

function shown(lines: readonly string[], most: number): string[] {
  const rest = lines.length - most;
  return [...lines.slice(0, most), ...(rest > 0 ? [`- và ${sayCount(rest)} nội dung khác`] : [])];
}
