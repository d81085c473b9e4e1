import { afterEach, it } from 'vitest';
import type { Screen } from '../../src/host/core/environment.ts';
import type { HostOptions } from '../../src/host/session.ts';
import { aHost, type HostAtWork } from '../helpers/host.ts';
import { FACTS, type FactId } from './facts.ts';

/** The one test of a fact; its name is the fact's sentence. */
export function proves(id: FactId, check: () => void | Promise<void>): void {
  it(FACTS.find((fact) => fact.id === id)?.fact ?? id, check);
}

/** The file belongs to the clerk; the others may edit it. */
export const OWNER = 'van-thu@example.vn';
export const OTHER = 'can-bo@example.vn';
export const TAB = 'Trang tính1';

/** Short words for the scripts below; `said` gives what a call throws. */
const WORDS = `
const book = () => SpreadsheetApp.getActiveSpreadsheet();
const sheet = () => book().getSheets()[0];
const at = (row, column, rows = 1, columns = 1) => sheet().getRange(row, column, rows, columns);
const put = (value) => at(1, 1).setValues([[value]]);
const get = () => at(1, 1).getValues()[0][0];
const said = (call) => { try { call(); return 'nothing'; } catch (error) { return error.name + ': ' + error.message; } };
const mailTo = (to, more) => MailApp.sendEmail({ to, subject: 's', body: 'b', htmlBody: 'b', name: 'n', ...more });
`;

const hosts: HostAtWork[] = [];

/** A host over a new workbook under a small script; it is gone when the test ends. */
export function host(code: string, options: Partial<HostOptions> = {}): HostAtWork {
  const made = aHost({ code: `${WORDS}\n${code}`, user: OWNER, screen: someone(), ...options });
  made.sidecar.editors.push(OTHER);
  hosts.push(made);
  return made;
}

/** A person at the screen who gives these answers. */
export function someone(...answers: Screen['answers']): Screen {
  return { answers, shown: [] };
}

/** Runs one expression as a menu item and gives its value. */
export function value(expression: string, options: Partial<HostOptions> = {}): unknown {
  return host(`function go() { return ${expression}; }`, options).run('go');
}

/** Runs one expression as the simple onEdit of `user` and gives its value through the log. */
export function inEdit(expression: string, user = OWNER): string {
  const edited = host(`function onEdit(e) { console.log(String(${expression})); }`);
  edited.setUser(user);
  edited.type({ tab: TAB, row: 1, column: 1, rows: [['a']] });
  return edited.logged().join('\n');
}

/** Runs one expression as a clock trigger and gives its value through the log. */
export function inTrigger(expression: string, options: Partial<HostOptions> = {}): string {
  const run = host(`function daily() { console.log(String(${expression})); }`, options);
  run.sidecar.triggers.push({ handler: 'daily', user: OWNER, atHour: 7, everyDays: 1 });
  const [fired] = run.passDay(run.now().day);
  return fired?.failure ?? run.logged().join('\n');
}

afterEach(() => {
  for (const made of hosts.splice(0)) made.remove();
});
