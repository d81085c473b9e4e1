import { fold, tidy } from '../../domain/core/word.ts';
import { answerWord, isAnswerUnit } from '../../domain/plan/answer-code.ts';
import type { FigureNode, FigureParagraph, IndicatorItem } from '../../domain/report/report-model.ts';
import { measuredValue } from '../../domain/report/report-trend.ts';
import { sayDayPadded } from '../core/day.ts';
import type { Paragraph, Run } from '../paper/paper.ts';
import { blank, paragraph, plain, stop, withoutDash } from '../paper/runs.ts';
import { sayCited } from './cited.ts';
import { nameAsPart, shortName } from './part-names.ts';
import { indicatorSentence } from './report-indicator.ts';
import { measuredCell, sayTrend } from './report-measured.ts';
import { midSentence, upperFirst } from './sentence.ts';

/**
 * The paragraph of a whole and its parts with the rates made of them, or of rates alone; one movement is told in it. A single
 * count that the words typed in the section tell already («phát 51 tin, bài») is not told again.
 */
export function figureParagraphs({ trees: all, rates, compared }: FigureParagraph, typed: readonly string[]): Paragraph[] {
  const trees = all.filter((tree) => tree.parts.length > 0 || !typed.some((text) => tells(text, tree.item)));
  if (trees.length + rates.length === 0) return [];
  const isCounted = trees.length > 0;
  const counts = trees.flatMap((tree, at) => [
    ...(at === 0 ? [] : [plain('; ')]),
    ...treeRuns(tree, { compared, isFirst: at === 0 }),
  ]);
  const cited = [...new Set(trees.flatMap(citedIn))].join('; ');
  const proved = cited === '' ? counts : [...counts, plain(`; theo ${cited}`)];
  const sentences = rates.map((rate) => indicatorSentence(rate, { isCompared: rate === compared, parts: !isCounted }));
  const said = [...(isCounted ? [[...proved, ...stop(proved[proved.length - 1]?.text ?? '')]] : []), ...sentences];
  return [paragraph('body', ...said.flatMap((runs, at) => (at === 0 ? runs : [plain(gapBehind(said[at - 1] ?? [])), ...runs])))];
}

/** A sentence that ends with a blank to fill has its stop only where another follows. */
const gapBehind = (before: readonly Run[]): string => (before[before.length - 1]?.missing === true ? '. ' : ' ');

/** The documents that its rows name as their proof. */
function citedIn({ item, parts }: FigureNode): string[] {
  return [sayCited(item.evidence), ...parts.flatMap(citedIn)].filter((cited) => cited !== '');
}

function tells(text: string, item: IndicatorItem): boolean {
  const number = measuredCell(item)?.text ?? '';
  const unit = item.indicator.unit.trim();
  return number !== '' && unit !== '' && ` ${fold(text)}`.includes(` ${number} ${fold(unit)}`);
}

type Telling = { readonly compared: IndicatorItem | null; readonly isFirst: boolean };

/** «Tổng số hồ sơ TTHC phải giải quyết: 1.298 hồ sơ, gồm: tồn từ kỳ trước 38 hồ sơ, tiếp nhận mới 1.260 hồ sơ (trong đó trực tuyến 905)». */
function treeRuns({ item, parts }: FigureNode, { compared, isFirst }: Telling): Run[] {
  const hasSum = parts.some(({ role }) => role === 'part');
  const name = nameOf(item);
  if (isNone(item)) return [plain(`${isFirst ? upperFirst(name) : name}: không phát sinh`)];
  const title = hasSum && !/^tổng/iu.test(name) ? `tổng số ${name}` : name;
  const lead = plain(`${isFirst ? upperFirst(title) : title}: `);
  const moves = item === compared && !isAnswerUnit(item.indicator.unit);
  const moved = moves && item.trend !== null ? [plain(` (${sayTrend(item.trend, item.indicator)})`)] : [];
  return [lead, ...countRuns(item, true), ...moved, ...partRuns(parts, item)];
}

/** Parts after a comma; what has parts of its own and is no part of the sum is a clause of its own. */
function partRuns(parts: readonly FigureNode[], whole: IndicatorItem): Run[] {
  const clauses = parts.filter(({ role, parts: own }) => role === 'of-which' && own.length > 0);
  const [sum, some] = (['part', 'of-which'] as const).map((wanted) =>
    parts.filter((node) => node.role === wanted && !clauses.includes(node)),
  );
  return [
    ...listRuns(', gồm: ', sum ?? [], whole),
    ...listRuns(', trong đó ', some ?? [], whole),
    ...clauses.flatMap(({ item, parts: own }) => [
      plain(`; ${nameOf(item)}: `),
      ...countRuns(item, true),
      ...partRuns(own, item),
    ]),
  ];
}

function listRuns(lead: string, nodes: readonly FigureNode[], whole: IndicatorItem): Run[] {
  return nodes.flatMap(({ item, parts }, at) => [
    plain(`${at === 0 ? lead : ', '}${partName(item, whole)} `),
    ...countRuns(item, true),
    ...(parts.length === 0 || isNone(item) ? [] : innerRuns(parts, item)),
  ]);
}

/** What is still further down stands in brackets and without its unit. */
function innerRuns(parts: readonly FigureNode[], whole: IndicatorItem): Run[] {
  const flat = (node: FigureNode): FigureNode[] => [node, ...node.parts.flatMap(flat)];
  const all = parts.flatMap(flat);
  const lead = parts.some(({ role }) => role === 'part') ? '' : 'trong đó ';
  return [
    plain(` (${lead}`),
    ...all.flatMap(({ item }, at) => [plain(`${at === 0 ? '' : ', '}${partName(item, whole)} `), ...countRuns(item, false)]),
    plain(')'),
  ];
}

function nameOf({ indicator }: IndicatorItem): string {
  return midSentence(shortName(withoutDash(tidy(indicator.title))));
}

const partName = (part: IndicatorItem, whole: IndicatorItem): string => nameAsPart(nameOf(part), nameOf(whole));

function isNone({ judgement: { measured }, indicator: { unit } }: IndicatorItem): boolean {
  return measured !== null && !isAnswerUnit(unit) && measuredValue(measured) === 0;
}

/** The number with its unit, a blank where nobody has told it, and the day it counts to where that is not the report's. */
function countRuns(item: IndicatorItem, withUnit: boolean): Run[] {
  // A rate carries its sign already.
  const { unit: measure } = item.indicator;
  if (isAnswerUnit(measure)) return [answerRun(item)];
  const named = measure === '%' ? '' : measure;
  const unit = withUnit && named !== '' ? [plain(` ${named}`)] : [];
  const until = item.dataAsOf === null ? [] : [plain(` (số liệu đến ngày ${sayDayPadded(item.dataAsOf)})`)];
  return [measuredCell(item) ?? blank(), ...unit, ...until];
}

/** «có», «phát phiếu»: an answer is told in words, and its code stands in the form. */
function answerRun({ judgement: { measured }, indicator: { unit } }: IndicatorItem): Run {
  if (measured === null) return blank();
  const value = measuredValue(measured);
  const word = measured.kind === 'grade' ? measured.grade : value === null ? null : answerWord(unit, value);
  return word === null ? blank() : plain(midSentence(tidy(word)));
}
