import { tidy } from '../../domain/core/word.ts';
import type { CountsItem, IndicatorTally, TaskTally } from '../../domain/report/report-model.ts';
import { sayCount, sayPercent } from '../core/number.ts';
import type { Paragraph } from '../paper/paper.ts';
import { paragraph, plain } from '../paper/runs.ts';
import { midSentence } from './sentence.ts';

const tasks = (count: number): string => `${sayCount(count)} nhiệm vụ`;
const indicators = (count: number): string => `${sayCount(count)} chỉ tiêu`;

/** The counts of the whole plan, or of the tasks of one field. */
export function countsParagraphs(
  { of, plan: title, field, tasks: taskCounts, indicators: indicatorCounts }: CountsItem,
  planYears: string | null,
): Paragraph[] {
  const said = planYears === null ? 'Kế hoạch' : `Kế hoạch giai đoạn ${tidy(planYears)}`;
  const plan = title === '' ? said : tidy(title);
  const opening = of === 'plan' ? `Theo ${plan}, trong kỳ có` : `Lĩnh vực ${midSentence(tidy(field))} có`;
  const sentences = [sayTasks(taskCounts, opening), of === 'plan' ? sayIndicators(indicatorCounts) : ''];
  return sentences.filter((sentence) => sentence !== '').map((sentence) => paragraph('body', plain(sentence)));
}

/** Standing and dated tasks side by side, never in one rate (docs/rules.md#tasks). */
export function sayTasks(counts: TaskTally, opening = 'Trong kỳ có'): string {
  const { standing, due, ahead, proposed, nothingArose, unknown } = counts;
  const clauses = [
    standing.total === 0 ? '' : sayStanding(standing),
    due.total === 0 ? '' : sayDueTasks(due),
    sayOthers('chưa đến hạn', ahead),
    sayOthers('chưa quy định thời hạn cụ thể', proposed),
    nothingArose === 0 ? '' : `${tasks(nothingArose)} không phát sinh`,
    unknown === 0 ? '' : `${tasks(unknown)} chưa có thông tin về kết quả`,
  ].filter((clause) => clause !== '');
  const [first, ...rest] = clauses;
  return first === undefined ? '' : `${opening} ${[first, ...rest.map((clause) => `có ${clause}`)].join('; ')}.`;
}

/** What was carried out, what did not arise and what nobody has told of yet: together they are all. */
function sayStanding({ total, carriedOut, nothingArose }: TaskTally['standing']): string {
  const untold = total - carriedOut - nothingArose;
  const parts = [
    carriedOut === 0 ? '' : `đã triển khai ${tasks(carriedOut)}`,
    nothingArose === 0 ? '' : `không phát sinh ${tasks(nothingArose)}`,
    untold === 0 ? '' : untold === total ? 'chưa có kết quả trong kỳ' : `chưa có kết quả ${tasks(untold)}`,
  ];
  return [`${tasks(total)} thường xuyên`, ...parts.filter((part) => part !== '')].join(', ');
}

function sayOthers(what: string, { total, done }: TaskTally['ahead']): string {
  if (total === 0) return '';
  return `${tasks(total)} ${what}${done === 0 ? '' : done === total ? ', đã hoàn thành' : `, trong đó đã hoàn thành ${tasks(done)}`}`;
}

function sayDueTasks({ total, done, late, overdue }: TaskTally['due']): string {
  const due = `${tasks(total)} đến hạn`;
  if (done === 0) return `${due}, ${sayNoneDone(total, overdue)}`;
  const finished = `hoàn thành ${tasks(done)}, đạt ${sayPercent((100 * done) / total)}`;
  return `${due}, ${finished}${sayLate(late, done)}${sayOverdue(overdue, total - done)}`;
}

function sayNoneDone(total: number, overdue: number): string {
  if (overdue === total) return `${total === 1 ? '' : 'đều '}quá hạn chưa hoàn thành`;
  const none = total === 1 ? 'chưa hoàn thành' : 'chưa hoàn thành nhiệm vụ nào';
  return `${none}${overdue === 0 ? '' : `, trong đó ${tasks(overdue)} quá hạn`}`;
}

function sayLate(late: number, done: number): string {
  if (late === 0) return '';
  return late === done ? ' (hoàn thành sau thời hạn)' : ` (trong đó ${tasks(late)} hoàn thành sau thời hạn)`;
}

/** What falls due on the cut-off itself is open and not yet overdue. */
function sayOverdue(overdue: number, open: number): string {
  if (overdue === 0) return '';
  if (overdue === open) return `, còn ${tasks(open)} quá hạn chưa hoàn thành`;
  return `, còn ${tasks(open)} chưa hoàn thành, trong đó ${tasks(overdue)} quá hạn`;
}

/** «chưa đạt 03 chỉ tiêu, trong đó 01 chỉ tiêu gần đạt»: near is still not met. */
export function sayIndicators({ judged, met, missed, near, noData, nothingArose, notDue, proposed }: IndicatorTally): string {
  const results = [
    met === 0 ? '' : `đạt ${indicators(met)}`,
    missed === 0 ? '' : `chưa đạt ${indicators(missed)}${sayNear(near, missed)}`,
  ].filter((clause) => clause !== '');
  const others = [
    noData === 0 ? '' : `${indicators(noData)} chưa có số liệu`,
    nothingArose === 0 ? '' : `${indicators(nothingArose)} không phát sinh`,
    notDue === 0 ? '' : `${indicators(notDue)} chưa đến kỳ đánh giá`,
    proposed === 0 ? '' : `${indicators(proposed)} chưa quy định mức cụ thể`,
  ].filter((clause) => clause !== '');
  const judgedSentence = judged === 0 ? '' : `Có ${indicators(judged)} được đánh giá trong kỳ: ${results.join('; ')}.`;
  const otherSentence = others.length === 0 ? '' : `${judged === 0 ? 'Có' : 'Ngoài ra, có'} ${others.join('; ')}.`;
  return [judgedSentence, otherSentence].filter((sentence) => sentence !== '').join(' ');
}

function sayNear(near: number, missed: number): string {
  if (near === 0) return '';
  if (near < missed) return `, trong đó ${indicators(near)} gần đạt`;
  return missed === 1 ? ' (gần đạt)' : ' (đều gần đạt)';
}
