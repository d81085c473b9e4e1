import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallName, Calls } from '../../src/app/calls.ts';
import { day } from '../../src/domain/core/day.ts';
import { findByKeys } from '../../src/host/core/look.ts';
import { anOffice, LEAD, type Office, PERIODS, ROLES } from '../helpers/office.ts';

const ROW = { tab: 'Nhập số liệu', id: 'T2.2', period: PERIODS.open };
const FIGURES = { 'Tử số': '4', 'Mẫu số': '5' };
const REASON = 'lệch với phần mềm một cửa';

let office: Office;
beforeEach(() => {
  office = anOffice();
});
afterEach(() => office.remove());

function as(user: string): void {
  office.host.setUser(user);
}

function must<Name extends CallName>(call: Name, request: Calls[Name]['request']): Calls[Name]['reply'] {
  const answer = office.host.ask(call, request);
  if (!answer.ok) throw new Error(answer.sentence);
  return answer.reply;
}

function refusal<Name extends CallName>(call: Name, request: Calls[Name]['request']): string {
  const answer = office.host.ask(call, request);
  return answer.ok ? '(done)' : answer.sentence;
}

function wish(): void {
  as(ROLES.clerk);
  const keys = { 'Nội dung': 'Thẩm định từng dòng trước khi chốt (có / không)' };
  const at = findByKeys(office.host.model, { tab: 'Thông tin chung', header: 'Giá trị', keys });
  if (at === null) throw new Error('no setting');
  office.host.type({ ...at, rows: [['có']] });
}

const say = (appraisal: 'agreed' | 'returned', reason = '') => ({ ...ROW, appraisal, reason });
const enter = (values: Readonly<Record<string, string>> = FIGURES) => must('enter', { ...ROW, values });
const beforeClosing = (): string => {
  const choice = must('close-choice', {});
  return choice.period === null ? '(none)' : choice.appraisals;
};
const standing = (): string => {
  const row = must('my-rows', { role: LEAD }).rows.find((each) => each.of === 'actual' && each.indicator.id === ROW.id);
  return row?.appraisal === null || row === undefined ? '(none)' : `${row.appraisal.state}, ${row.owed ? 'owed' : 'not owed'}`;
};

describe('the appraisal of rows before a closing', () => {
  it('is off until the office wishes it: nothing is asked, told or taken', () => {
    as(ROLES.clerk);
    enter();
    expect(beforeClosing()).toBe('');
    expect(standing()).toBe('(none)');
    expect(must('my-rows', { role: LEAD }).appraises).toBe(false);
    expect(refusal('appraise', say('agreed'))).toContain('chưa bật thẩm định');
  });

  it('is for who keeps the plan, of rows with something in them, and a return says why', () => {
    wish();
    expect(refusal('appraise', say('agreed'))).toContain('chưa nhập gì');
    enter();
    expect(refusal('appraise', say('returned'))).toContain('lý do trả lại');
    as(ROLES.official);
    expect(refusal('appraise', say('agreed'))).toContain('chỉ thường trực CCHC');
    expect(must('my-rows', { role: '' }).appraises).toBe(false);
  });

  it('is told before the closing, with what was not seen and what was given back, and the closing stays possible', () => {
    wish();
    enter();
    expect(beforeClosing()).toContain('02 dòng chưa được thẩm định');
    must('appraise', say('agreed'));
    expect(beforeClosing()).toContain('01 dòng chưa được thẩm định');
    must('appraise', { ...say('agreed'), id: 'T3.8' });
    expect(beforeClosing()).toBe('');
    must('appraise', say('returned', REASON));
    expect(beforeClosing()).toContain('01 dòng đã trả lại');
    expect(refusal('close-period', { period: PERIODS.open })).toBe('(done)');
  });

  it('reaches the official with its reason: in the form, in the list of what is owed and once by mail', () => {
    wish();
    enter();
    must('appraise', say('returned', REASON));
    as(ROLES.official);
    expect(standing()).toBe('returned, owed');
    const roles = must('owed', {}).roles.filter(({ role }) => role === LEAD);
    expect(roles.flatMap(({ rows }) => rows.map(({ text }) => text)).filter((text) => text.startsWith('T2.2'))).toEqual([
      expect.stringMatching(new RegExp(`^T2\\.2: .+ – trả lại: ${REASON}$`, 'u')),
    ]);
    as(ROLES.clerk);
    const mails = (): string[] =>
      must('mail', { preview: false })
        .mails.filter(({ to }) => to === ROLES.official)
        .map(({ text }) => text);
    const [first = ''] = mails();
    expect(first).toContain('Trả lại để sửa');
    expect(first).toContain(`lý do: ${REASON}`);
    expect(mails().join('')).not.toContain('Trả lại để sửa:');
    enter({ 'Tử số': '3' });
    must('appraise', say('returned', 'vẫn lệch'));
    // One mail a day.
    office.host.setNow({ day: day('2024-06-21'), minutes: 8 * 60 });
    expect(mails().join('')).toContain('lý do: vẫn lệch');
  });

  it('holds only for what was seen: whatever is typed since, in form or sheet, is to be looked at again', () => {
    wish();
    enter();
    must('appraise', say('agreed'));
    expect(standing()).toBe('agreed, not owed');
    const at = office.host.find({ ...ROW, header: 'Mẫu số' });
    if (at === null) throw new Error('no cell');
    office.host.type({ ...at, rows: [['8']] });
    expect(standing()).toBe('changed, not owed');
    office.host.type({ ...at, rows: [['5']] });
    expect(standing()).toBe('agreed, not owed');
    must('appraise', say('returned', REASON));
    enter({ 'Tử số': '5' });
    expect(standing()).toBe('changed, not owed');
  });

  it('can be undone, and is no cell to type into', () => {
    wish();
    enter();
    must('appraise', say('returned', REASON));
    must('undo', { of: must('undo-preview', {})?.of ?? '' });
    expect(standing()).toBe('unseen, not owed');
    expect(refusal('enter', { ...ROW, values: { 'Ý kiến thẩm định': 'Đồng ý' } })).toContain('không phải là cột để nhập');
  });
});
