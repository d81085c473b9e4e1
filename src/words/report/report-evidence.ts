import { type Evidence, evidenceIn, evidenceName } from '../../domain/checks/evidence.ts';
import type { ReportAnnexes } from '../../domain/report/report-model.ts';
import type { Table } from '../paper/paper.ts';
import { centred, head, plain, words } from '../paper/runs.ts';

/** The annex of what proves the report: each row by its name, its documents, files by their names, links whole. */
export function evidenceTable(items: ReportAnnexes['evidence']): Table {
  return {
    is: 'table',
    widths: [9, 41, 50],
    head: head('STT', 'Nội dung', 'Tài liệu minh chứng'),
    rows: items.map((item, at) => [
      centred(plain(String(at + 1))),
      words((item.is === 'indicator' ? item.indicator : item.task).title),
      words(evidenceIn(item.evidence).map(sayEvidence).join('; ')),
    ]),
  };
}

function sayEvidence({ is, text }: Evidence): string {
  return is === 'file' ? evidenceName(text) : text;
}
