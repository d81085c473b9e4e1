/** What each entry point may do, whose name it bears, and where there is a screen. */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect } from 'vitest';
import { ensureBuilt } from '../helpers/built.ts';
import { SPREADSHEET_SCOPE } from '../helpers/environment.ts';
import { host, inEdit, inTrigger, OTHER, OWNER, proves, someone, value } from './proves.ts';

beforeAll(ensureBuilt);

const REFUSED = 'You do not have permission to call';

/** The real manifest without one scope. */
function lacking(scope: string): { manifest: string } {
  const held = JSON.parse(readFileSync('appsscript.json', 'utf8'));
  const oauthScopes = held.oauthScopes.filter((listed: string) => !listed.endsWith(`/${scope}`));
  expect(oauthScopes.length).toBe(held.oauthScopes.length - 1);
  return { manifest: JSON.stringify({ ...held, oauthScopes }) };
}

const asked = (scope: string): string => `(https://www.googleapis.com/auth/${scope}`;
const FILE =
  "Drive.Files.create({ name: 'a.txt', mimeType: 'text/plain' }, Utilities.newBlob([1], 'text/plain', 'a'), { fields: 'id' }).id";
const ALERT = "SpreadsheetApp.getUi().alert('a', 'b', SpreadsheetApp.getUi().ButtonSet.OK)";
const EVERYTHING = `[
  MailApp.getRemainingDailyQuota(), ${FILE}, ScriptApp.getProjectTriggers().length, Session.getEffectiveUser().getEmail(), put(1)
].length`;

describe('what an entry point may do', () => {
  proves('open-menu', () => {
    const screen = someone();
    host("function onOpen() { SpreadsheetApp.getUi().createMenu('m').addItem('i', 'go').addToUi(); }", { screen }).run('onOpen');
    expect(screen.shown).toMatchObject([{ kind: 'menu', items: [{ functionName: 'go' }] }]);
  });
  proves('open-no-pages', () => {
    const code = "function onOpen() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar')); }";
    expect(() => host(code).run('onOpen')).toThrow(`${REFUSED} Ui.showSidebar`);
  });
  proves('simple-no-dialogs', () => expect(inEdit(`said(() => ${ALERT})`)).toContain(`${REFUSED} Ui.alert`));
  proves('simple-no-mail', () => expect(inEdit("said(() => mailTo('a@b.vn'))")).toContain(`${REFUSED} MailApp.sendEmail`));
  proves('simple-no-files', () => expect(inEdit(`said(() => ${FILE})`)).toContain(`${REFUSED} drive.files.create`));
  proves('simple-no-triggers', () =>
    expect(inEdit('said(() => ScriptApp.getProjectTriggers())')).toContain(`${REFUSED} ScriptApp.getProjectTriggers`),
  );
  proves('simple-bound-file', () => expect(inEdit("(at(5, 5).setValues([['x']]), at(5, 5).getValues())")).toBe('x'));
  const SMALL = `[
    PropertiesService.getDocumentProperties().setProperty('a', 'b').getProperty('a'),
    CacheService.getScriptCache().getAll(['a']).a, LockService.getScriptLock().tryLock(1),
    Utilities.formatDate(new Date(0), 'UTC', 'yyyy'),
  ]`;
  proves('simple-small-services', () => expect(inEdit(SMALL)).toBe('b,,true,1970'));
  proves('full-menu', () => expect(value(EVERYTHING)).toBe(5));
  proves('full-page', () => expect(host(`function go() { return ${EVERYTHING}; }`).page('go')).toBe(5));
  proves('full-trigger', () => expect(inTrigger(EVERYTHING)).toBe('5'));

  proves('scope-mail', () =>
    expect(() => value('MailApp.getRemainingDailyQuota()', lacking('script.send_mail'))).toThrow(asked('script.send_mail')),
  );
  proves('scope-triggers', () =>
    expect(() => value('ScriptApp.getProjectTriggers()', lacking('script.scriptapp'))).toThrow(asked('script.scriptapp')),
  );
  proves('scope-drive', () => expect(() => value(FILE, lacking('drive.file'))).toThrow(asked('drive.file')));
  proves('scope-ui', () => expect(() => value(ALERT, lacking('script.container.ui'))).toThrow(asked('script.container.ui')));
  proves('scope-email', () =>
    expect(() => value('Session.getActiveUser().getEmail()', lacking('userinfo.email'))).toThrow(asked('userinfo.email')),
  );
  proves('scope-spreadsheet', () =>
    expect(() => value('sheet()', lacking(SPREADSHEET_SCOPE))).toThrow(asked('spreadsheets.currentonly')),
  );
  proves('scope-none', () => {
    const small = `[PropertiesService.getDocumentProperties().getProperty('a'), CacheService.getScriptCache().getAll(['a']).a,
      LockService.getScriptLock().tryLock(1), Utilities.newBlob([1], 'a', 'b').getName()]`;
    expect(value(small, { manifest: '{}' })).toEqual([null, undefined, true, 'b']);
  });
  proves('scope-trigger-words', () =>
    expect(inTrigger('said(() => MailApp.getRemainingDailyQuota())', lacking('script.send_mail'))).toContain(
      `The script does not have permission to perform that action. Required permissions: ${asked('script.send_mail')}`,
    ),
  );
  proves('currentonly-in-trigger', () => expect(inTrigger('book().getSheets().length')).toBe('1'));
});

