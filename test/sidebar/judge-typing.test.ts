import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/app/ask.ts';
import type { Answer, CallName, Calls } from '../../src/app/calls.ts';
import type { FormTexts, MyRow, MyRowsReply } from '../../src/app/replies/my-rows.ts';
import { FINDING_SEVERITY } from '../../src/domain/checks/finding.ts';
import type { FormField } from '../../src/domain/plan/asked-fields.ts';
import { judgeTyping, typingContextOf, withSaved } from '../../src/sidebar/parts/judge-typing.ts';
import { idOf } from '../../src/sidebar/parts/read-form.ts';
import { shownTexts } from '../../src/sidebar/screens/board.ts';
import { ROW_SENTENCES } from '../../src/words/checks/row-findings.ts';
import { OVERVIEW } from '../../src/workbook/tabs/all.ts';
import { FROZEN, MAILS, REPORTS } from '../../src/workbook/tabs/records.ts';
import { type OfficeInMemory, officeOf, sampleTabs } from '../helpers/sample-office.ts';

const FIGURES: readonly FormTexts[] = [
  { numerator: '97', denominator: '100', typed: '', evidence: 'BC 12' },
  { numerator: '1.250', denominator: '1.260', typed: '99,21%', cause: 'thiếu máy quét' },
  { numerator: '41', denominator: '40', typed: '' },
  { numerator: '310', denominator: '', typed: '' },
  { numerator: '', denominator: '0', typed: '' },
  { numerator: '0', denominator: '0', typed: '' },
  { numerator: '', denominator: '', typed: '62,5' },
  { numerator: '', denominator: '', typed: '7' },
  { numerator: '', denominator: '', typed: 'Tốt' },
  { numerator: '', denominator: '', typed: 'không phát sinh' },
  { numerator: '3', denominator: '5', typed: 'KHÔNG ÁP DỤNG', note: 'cấp trên không giao' },
  { numerator: '-4', denominator: '10', typed: '' },
  { numerator: '97,999', denominator: '100', typed: '0,97' },
  { numerator: '', denominator: '', typed: '' },
];
const PROGRESSES: readonly FormTexts[] = [
  { progress: 'Đã hoàn thành', completedOn: '30/5/2024', result: 'đã ban hành kế hoạch' },
  { progress: 'Đã hoàn thành', completedOn: '', evidence: '' },
  { progress: 'Đã hoàn thành', completedOn: '31/12/2024' },
  { progress: 'Đang thực hiện', completedOn: '', result: '' },
  { progress: 'Đang thực hiện', completedOn: '1-6-2024', result: 'đang làm' },
  { progress: 'Không phát sinh', completedOn: '', result: '' },
  { progress: 'Tạm dừng', completedOn: '', result: '', note: '' },
  { progress: 'Không áp dụng', completedOn: '', result: '' },
  { progress: 'Chưa thực hiện', completedOn: '', result: '' },
  { progress: '', completedOn: '', result: 'đã họp hai lần' },
  { progress: '', completedOn: '', result: '', cause: '' },
];

/** What only records hold: no verdict asks for it, and reading it at each save is most of the time. */
const KEPT = [FROZEN.name, REPORTS.name, MAILS.name, OVERVIEW.name];

/** The letters as a keyboard with combining marks types them. */
const decomposed = (texts: FormTexts): FormTexts =>
  Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text?.normalize('NFD')]));

function must<Name extends CallName>(
  { ports }: OfficeInMemory,
  call: Name,
  carried: Calls[Name]['request'],
): Calls[Name]['reply'] {
  const answer: Answer<Name> = JSON.parse(ask(ports, JSON.stringify({ call, with: carried })));
  if (!answer.ok) throw new Error(answer.sentence);
  return answer.reply;
}

/** What a person types into this row: of the list a text each, by its place, in fields that the row has. */
function typedInto({ of, texts }: MyRow, at: number): FormTexts {
  const lists = of === 'actual' ? FIGURES : PROGRESSES;
  const typed = lists[at % lists.length] ?? {};
  return Object.fromEntries(Object.entries(at % 2 === 0 ? typed : decomposed(typed)).filter(([field]) => field in texts));
}

function save(office: OfficeInMemory, { headers, period }: MyRowsReply, { row, typed }: { row: MyRow; typed: FormTexts }) {
  const values = Object.entries(typed).map(([field, text]) => [headers[row.of][field as FormField], text]);
  return must(office, 'enter', { tab: row.tab, id: idOf(row), period: period?.name ?? '', values: Object.fromEntries(values) });
}

describe('the verdict while typing', () => {
  let office: OfficeInMemory;
  beforeAll(() => {
    office = officeOf(sampleTabs().filter(({ name }) => !KEPT.includes(name)));
  });

  it('is word for word what the grey cells say once it is saved, for every row of the sample', { timeout: 120_000 }, () => {
    const roles = must(office, 'my-rows', { role: '' }).others.map(({ role }) => role);
    const verdicts = new Set<string>();
    let rows = 0;
    for (const role of roles) {
      let reply = must(office, 'my-rows', { role });
      expect(reply.more).toBe(0);
      for (const row of reply.rows) {
        const session = typingContextOf(reply);
        if (session === null) throw new Error('no period is open');
        const typed = typedInto(row, rows);
        const texts = { ...shownTexts(row), ...typed };
        const { result, explanation } = judgeTyping(row, texts, session);
        const saved = save(office, reply, { row, typed });
        const said = { id: idOf(row), typed, result: saved.result, explanation: saved.explanation };
        expect({ id: idOf(row), typed, result, explanation }).toEqual(said);
        verdicts.add(result);
        rows += 1;
        reply = withSaved(reply, row, texts);
      }
    }
    expect(rows).toBeGreaterThan(150);
    expect(verdicts.size).toBeGreaterThan(12);
  });

  it('names each field that the sheet could not read, in the words that would refuse it, and counts it as blank', () => {
    const reply = must(office, 'my-rows', { role: 'Tư pháp – Hộ tịch' });
    const session = typingContextOf(reply);
    if (session === null) throw new Error('no period is open');
    for (const [of, typed] of [
      ['actual', { numerator: 'nhiều' }],
      ['actual', { estimate: '1.2.3' }],
      ['actual', { typed: '?' }],
      ['entry', { progress: 'Gần xong' }],
      ['entry', { completedOn: '31/02/2024' }],
      ['entry', { completedOn: 'hôm qua' }],
    ] as const) {
      const row = reply.rows.find((each) => each.of === of);
      if (row === undefined) throw new Error(`no row of ${of}`);
      const [[field, sentence] = []] = Object.entries(judgeTyping(row, { ...row.texts, ...typed }, session).unreadable);
      expect(field).toBe(Object.keys(typed)[0]);
      expect(() => save(office, reply, { row, typed })).toThrow(String(sentence));
    }
  });
});

describe('the sentences that the form has', () => {
  it('are those of every rule that it asks, so that none of its remarks is silent', () => {
    const rules = [
      'check-entry',
      'check-row',
      'check-actual',
      'check-own',
      'check-lines',
      'check-parts',
      'check-totals',
      'evidence',
    ];
    const named = rules.flatMap(
      (rule) => readFileSync(`src/domain/checks/${rule}.ts`, 'utf8').match(/(?<=')[a-z]+(?:-[a-z0-9]+)+(?=')/gu) ?? [],
    );
    const codes = [...new Set(named)].filter((code) => code in FINDING_SEVERITY);
    expect(codes.length).toBeGreaterThan(25);
    expect(codes.filter((code) => !(code in ROW_SENTENCES))).toEqual([]);
  });
});
