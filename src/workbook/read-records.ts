import { parseDay } from '../domain/day.ts';
import type { LogRow } from '../domain/journal.ts';
import { tidy } from '../domain/word.ts';
import { codeOf, DEED_LABELS } from '../words/labels.ts';
import type { FrozenFact, MailRow, ReportRow } from './book.ts';
import { type Reading, readRows } from './read-rows.ts';
import type { TabTable } from './table.ts';
import { FROZEN, JOURNAL, MAILS, REPORTS } from './tabs/records.ts';

/**
 * The mail ledger; a mail whose state cannot be read is in doubt, so that it is never sent a second time. Its id starts with
 * its day, so a day that somebody broke by hand does not make the mail unknown either.
 */
export function readMails(table: TabTable | undefined, reading: Reading): MailRow[] {
  return readRows(MAILS, table, reading).flatMap(({ id, recipient, day, items, hash, state, note }) => {
    const on = day ?? parseDay(tidy(id).slice(0, 10));
    return on === null
      ? []
      : [{ id: tidy(id), recipient, day: on, items: itemsIn(items), hash, state: state ?? 'in-doubt', note }];
  });
}

function itemsIn(cell: string): string[] {
  return cell.split('\n').filter((item) => item !== '');
}

/** The frozen facts of closed periods. */
export function readFrozen(table: TabTable | undefined, reading: Reading): FrozenFact[] {
  return readRows(FROZEN, table, reading).flatMap(({ period, version, id, field, raw, level, result, at }) =>
    version === null ? [] : [{ period: tidy(period), version, id: tidy(id), field, raw, level, result, on: at?.day ?? null }],
  );
}

/** The reports made so far. */
export function readReports(table: TabTable | undefined, reading: Reading): ReportRow[] {
  return readRows(REPORTS, table, reading).flatMap(({ period, version, file, url, hash, build, at, record }) =>
    version === null
      ? []
      : [{ period: tidy(period), version, file, url, hash, build, madeOn: at?.day ?? null, record: record ?? '' }],
  );
}

/** What was done and found, oldest first. */
export function readJournal(table: TabTable | undefined, reading: Reading): LogRow[] {
  return readRows(JOURNAL, table, reading).map(({ row, at, who, what, place, before, after, note }) => ({
    row,
    at,
    who,
    deed: codeOf(DEED_LABELS, what),
    place: tidy(place),
    before,
    after,
    note,
  }));
}
