import { fold, tidy } from '../../domain/core/word.ts';
import type { IndicatorItem, Report, SectionItem, TaskItem } from '../../domain/report/report-model.ts';
import { isOnlySpoken } from '../../domain/report/report-paragraphs.ts';
import { isStanding } from '../../domain/report/report-tally.ts';
import { sayDayPadded } from '../core/day.ts';
import type { Paragraph, Run } from '../paper/paper.ts';
import { figure, linesOf, paragraph, plain, stop, withoutDash } from '../paper/runs.ts';
import { sayCited } from './cited.ts';
import { sayTaskStatus } from './report-tasks.ts';
import { midSentence, upperFirst } from './sentence.ts';

/** What was done, each piece by its name: standing work, work with a deadline, and apart from both what did not arise. */
export function workParagraphs(items: readonly SectionItem[], { period }: Report): Paragraph[] {
  const spoken = items.filter((item): item is IndicatorItem => item.is === 'indicator' && isOnlySpoken(item));
  const tasks = items.filter((item): item is TaskItem => item.is === 'task');
  const arisen = tasks.filter(({ progress }) => progress !== 'nothing-arose');
  const dated = arisen.filter((item) => !isStanding(item));
  const standing = arisen.filter(isStanding);
  return [
    ...listed(
      'Công tác thường xuyên đã thực hiện: ',
      toldOnce([...spoken.map(spokenWork), ...standing.map((item) => standingWork(item, period.year))]),
    ),
    ...listed(
      'Nhiệm vụ có thời hạn: ',
      dated.map((item) => datedRuns(item, period.year)),
    ),
    ...nothingArose(tasks.filter((item) => !arisen.includes(item))),
  ];
}

/** One piece is a sentence; several are numbered within one paragraph. */
function listed(lead: string, pieces: readonly (readonly Run[])[]): Paragraph[] {
  if (pieces.length === 0) return [];
  if (pieces.length === 1) return [paragraph('body', ...(pieces[0] ?? []))];
  return [
    paragraph('body', plain(lead), ...pieces.flatMap((runs, at) => [plain(`${at === 0 ? '' : ' '}(${at + 1}) `), ...runs])),
  ];
}

const titleOf = ({ task }: TaskItem): string => upperFirst(withoutDash(tidy(task.title)));

/** A piece of standing work: its name, and what was told of it. */
type Work = { readonly title: string; readonly told: readonly Run[] };

function spokenWork({ indicator, spoken, spokenSource, evidence }: IndicatorItem): Work {
  const said = tidy(spoken);
  const cited = sayCited(evidence);
  return {
    title: upperFirst(withoutDash(tidy(indicator.title))),
    told: [figure(said, spokenSource), ...(cited === '' ? stop(said) : [plain(` (${cited}).`)])],
  };
}

const standingWork = (item: TaskItem, year: number): Work => ({ title: titleOf(item), told: toldRuns(item, year) });

/**
 * Rows of a plan that are about one thing are often told in the same words: they are told once, under both names, by the row that says most. The
 * annex has each of them.
 */
function toldOnce(works: readonly Work[]): Run[][] {
  const groups: { readonly titles: string[]; told: readonly Run[]; words: string }[] = [];
  for (const { title, told } of works) {
    const words = fold(textOf(told)).replace(/[.;\s]+$/u, '');
    const known = groups.find((group) => isSaidBy(group.words, words) || isSaidBy(words, group.words));
    if (known === undefined) groups.push({ titles: [title], told, words });
    else {
      known.titles.push(title);
      if (words.length > known.words.length) Object.assign(known, { told, words });
    }
  }
  return groups.map(({ titles, told }) => [
    plain(`${titles.map((title, at) => (at === 0 ? title : midSentence(title))).join('; ')}: `),
    ...told,
  ]);
}

/** Whether the longer text begins with the whole of the other: «Rà soát 1» is not said by «Rà soát 10 thủ tục», nor by «Rà soát 1,5 …». */
function isSaidBy(longer: string, shorter: string): boolean {
  return shorter !== '' && longer.startsWith(shorter) && /^(?:$|[\s;,.:(](?!\d))/u.test(longer.slice(shorter.length));
}

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** «Kế hoạch kiểm tra của năm (thời hạn 30/04/2024, quá hạn chưa hoàn thành): Đã có dự thảo.»: a deadline only proposed is none. */
function datedRuns(item: TaskItem, year: number): Run[] {
  const { binding, lastDay, completedOn } = item.standing;
  const until = binding && lastDay !== null ? [`thời hạn ${sayDayPadded(lastDay)}`] : [];
  const status = sayTaskStatus(item);
  const done = completedOn === null ? '' : ` ngày ${sayDayPadded(completedOn)}`;
  const facts = [...until, ...(status === null ? [] : [`${midSentence(status)}${done}`])].join(', ');
  const told = isOnlyItsName(item) ? [] : toldRuns(item, year);
  const head = `${titleOf(item)}${facts === '' ? '' : ` (${facts})`}`;
  if (told.length > 0) return [plain(`${head}: `), ...told];
  const cited = sayCited(item.evidence);
  return [plain(cited === '' ? `${head}.` : `${head}: ${cited}.`)];
}

/** «Công khai ngân sách»: done, of which nothing but its own name was typed. */
function isOnlyItsName({ task, result, estimate }: TaskItem): boolean {
  const said = fold(tidy(result)).replace(/[.;\s]+$/u, '');
  return estimate === null && said !== '' && fold(withoutDash(tidy(task.title))).startsWith(said);
}

/** The lines that the official typed, each a sentence of its own; in the report of a year what is expected by 31/12 follows. */
function toldRuns({ result, source, estimate, evidence }: TaskItem, year: number): Run[] {
  const lines = linesOf(result).map(withoutDash);
  const cited = lines.length === 0 ? '' : sayCited(evidence);
  const said = lines.flatMap((line, at) => [
    figure(line, source),
    ...(at < lines.length - 1 ? [...stop(line), plain(' ')] : cited === '' ? stop(line) : [plain(` (${cited}).`)]),
  ]);
  if (estimate === null) return said;
  const text = linesOf(estimate.text).join(' ');
  const lead = `${said.length === 0 ? '' : ' '}Ước thực hiện đến 31/12/${year}: `;
  return [...said, plain(lead), figure(text, estimate.source), ...stop(text)];
}

/** «Trong kỳ không phát sinh: hòa giải ở cơ sở; …»: with its reason where one was typed. */
function nothingArose(tasks: readonly TaskItem[]): Paragraph[] {
  if (tasks.length === 0) return [];
  const names = tasks.flatMap((item, at) => {
    const lines = linesOf(item.result).map(withoutDash);
    const reason = lines.length === 0 ? [] : [plain(' ('), ...reasonRuns(lines, item), plain(')')];
    return [plain(`${at === 0 ? '' : '; '}${midSentence(titleOf(item))}`), ...reason];
  });
  return [paragraph('body', plain('Trong kỳ không phát sinh: '), ...names, plain('.'))];
}

function reasonRuns(lines: readonly string[], { source }: TaskItem): Run[] {
  return lines.flatMap((line, at) => [...(at === 0 ? [] : [plain('; ')]), figure(line, source)]);
}
