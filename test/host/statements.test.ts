import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Environment, Screen } from '../../src/host/core/environment.ts';
import { instantOfMoment } from '../../src/host/core/moment.ts';
import { openRealm } from '../../src/host/realm/realm.ts';
import { googleFor } from '../../src/host/services/google.ts';
import { SCRIPT_ZONE } from '../../src/xlsx/time-zone.ts';
import { surfaceMembers } from '../../tools/surface/members.ts';
import { surfacePage } from '../../tools/surface/page.ts';
import { STATEMENTS, unstated } from '../../tools/surface/statements.ts';
import { FACTS } from '../facts/facts.ts';
import { anEnvironment, DEMO_MOMENT } from '../helpers/environment.ts';

/** Short words for the statements; the script's person is the file's owner, `asOther` is an editor. */
const WORDS = `
const OTHER = 'can-bo@example.vn';
const ME = Session.getEffectiveUser().getEmail();
const book = () => SpreadsheetApp.getActiveSpreadsheet();
const sheet = () => book().getSheets()[0];
const at = (row, column, rows = 1, columns = 1) => sheet().getRange(row, column, rows, columns);
const put = (value) => at(1, 1).setValues([[value]]);
const get = () => at(1, 1).getValues()[0][0];
const list = (allow) => SpreadsheetApp.newDataValidation().requireValueInList(['a'], true).setAllowInvalid(allow).build();
const rule = (formula) => SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied(formula).setRanges([at(1, 1)]).build();
const tabGuards = () => sheet().getProtections(SpreadsheetApp.ProtectionType.SHEET);
const editors = () => tabGuards()[0].getEditors().map((one) => one.getEmail());
const putChart = () => sheet().insertChart(sheet().newChart().asBarChart().setTitle('a').addRange(at(1, 1, 3, 2)).build());
const chart = () => sheet().getCharts()[0];
const page = () => HtmlService.createHtmlOutputFromFile('sidebar');
const blob = () => Utilities.newBlob([1], 'a/b', 'n');
const mailTo = (to, more) => MailApp.sendEmail({ to, subject: 's', body: 'b', htmlBody: 'b', name: 'n', ...more });
`;

/** Parts of a statement that stand in another execution over the same environment. */
const ELSEWHERE: Readonly<Record<string, Partial<Environment>>> = {
  asOther: { user: 'can-bo@example.vn' },
  inEdit: { entry: 'edit' },
  withoutScreen: { screen: null, entry: 'clock' },
};

/** Runs one expression inside a fresh realm, and gives its value as JSON would carry it. */
function run(code: string): unknown {
  const screen: Screen = { answers: [], shown: [] };
  const environment = anEnvironment({ screen });
  environment.sidecar.editors.push('can-bo@example.vn');
  return within(environment, code);
}

function within(environment: Environment, code: string): unknown {
  const inner = /\b(asOther|inEdit|withoutScreen|held)\(\(\) => (.*)\)$/u.exec(
    code.replace(/\)$/u, code.startsWith('(') ? '' : ')'),
  );
  if (inner === null) return evaluated(environment, code);
  const [, how = '', part = ''] = inner;
  const before = code.slice(0, inner.index).replace(/^\(/u, '').replace(/,\s*$/u, '');
  if (before !== '') evaluated(environment, `(${before})`);
  if (how === 'held') environment.lock.heldByAnother = true;
  return within({ ...environment, ...ELSEWHERE[how] }, part);
}

function evaluated(environment: Environment, code: string): unknown {
  const script = new Script(`${WORDS}\nfunction go() { return ${code}; }`);
  const now = (): number => instantOfMoment(DEMO_MOMENT, SCRIPT_ZONE).getTime();
  const value = openRealm({ script, services: googleFor(environment), now }).call('go', []);
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

describe('what the host is held to', () => {
  it.each(STATEMENTS.map((statement) => [statement.method, statement.code, statement] as const))(
    '%s: %s',
    (_, code, statement) => {
      if ('throws' in statement) expect(() => run(code)).toThrow(statement.throws);
      else expect(run(code)).toEqual(statement.gives);
    },
  );

  it('is said of every method of the surface', () => {
    expect(unstated(surfaceMembers())).toEqual([]);
  });

  it('is about methods that the surface has', () => {
    const members = surfaceMembers();
    const strange = STATEMENTS.filter(({ method }) => {
      const [type = '', name = ''] = method.split('.');
      return type !== 'Files' && type !== 'BooleanCondition' && members.get(type)?.includes(name) !== true;
    });
    expect(strange.map(({ method }) => method)).toEqual([]);
  });

  it('is known from a public page, a document of ours or a fact', () => {
    const facts = new Set<string>(FACTS.map(({ id }) => id));
    const vague = STATEMENTS.filter(({ source }) => !/^https:\/\/\S+$|^docs\/[\w-]+\.md$/u.test(source) && !facts.has(source));
    expect(vague.map(({ method, source }) => `${method}: ${source}`)).toEqual([]);
    process.stdout.write(
      `surface: ${new Set(STATEMENTS.map(({ method }) => method)).size} methods, ${STATEMENTS.length} statements\n`,
    );
  });

  it('is listed in docs/surface.md as npm run surface writes it', () => {
    expect(readFileSync('docs/surface.md', 'utf8')).toBe(surfacePage());
  });
});
