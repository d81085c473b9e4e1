import type { GivenValue, ScoreFigure, ScoreRow } from '../../domain/scores/criterion.ts';
import { type Band, bandOf, rounded, type Score, type ScoreSheet, type ScoreState } from '../../domain/scores/score.ts';
import { NO, SCORE_STATE_LABELS, YES } from '../core/labels.ts';
import { readNumber, sayPercent } from '../core/number.ts';

/** «6,5», «72,25», «3»: points as a set of criteria writes them. */
export function sayPoints(points: number): string {
  return String(Math.round(points * 100) / 100).replace('.', ',');
}

/** «98,5% (197/200)», «3», «có»: the figure a score is counted from, and where it was found. */
export function sayFigure({ value, of, from }: ScoreFigure): string {
  const source = from === '' ? '' : `, ${from}`;
  return `${sayValue(value, of)}${source}`;
}

function sayValue(value: GivenValue, of: number | null): string {
  if (value.is === 'yes') return YES;
  if (value.is === 'no') return NO;
  if (value.is === 'unreadable') return `«${value.text}»`;
  const [part = 0, ...more] = value.numbers;
  if (of === null || of === 0 || more.length > 0) return value.numbers.map((each) => sayPoints(each)).join('; ');
  return `${sayPercent((100 * part) / of)} (${sayPoints(part)}/${sayPoints(of)})`;
}

const TELLINGS: Readonly<Record<ScoreState, (score: Score) => string>> = {
  full: ({ max }) => `đủ ${sayPoints(max)} điểm`,
  partly: ({ self, max }) => `${sayPoints(self)}/${sayPoints(max)} điểm, mất ${sayPoints(rounded(max - self))}`,
  zero: ({ max, row }) =>
    row.declared === 'nothing'
      ? `không phát sinh; bộ tiêu chí không cho điểm khi không phát sinh, tính 0/${sayPoints(max)} điểm`
      : `0/${sayPoints(max)} điểm theo số liệu`,
  unproved: ({ raw, max }) => `chưa có minh chứng nên tính 0 điểm; có minh chứng thì được ${sayPoints(raw)}/${sayPoints(max)}`,
  'no-data': ({ max }) => `chưa có số liệu, đang tính 0/${sayPoints(max)} điểm`,
  excluded: () => 'không tính vào điểm tối đa',
  'by-others': ({ reached, max }) =>
    `cơ quan thẩm định chấm, tối đa ${sayPoints(max)}${reached === 0 ? '' : `, đã cho ${sayPoints(reached)}`}`,
  unusable: () => 'kết quả không hợp với cách chấm, đang tính 0 điểm',
  group: ({ self, max }) => `${sayPoints(self)}/${sayPoints(max)} điểm`,
};

/** `Diễn giải` of a criterion. */
export function sayScore(score: Score): string {
  return TELLINGS[score.state](score);
}

/** «Năm 2025: tự chấm 61,5/75 điểm …; còn lấy lại được …» */
export function sayTotal({ year, total, leaves }: ScoreSheet, bands: readonly Band[]): string {
  const own = leaves.filter(({ state }) => state !== 'by-others');
  const max = rounded(own.reduce((all, score) => all + score.max, 0));
  const unproved = own.filter(({ state }) => state === 'unproved').reduce((all, { raw }) => all + raw, 0);
  const band = bandOf(total, total.reached, bands);
  const proof = unproved === 0 ? '' : `; ${sayPoints(rounded(unproved))} điểm ${SCORE_STATE_LABELS.unproved.toLowerCase()}`;
  const grade = band === null ? '' : `; mức ${band.name}`;
  return `Năm ${year}: tự chấm ${sayPoints(total.self)}/${sayPoints(max)} điểm${proof}; điểm đạt ${sayPoints(total.reached)}/${sayPoints(total.max)}${grade}.`;
}

/** «Xuất sắc: 90; Tốt: 80»: bands in percent of the maximum; what cannot be read is none. */
export function readBands(text: string): Band[] {
  return text.split(/[;\n]/u).flatMap((part) => {
    const [name = '', from = ''] = part.split(':');
    const read = readNumber(from.trim(), 'vi');
    return name.trim() !== '' && read.ok ? [{ name: name.trim(), from: read.value }] : [];
  });
}

/** How deep a criterion stands: «1.1.2» is the third level. */
export function levelOf({ id }: Pick<ScoreRow, 'id'>): number {
  return id.split('.').length;
}
