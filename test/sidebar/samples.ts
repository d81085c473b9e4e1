import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Answer, CallName, Calls } from '../../src/app/calls.ts';
import type { CheckReply, OwedReply, TodayView } from '../../src/app/replies/actions.ts';
import { VERDICTS } from '../../src/domain/judging/verdict.ts';
import { TASK_STATUSES } from '../../src/domain/plan/task.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const HOSTILE = '<img src=x onerror="window.hurt=1"></script><script>window.hurt=1</script>';

const zeros = <Code extends string>(codes: readonly Code[]) =>
  Object.fromEntries(codes.map((code) => [code, 0])) as Record<Code, number>;
export const at = (a1: string, tab = 'Nhập số liệu') => ({ tab, row: 12, column: 10, a1: `${tab}!${a1}` });

/** Rows not filled in, each with its cell. */
export const owedRows = (count: number, from: number, title: string) =>
  Array.from({ length: count }, (_, index) => ({
    id: `N${index + 1}`,
    text: `N${index + 1}: ${title}`,
    at: at(`H${from + index}`),
  }));

export function anOwed(roles: OwedReply['roles']): OwedReply {
  return {
    period: { name: '6 tháng đầu năm 2024', line: 'Hạn công chức nhập: 12/6/2024, còn 05 ngày làm việc.' },
    roles,
    others: [],
  };
}

export function aCheck(parts: Partial<CheckReply> = {}): CheckReply {
  return {
    counts: {
      verdicts: { ...zeros(VERDICTS), met: 21, 'nearly-met': 2, 'not-met': 4, 'no-data': 3 },
      statuses: { ...zeros(TASK_STATUSES), 'done-on-time': 20, overdue: 2, 'due-soon': 5 },
      proposed: { indicators: 1, tasks: 2 },
      plans: [],
      problems: { 'must-fix': 2, review: 1, note: 12 },
    },
    problems: [
      {
        code: 'text-in-number',
        severity: 'must-fix',
        text: 'Ô này phải là số nhưng đang là chữ «mười». Đề nghị gõ số, ví dụ 10.',
        at: at('J14'),
      },
      { code: 'missing-tab', severity: 'must-fix', text: 'Thiếu trang Ngày nghỉ. Đề nghị chạy Thiết lập lần đầu.', at: null },
      { code: 'counter-falls', severity: 'review', text: HOSTILE, at: at('K15') },
      ...Array.from({ length: 12 }, (_, index) => ({
        code: 'evidence-missing' as const,
        severity: 'note' as const,
        text: `Chưa ghi minh chứng của nội dung thứ ${index + 1}.`,
        at: at(`S${index + 3}`),
      })),
    ],
    proposals: [],
    ...parts,
  };
}

export function aView(parts: Partial<TodayView> = {}): TodayView {
  return {
    today: '2024-06-20',
    sample: true,
    isSetUp: true,
    period: {
      name: '6 tháng đầu năm 2024',
      line: 'Đang nhập: 6 tháng đầu năm 2024 (15/12/2023 – 14/6/2024). Hạn công chức nhập: 12/6/2024, quá 06 ngày làm việc.',
    },
    others: [],
    keeps: true,
    counts: aCheck().counts,
    owed: { all: 11, mine: 3 },
    notices: [],
    daily: 'Lượt chạy hằng ngày: tốt gần nhất lúc 06:00 ngày 20/6/2024.',
    attention: [
      {
        text: 'T3.4 Hồ sơ trả đúng hạn 97,30% (973/1.000), chỉ tiêu từ 98% trở lên. Chủ trì: Văn phòng – Thống kê (Văn phòng).',
        at: at('J12'),
      },
    ],
    more: 0,
    ...parts,
  };
}

/** The answer of the server to a call that went well. */
export function answered<Name extends CallName>(_: Name, reply: Calls[Name]['reply']): string {
  return JSON.stringify({ ok: true, reply } satisfies Answer<Name>);
}

/** The answer of the server that refuses. */
export function refused(sentence: string): string {
  return JSON.stringify({ ok: false, sentence });
}

/** What the page asked the server so far. */
export async function asked(page: Page): Promise<{ call: string; with: Record<string, unknown> }[]> {
  const requests: string[] = await page.evaluate('window.asked');
  return requests.map((request) => JSON.parse(request));
}

/** What axe finds wrong with the whole page, nothing excluded, on a light ground and on a dark one. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.addScriptTag({ content: AXE });
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    const here = await page.evaluate<string[]>(
      'axe.run().then((result) => result.violations.map((one) => one.id + ": " + one.nodes[0].html))',
    );
    found.push(...here.map((fault) => `${colorScheme}: ${fault}`));
  }
  return found;
}

/** The text of the element that has the focus. */
export function focused(page: Page): Promise<string> {
  return page.evaluate('document.activeElement.textContent');
}
