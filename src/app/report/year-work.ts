import { byOfficial, type Duty, isDutyOf, yearWork } from '../../domain/judging/year-work.ts';
import { leadsOf } from '../../domain/plan/leads.ts';
import { isSample, rolesOf } from '../../domain/plan/settings.ts';
import { csvBytes } from '../../paper/sheet/csv.ts';
import { spreadsheetOf } from '../../paper/sheet/spreadsheet.ts';
import { EXPORT_COLUMNS, exportRow, sayYearWork, YEAR_WORK } from '../../words/report/papers/year-work.ts';
import { PAPER_REFUSALS } from '../../words/report/papers.ts';
import type { Book } from '../../workbook/core/book.ts';
import { knownPeriod, openBook } from '../base/open-book.ts';
import { CSV, type Ports, XLSX } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { mayKeepPlan } from '../base/roles.ts';
import type { PapersReply } from '../replies/actions.ts';
import { handedOver } from './hand-over.ts';

type Wanted = { readonly year: number; readonly role: string };
type Asked = { readonly period: string; readonly role: string };

/**
 * The work of the year of a period by official, as a table for the yearly assessment and as an export with stable ids for the program that rates officials. A keeper has
 * it of everybody (`role` '') or of one post; anybody else of his own posts alone.
 */
export function makeYearWork(ports: Ports, { period, role }: Asked): PapersReply {
  const book = openBook(ports);
  const { year } = knownPeriod(book, period);
  const today = ports.clock.today();
  const duties = dutiesFor(ports, book, { year, role });
  if (duties.length === 0) refuse(YEAR_WORK.nothing(year));
  const paper = sayYearWork(byOfficial(book.plan, duties), { year, asOf: today, sample: isSample(book.plan) });
  const rows = duties.map(exportRow);
  const files = [
    { name: YEAR_WORK.paper(year, role, today), bytes: ports.docx.toDocx(paper) },
    {
      name: YEAR_WORK.workbook(year, role),
      bytes: spreadsheetOf([{ name: String(year), title: YEAR_WORK.title(year), columns: EXPORT_COLUMNS, rows }]),
      mimeType: XLSX,
    },
    {
      name: YEAR_WORK.csv(year, role),
      bytes: csvBytes([EXPORT_COLUMNS.map(({ title }) => title), ...rows]),
      mimeType: CSV,
    },
  ];
  return { ...handedOver(ports.documents, files), text: null, layout: [] };
}

function dutiesFor({ who, clock }: Ports, book: Book, { year, role }: Wanted): Duty[] {
  const today = clock.today();
  const own = rolesOf(book.plan, who.email(), today);
  const isKeeper = mayKeepPlan(book.plan, who.email(), today);
  const all = yearWork(book, { year, today });
  if (role.trim() === '') {
    if (isKeeper) return all;
    const known = [...new Set(book.plan.tasks.flatMap(({ lead }) => leadsOf(lead)))];
    return own.length === 0 ? refuse(PAPER_REFUSALS.whichRole(known)) : all.filter((duty) => isDutyOf(duty, own));
  }
  const isOwn = isDutyOf({ post: role }, own);
  return isOwn || isKeeper ? all.filter((duty) => isDutyOf(duty, [role])) : refuse(PAPER_REFUSALS.notOwnRole);
}
