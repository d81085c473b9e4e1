import type { InspectionCounts } from '../../domain/inspections/recommendation.ts';
import type { RecommendationItem } from '../../domain/report/report-model.ts';
import { sayDayPadded } from '../core/day.ts';
import { INSPECTION_KIND_LABELS, RECOMMENDATION_LABELS } from '../core/labels.ts';
import { sayInspections } from '../inspections/counts.ts';
import type { Paragraph, Table } from '../paper/paper.ts';
import { cell, centred, figure, head, paragraph, plain, typedRuns, words } from '../paper/runs.ts';

/** What inspections, dialogues and polls came to, in one sentence. */
export function inspectionsParagraph(counts: InspectionCounts): Paragraph {
  return paragraph('body', plain(sayInspections(counts, 'Trong kỳ')));
}

/** The annex of recommendations: each with who mends it, by when, and where it stands. */
export function recommendationTable(items: readonly RecommendationItem[]): Table {
  return {
    is: 'table',
    widths: [5, 21, 29, 16, 10, 10, 13],
    head: head(
      'STT',
      'Cuộc kiểm tra, giám sát',
      'Tồn tại, kiến nghị',
      'Trách nhiệm khắc phục',
      'Hạn',
      'Khắc phục xong',
      'Tình trạng',
    ),
    rows: items.map(({ row, state }, at) => [
      centred(plain(String(at + 1))),
      words(sayInspection(row)),
      cell(...typedRuns(row.finding, { of: 'recommendation', id: row.id, period: '', field: 'finding' })),
      words(row.lead),
      centred(...sayCell(row, 'dueOn')),
      centred(...sayCell(row, 'fixedOn')),
      centred(plain(RECOMMENDATION_LABELS[state])),
    ]),
  };
}

function sayInspection({ inspection, kind, by, foundOn }: RecommendationItem['row']): string {
  const parts = [
    inspection,
    kind === null ? '' : INSPECTION_KIND_LABELS[kind],
    by,
    foundOn === null ? '' : sayDayPadded(foundOn),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function sayCell(row: RecommendationItem['row'], field: 'dueOn' | 'fixedOn') {
  const day = row[field];
  return day === null ? [] : [figure(sayDayPadded(day), { of: 'recommendation', id: row.id, period: '', field })];
}
