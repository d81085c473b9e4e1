import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composedReport } from '../../src/app/report/compose-report.ts';
import { todayView } from '../../src/app/today/today.ts';
import type { Day } from '../../src/domain/core/day.ts';
import { judgedAsOf, openFirst } from '../../src/domain/period/calendar.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { CHAIRMAN, tellStory } from './mail-story.ts';
import type { Memory } from './memory-ports.ts';

const FOLDER = 'test/golden/mail-story';
const nameOf = (on: string, to: string, at: number): string =>
  `${String(at + 1).padStart(2, '0')} ${on} ${to.split('@')[0] ?? ''}.txt`;

/** The two figures that a mail prints of a period, as it prints them. */
function printed(text: string, period: string): readonly number[] {
  const part = text.split('\n\n').find((each) => each.startsWith(`Kỳ ${period},`)) ?? '';
  return ['Chưa đạt', 'Quá hạn'].map((head) => Number(new RegExp(`^${head} (\\d+) `, 'mu').exec(part)?.[1] ?? 0));
}

/** The same two of a report of that period as of the same day. */
function reported({ ports, environment }: Memory, name: string, asOf: Day): readonly number[] {
  const book = readBook(ports.workbook.read('all'));
  const period = book.plan.periods.find((each) => each.name === name);
  if (period === undefined) throw new Error(`no period ${name}`);
  const { indicators, tasks } = composedReport(book, { period, asOf, madeOn: environment.today, version: 1, draft: true });
  return [indicators.missed, tasks.due.overdue];
}

describe('sixty days over three periods', () => {
  it('are told by these mails, word for word', async () => {
    const told = tellStory();
    for (const [at, { on, mail }] of told.entries())
      await expect(`${mail.to}\n${mail.subject}\n\n${mail.text}\n`).toMatchFileSnapshot(
        `../golden/mail-story/${nameOf(on, mail.to, at)}`,
      );
    expect(readdirSync(FOLDER).sort()).toEqual(told.map(({ on, mail }, at) => nameOf(on, mail.to, at)).sort());
  });

  it('read well: no bracket in a bracket, no code before its name, no colour as a word, a link that opens the sheet', () => {
    for (const { mail } of tellStory()) {
      const { text, html, subject } = mail;
      expect(text).not.toMatch(/\([^()]*\(/u);
      expect(text).not.toMatch(/^(?:• |\d+\. )?(?:Chưa đạt|Quá hạn|Chưa nhập|Sắp đến hạn)[^:]*: \(?[TN]\d/mu);
      expect(`${subject}\n${text}`).not.toMatch(/\b(?:xanh|vàng|đỏ)\b|undefined|null|NaN/u);
      expect(html).toContain('<a href="https://docs.google.com/spreadsheets/d/so-cchc-mau/edit">');
      // What a phone shows of a subject begins with what matters.
      expect(subject).toMatch(/^(?:\d\d |Mọi việc bình thường|Không có gì mới|Theo dõi CCHC|Nhắc việc CCHC)/u);
    }
  });

  it('whatever the sidebar says is wrong stands in a mail that went, once as new', () => {
    const known = new Set<string>();
    tellStory((session, went) => {
      const his = went.filter(({ to }) => to === CHAIRMAN).map(({ text }) => text);
      for (const text of his)
        for (const line of text.split('\n\n').filter((each) => /^• (?:Chưa đạt|Quá hạn)(?!.*vẫn chưa hoàn thành)/u.test(each))) {
          const id = /\((T\d|N\d)\)/u.exec(line)?.[1] ?? line;
          expect([session.environment.today, id, known.has(id)]).toEqual([session.environment.today, id, false]);
          known.add(id);
        }
      for (const { text } of todayView(session.ports).attention) expect(known).toContain(/\((T\d|N\d)\)/u.exec(text)?.[1]);
    });
    expect([...known].sort()).toEqual(['N1', 'N2', 'N3', 'T1', 'T2', 'T3', 'T4']);
  });

  it('every figure of every open period is that of its report as of the same day', () => {
    const compared = { alone: 0, beside: 0 };
    tellStory((session, went) => {
      const { plan } = readBook(session.ports.workbook.read('all'));
      const open = openFirst(plan.periods, session.environment.today);
      const said = went.filter(({ to }) => to === CHAIRMAN).flatMap(({ text }) => open.map((period) => ({ text, period })));
      for (const { text, period } of said.filter((each) => each.text.includes(`Kỳ ${each.period.name},`))) {
        const [notMet, overdue] = reported(session, period.name, judgedAsOf(period, plan.periods, session.environment.today));
        // Late work stands in every open period, and is counted with the one being entered.
        const wanted = [notMet, period === open[0] ? overdue : 0];
        expect([session.environment.today, period.name, printed(text, period.name)]).toEqual([
          session.environment.today,
          period.name,
          wanted,
        ]);
        compared[open.length === 1 ? 'alone' : 'beside'] += 1;
      }
    });
    expect(compared.alone).toBeGreaterThan(5);
    expect(compared.beside).toBeGreaterThan(10);
  });
});