describe('who it is', () => {
  const BOTH = '[Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]';
  proves('menu-person', () => {
    const menu = host(`function go() { return ${BOTH}; }`);
    menu.setUser(OTHER);
    expect(menu.run('go')).toEqual([OTHER, OTHER]);
  });
  proves('page-person', () => {
    const page = host(`function go() { return ${BOTH}; }`);
    page.setUser(OTHER);
    expect(page.page('go')).toEqual([OTHER, OTHER]);
  });
  proves('edit-other-blank', () => expect(inEdit(`${BOTH}.join('/')`, OTHER)).toBe('/'));
  proves('edit-owner-named', () => expect(inEdit(`${BOTH}.join('/')`, OWNER)).toBe(`${OWNER}/${OWNER}`));
  const created = (expression: string): string => {
    const run = host(`function daily() { console.log(${expression}); }
      function turnOn() { ScriptApp.newTrigger('daily').timeBased().atHour(7).everyDays(1).create(); }`);
    run.setUser(OTHER);
    run.run('turnOn');
    run.setUser(OWNER);
    run.passDay(run.now().day);
    return run.logged().join();
  };
  proves('trigger-creator', () => expect(created('Session.getEffectiveUser().getEmail()')).toBe(OTHER));
  proves('trigger-active', () => expect(created('Session.getActiveUser().getEmail()')).toBe(OTHER));
  proves('mail-sender', () => {
    const run = host("function go() { mailTo('chu-tich@example.vn'); }");
    run.setUser(OTHER);
    run.run('go');
    const [letter = ''] = readdirSync(`${run.folder}/thu`);
    expect(readFileSync(`${run.folder}/thu/${letter}`, 'utf8')).toMatch(new RegExp(`^From: .*<${OTHER}>`, 'mu'));
  });
});

describe('where there is a screen', () => {
  proves('no-ui-in-trigger', () =>
    expect(inTrigger('said(() => SpreadsheetApp.getUi())')).toBe(
      'Exception: Cannot call SpreadsheetApp.getUi() from this context.',
    ),
  );
  const PROMPT = `(() => {
    const ui = SpreadsheetApp.getUi();
    const answer = ui.prompt('a', 'b', ui.ButtonSet.OK_CANCEL);
    return [answer.getSelectedButton() === ui.Button.OK, answer.getSelectedButton() === ui.Button.CLOSE, answer.getResponseText()];
  })()`;
  proves('dialog-answers', () =>
    expect(value(PROMPT, { screen: someone({ button: 'OK', text: 'Quý I' }) })).toEqual([true, false, 'Quý I']),
  );
  proves('dialog-closed', () => expect(value(PROMPT)).toEqual([false, true, '']));
  proves('toast-anywhere', () => expect(inTrigger("(book().toast('a', 'b', 5), 'on')")).toBe('on'));
  proves('no-document', () => expect(value('book()', { bound: false })).toBeNull());
  proves('page-missing', () =>
    expect(() => value("HtmlService.createHtmlOutputFromFile('absent')")).toThrow('No HTML file named absent was found.'),
  );
});
