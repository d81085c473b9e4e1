import { isSampleWorkbook } from '../../host/core/office.ts';
import { WORKBENCH_BUSY } from '../../words/pages/workbench-server.ts';
import type { WorkbookSession } from './session-state.ts';
import { atWork } from './workbook-session.ts';

/**
 * Runs what people have set to run by the clock (the daily mail), while the program is open. Not where another day is played than the real one,
 * nor while a script waits for a person.
 */
export function runByClock(session: WorkbookSession): void {
  const { host } = session.book;
  if (session.start.today !== null || session.dialogs.open() || isSampleWorkbook(host.model)) return;
  if (host.sidecar.triggers.length === 0) return;
  const fired = atWork(session, { window: '', busy: WORKBENCH_BUSY.clock, isScript: true }, () => host.fireDue(session.fired));
  const failures = fired.flatMap(({ failure }) => (failure === null ? [] : [failure]));
  if (failures.length > 0) session.say({ is: 'log', lines: failures });
}
