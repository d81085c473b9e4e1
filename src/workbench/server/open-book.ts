import { join } from 'node:path';
import { DEMO_DAY } from '../../host/core/demonstration.ts';
import type { Screen } from '../../host/core/environment.ts';
import { type Moment, momentOf } from '../../host/core/moment.ts';
import { isSampleWorkbook, sampleDayOf } from '../../host/core/office.ts';
import { type Host, openHost } from '../../host/host.ts';
import { sayRecovery } from '../../host/recovery.ts';
import type { MenuView } from '../protocol.ts';
import { placesOf } from './files/files.ts';
import { columnsOf, type Opened } from './kept.ts';
import { type Watch, watchBook } from './lines/changed-lines.ts';
import { type LineLog, newLineLog } from './lines/line-log.ts';
import { newUndoList, type UndoList } from './lines/undo-list.ts';
import { type Looks, newLooks } from './paint/looks.ts';
import { peopleOf } from './people/people.ts';

/** The workbook that is open, with all that ends with it. */
export type Book = {
  readonly host: Host;
  readonly workbook: string;
  /** The version from which pages see it. */
  readonly openedAs: number;
  /** From which version on it is the same workbook with the same columns. */
  readonly opened: Opened;
  readonly looks: Looks;
  readonly undoList: UndoList;
  readonly lines: LineLog;
  watch: Watch;
  menu: MenuView;
  notes: readonly string[];
  /** As the windows were told last. */
  people: string;
};

export type Opening = {
  readonly workspace: string;
  readonly workbook: string;
  readonly today: string | null;
  readonly smtpUrl: string | null;
  readonly screen: Screen;
  /** The first version in which pages see it. */
  readonly version: number;
  /** Of an earlier run of the program, which windows may still show. */
  readonly before?: Opened | null;
  /** A new workbook, where there is none of that name. */
  readonly create?: boolean;
  readonly notes: readonly string[];
  /** Another script than the one of `dist/`. */
  readonly code?: string;
};

/** Opens a workbook of the workspace for as long as people work on it. Throws `Unusable`. */
export function openBook(opening: Opening): Book {
  const { workspace, workbook, today, smtpUrl, screen, version, before = null, create = false, notes, code } = opening;
  const { reports, letters } = placesOf(workbook);
  const host = openHost({
    workbook: join(workspace, workbook),
    outDir: join(workspace, reports),
    mailDir: join(workspace, letters),
    user: '',
    now: momentOf(today ?? DEMO_DAY),
    smtpUrl,
    screen,
    create,
    ...(code === undefined ? {} : { code }),
  });
  host.setNow(momentNow(host, today));
  const columns = columnsOf(host.model);
  const isSame = before !== null && before.workbook === workbook && before.columns === columns && before.from < version;
  const opened: Opened = { workbook, columns, from: isSame ? before.from : version };
  return {
    host,
    workbook,
    openedAs: version,
    opened,
    looks: newLooks(),
    undoList: newUndoList(),
    lines: newLineLog(version, opened.from),
    watch: watchBook(host),
    menu: { caption: '', run: null, items: [] },
    notes: [...notes, ...sayRecovery(host.recovered)],
    people: JSON.stringify(peopleOf(host.model, host.now().day)),
  };
}

/** The day that is played: the one that was asked for, else the demonstration's for its figures, else the real one. */
export function momentNow(host: Host, today: string | null): Moment {
  return momentOf(today ?? (isSampleWorkbook(host.model) ? sampleDayOf(host.model) : null));
}
