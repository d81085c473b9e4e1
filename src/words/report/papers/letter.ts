import type { Day } from '../../../domain/core/day.ts';
import { tidy } from '../../../domain/core/word.ts';
import type { Reminder } from '../../../domain/mail/reminder.ts';
import type { Report, TaskItem } from '../../../domain/report/report-model.ts';
import { sayDayPadded } from '../../core/day.ts';
import { sayCount } from '../../core/number.ts';
import type { Block, Paper, Paragraph, Table } from '../../paper/paper.ts';
import { centred, head, paragraph, plain, typedOrBlank, unbroken, words } from '../../paper/runs.ts';
import { SAMPLE_BANNER } from '../report.ts';
import { letterFrame, planCitation, shortUnit } from '../report-frame.ts';
import { sayPeriod } from '../report-titles.ts';
import { upperFirst } from '../sentence.ts';
import { sayMissing } from './review.ts';

/**
 * The letter (công văn đôn đốc) to one unit or official: what is asked for and by when. It leaves the office, so it asks and
 * does not blame: no «quá hạn», no name of a person. `report` is composed as of the letter's own day.
 */
export function sayLetter({ role, overdue, dueSoon, missing }: Reminder, report: Report, answerBy: Day): Paper {
  const to = addressee(role);
  const when = unbroken(sayPeriod(report.period));
  const about = `đôn đốc thực hiện nhiệm vụ, cung cấp số liệu cải cách hành chính ${when}`;
  const parts = [
    tasksPart('nhiệm vụ đã đến thời hạn theo Kế hoạch', overdue),
    tasksPart('nhiệm vụ sắp đến thời hạn', dueSoon),
    missing.length === 0
      ? null
      : {
          title: `Cập nhật ${sayCount(missing.length)} nội dung phục vụ báo cáo ${when}`,
          table: missingTable(missing.map(sayMissing)),
        },
  ].filter((part) => part !== null);
  return {
    title: `V/v ${about}`,
    frame: letterFrame(report.names, { about, to: upperFirst(to), on: report.asOf }),
    banner: report.sample ? SAMPLE_BANNER : null,
    blocks: [
      opening(to, report),
      ...parts.flatMap(({ title, table }, index): Block[] => [
        parts.length === 1 ? paragraph('body', plain(`${title}:`)) : paragraph('section', plain(`${index + 1}. ${title}`)),
        table,
      ]),
      closing(report, answerBy),
    ],
    annexes: [],
  };
}

function opening(to: string, { names, asOf }: Report): Paragraph {
  const unit = shortUnit(names.unit);
  return paragraph(
    'body',
    plain('Thực hiện '),
    ...planCitation(names.planNumber, names.planIssuedOn),
    plain(` của ${shortUnit(names.planIssuer ?? names.unit)} về thực hiện cải cách hành chính nhà nước giai đoạn `),
    typedOrBlank(names.planYears),
    plain(`; qua theo dõi tiến độ thực hiện đến ngày ${sayDayPadded(asOf)}, ${unit} đề nghị ${to} thực hiện các nội dung sau:`),
  );
}

function tasksPart(what: string, items: readonly TaskItem[]): { readonly title: string; readonly table: Table } | null {
  if (items.length === 0) return null;
  const rows = items.map(({ task, standing: { lastDay } }, index) => [
    centred(plain(String(index + 1))),
    words(task.title),
    words(task.product),
    centred(plain(lastDay === null ? '' : sayDayPadded(lastDay))),
  ]);
  const titles = ['STT', 'Nhiệm vụ', 'Sản phẩm', 'Thời hạn'];
  return {
    title: `Tập trung hoàn thành ${sayCount(items.length)} ${what}`,
    table: { is: 'table', widths: [8, 50, 26, 16], head: head(...titles), rows },
  };
}

function missingTable(lines: readonly string[]): Table {
  const rows = lines.map((line, index) => [centred(plain(String(index + 1))), words(line)]);
  return { is: 'table', widths: [8, 92], head: head('STT', 'Nội dung'), rows };
}

function closing({ names }: Report, answerBy: Day): Paragraph {
  const by = `chậm nhất ngày ${sayDayPadded(answerBy)}`;
  return paragraph(
    'body',
    plain(
      `Đề nghị cập nhật kết quả vào sổ theo dõi cải cách hành chính của ${shortUnit(names.unit)} ${by}; nếu có khó khăn, vướng mắc, kịp thời phản ánh để được hướng dẫn, tháo gỡ./.`,
    ),
  );
}

/** Departments and bodies, which are addressed by their names; every other role is a post that an official holds. */
const BODIES =
  /^(?:phòng|văn phòng (?:hđnd|hội đồng|ubnd|ủy ban)|trung tâm|ban|đài|trạm|trường|công an|quân sự|ủy ban|ubmttq|mttq|mặt trận|hội|đoàn)(?=\s|$)/iu;
const LEADERS = /^(?:phó )?(?:chủ tịch|bí thư)(?=\s|$)/iu;

/** «công chức Tư pháp – Hộ tịch», «Phòng Kinh tế», «đồng chí Phó Chủ tịch UBND xã»: who a letter is to, inside a sentence. */
export function addressee(role: string): string {
  const named = tidy(role);
  if (LEADERS.test(named)) return `đồng chí ${named}`;
  return BODIES.test(named) || /^công chức\s/iu.test(named) ? named : `công chức ${named}`;
}
