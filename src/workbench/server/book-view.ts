import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openFirst } from '../../domain/period/calendar.ts';
import type { MenuItem } from '../../host/core/environment.ts';
import { findLibreOffice } from '../../host/core/libre-office.ts';
import { bookOf, isSampleWorkbook } from '../../host/core/office.ts';
import type { Host } from '../../host/host.ts';
import { sayDay } from '../../words/core/day.ts';
import { PDF_SENTENCES } from '../../words/host/local.ts';
import { PERIODS } from '../../workbook/tabs/periods.ts';
import type { BookView, FileView, MenuView } from '../protocol.ts';
import { fileAddress } from './file-address.ts';
import { CONSOLIDATED, listFiles } from './files/files.ts';
import type { Looks } from './paint/looks.ts';
import { peopleOf } from './people/people.ts';
import { tabHead } from './tab-view.ts';

/** What a view of the workbook is made from. */
export type OpenBook = {
  readonly host: Host;
  readonly workspace: string;
  readonly fileKey: string;
  readonly workbook: string;
  readonly version: number;
  readonly looks: Looks;
  readonly menu: MenuView;
  readonly notes: readonly string[];
  /** The workspace was empty: the person is offered what to begin with. */
  readonly welcome: boolean;
};

/** The workbook as the person of a window sees it. */
export function bookView(
  { host, workspace, workbook, fileKey, version, looks, menu, notes, welcome }: OpenBook,
  user: string,
): BookView {
  return {
    name: basename(workbook).replace(/\.xls[xm]$/iu, ''),
    version,
    today: sayDay(host.now().day),
    sample: isSampleWorkbook(host.model),
    tabs: host.model.sheets.map(tabHead),
    looks: [...looks.all],
    menu,
    people: peopleOf(host.model, host.now().day),
    user,
    openPeriods: openFirst(bookOf(host.model, [PERIODS]).plan.periods, host.now().day).map(({ name }) => name),
    files: fileViews(workspace, workbook, fileKey),
    noPdf: findLibreOffice(process.env['SOFFICE']) === null ? PDF_SENTENCES.none : null,
    workbooks: workbooksIn(workspace).filter((name) => name !== workbook),
    notes,
    welcome,
  };
}

/** The workbooks that lie in the workspace itself, the one that was written last first. */
export function workbooksIn(workspace: string): string[] {
  const written = (name: string): number => statSync(join(workspace, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return readdirSync(workspace)
    .filter((name) => /^[^.~].*\.xls[xm]$/iu.test(name))
    .sort((one, other) => written(other) - written(one) || one.localeCompare(other));
}

/** The files of a workbook, newest first. */
export function fileViews(workspace: string, workbook: string, fileKey: string): FileView[] {
  return listFiles(workspace, workbook)
    .flatMap((path): FileView[] => {
      const found = statSync(join(workspace, path), { throwIfNoEntry: false });
      if (found === undefined) return [];
      return [
        { path, address: fileAddress(fileKey, path), kind: kindOf(path), bytes: found.size, changed: found.mtime.toISOString() },
      ];
    })
    .sort((a, b) => b.changed.localeCompare(a.changed) || a.path.localeCompare(b.path));
}

function kindOf(path: string): FileView['kind'] {
  if (path.endsWith('.eml')) return 'letter';
  if (path.endsWith('.txt')) return 'left';
  if (path.endsWith('.docx')) return 'report';
  if (path.endsWith('.zip')) return 'package';
  if (path === CONSOLIDATED) return 'consolidated';
  return path.includes('/') || !path.endsWith('.xlsx') ? 'other' : 'workbook';
}

/** What has a meaning on Google alone; a PDF of any document is made here from the list of files. */
const ON_GOOGLE_ALONE = ['menuSelfTest', 'menuReportPdf'];

/** The menu that the script hangs up, without what needs Google; one without a caption is a line between. */
export function menuView({ caption, functionName, items }: MenuItem): MenuView {
  const here = items.filter((item) => item.functionName === null || !ON_GOOGLE_ALONE.includes(item.functionName));
  return { caption, run: functionName, items: here.map(menuView) };
}

/** The caption of a function that is in the menu; `null` for one that is not. */
export function captionOf({ caption, run, items }: MenuView, wanted: string): string | null {
  if (run === wanted) return caption;
  return items.map((item) => captionOf(item, wanted)).find((found) => found !== null) ?? null;
}
