import { parseDay } from '../../domain/core/day.ts';
import { tidy } from '../../domain/core/word.ts';
import type { LogRow } from '../../domain/history/journal.ts';
import { codeOf, OPERATION_LABELS } from '../../words/core/labels.ts';
import type { FrozenFact, MailRow, ReportRow } from '../core/book.ts';
import { unpackItems } from '../core/mail-items.ts';
import type { TabTable } from '../core/tab.ts';
import { FROZEN, JOURNAL, MAILS, REPORTS } from '../tabs/records.ts';
import { type Reading, readRows } from './read-rows.ts';

/**
 * The mail ledger; a mail whose state cannot be read is in doubt, so that it is never sent a second time. Its id starts with
 * its day, so a day that somebody broke by hand does not make the mail unknown either, nor does a row that somebody copied.
 */
export function readMails(table: TabTable | undefined, reading: Reading): MailRow[] {
  const all = table === undefined ? undefined : { ...table, spec: { ...table.spec, rowKey: [] } };
  return readRows(MAILS, all, reading).flatMap(({ id, recipient, day, items, hash, state, note }) => {
    const on = day ?? parseDay(tidy(id).slice(0, 10));
    return on === null
      ? []
      : [{ id: tidy(id), recipient, day: on, items: unpackItems(items), hash, state: state ?? 'in-doubt', note }];
  });
}

/** The frozen facts of closed periods. */
export function readFrozen(table: TabTable | undefined, reading: Reading): FrozenFact[] {
  return readRows(FROZEN, table, reading).flatMap(({ period, version, id, field, raw, level, result, at }) =>
    version === null ? [] : [{ period: tidy(period), version, id: tidy(id), field, raw, level, result, on: at?.day ?? null }],
  );
}

/** The reports made so far. */
export function readReports(table: TabTable | undefined, reading: Reading): ReportRow[] {
  return readRows(REPORTS, table, reading).flatMap(({ version, at, record, recordMore, ...row }) => {
    const { period, file, url, hash, build, printed, who } = row;
    const kept = { file, url, hash, build, printed, who, madeOn: at?.day ?? null, record: `${record ?? ''}${recordMore ?? ''}` };
    return version === null ? [] : [{ period: tidy(period), version, ...kept }];
  });
}

/** What was done and found, oldest first. */
export function readJournal(table: TabTable | undefined, reading: Reading): LogRow[] {
  return readRows(JOURNAL, table, reading).map(({ row, at, who, what, place, before, after, note }) => ({
    row,
    at,
    who,
    operation: codeOf(OPERATION_LABELS, what),
    place: tidy(place),
    before,
    after,
    note,
  }));
}
