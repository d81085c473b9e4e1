import { REFERENCE, statementsOf, throws } from './statement.ts';

const BASE = `${REFERENCE}/base`;
const SHEETS = `${REFERENCE}/spreadsheet`;
const DENIED = 'You do not have permission to call';
const PROPERTIES = 'PropertiesService.getDocumentProperties()';
const CACHE = 'CacheService.getScriptCache()';
const LOCK = 'LockService.getScriptLock()';
const DRIVE = 'https://developers.google.com/workspace/drive/api/reference/rest/v3/files';
const FILE = "Drive.Files.create({ name: 'a.txt', mimeType: 'text/plain' }, blob(), { fields: 'id' })";
const UI = 'SpreadsheetApp.getUi()';
const TRIGGER = "ScriptApp.newTrigger('go').timeBased()";

/** The workbook and the service that opens it. */
export const WORKBOOK = [
  ...statementsOf('SpreadsheetApp', `${SHEETS}/spreadsheet-app`, {
    getActiveSpreadsheet: [
      ['book().getSheets().length', 1],
      ['book() === book()', true],
    ],
    getUi: [
      [`typeof ${UI}.alert`, 'function'],
      [`withoutScreen(() => ${UI})`, throws('Cannot call SpreadsheetApp.getUi() from this context.'), 'no-ui-in-trigger'],
    ],
    flush: [
      ['SpreadsheetApp.flush()', undefined],
      ["(put('x'.repeat(50001)), SpreadsheetApp.flush())", throws('50000 characters'), 'error-at-flush'],
    ],
    newDataValidation: [['typeof SpreadsheetApp.newDataValidation().build', 'function']],
    newConditionalFormatRule: [['typeof SpreadsheetApp.newConditionalFormatRule().build', 'function']],
  }),
  ...statementsOf('Spreadsheet', `${SHEETS}/spreadsheet`, {
    getId: [['typeof book().getId()', 'string']],
    getName: [['book().getName()', 'so']],
    getUrl: [['typeof book().getUrl()', 'string']],
    getSheets: [['book().getSheets().map((one) => one.getName())', ['Trang tính1']]],
    insertSheet: [
      ["(book().insertSheet('b', 0), book().getSheets().map((one) => one.getName()))", ['b', 'Trang tính1']],
      ["book().insertSheet('trang TÍNH1', 0)", throws('already exists'), 'sheet-name-taken'],
    ],
    deleteSheet: [
      ["(book().deleteSheet(book().insertSheet('b', 1)), book().getSheets().length)", 1],
      ['book().deleteSheet(sheet())', throws("can't remove all the sheets"), 'last-sheet'],
      [
        "(book().insertSheet('b', 1), sheet().protect().removeEditors([OTHER]), asOther(() => book().deleteSheet(sheet())))",
        throws('protected cell or object'),
        'protect-tab',
      ],
    ],
    setActiveSheet: [['book().setActiveSheet(sheet()) === sheet()', true]],
    getSpreadsheetLocale: [['book().getSpreadsheetLocale()', 'vi_VN']],
    setSpreadsheetLocale: [["(book().setSpreadsheetLocale('en_US'), put('1.5'), get())", 1.5, 'typed-point']],
    getSpreadsheetTimeZone: [['book().getSpreadsheetTimeZone()', 'Asia/Ho_Chi_Minh']],
    setSpreadsheetTimeZone: [
      [
        "(book().setSpreadsheetTimeZone('America/New_York'), put('14/06/2024'), get())",
        '2024-06-14T04:00:00.000Z',
        'date-read-zone',
      ],
    ],
    toast: [
      ["book().toast('a', 'b', 5)", undefined],
      ["withoutScreen(() => book().toast('a', 'b', 5))", undefined, 'toast-anywhere'],
    ],
  }),
];

/** Menus, dialogs, pages. */
export const SCREEN = [
  ...statementsOf('Ui', `${BASE}/ui`, {
    createMenu: [[`typeof ${UI}.createMenu('m').addToUi`, 'function']],
    alert: [
      [`${UI}.alert('a', 'b', ${UI}.ButtonSet.OK) === ${UI}.Button.CLOSE`, true, 'dialog-closed'],
      [`inEdit(() => ${UI}.alert('a', 'b', ${UI}.ButtonSet.OK))`, throws(`${DENIED} Ui.alert`), 'simple-no-dialogs'],
    ],
    prompt: [[`${UI}.prompt('a', 'b', ${UI}.ButtonSet.OK_CANCEL).getResponseText()`, '', 'dialog-closed']],
    showSidebar: [
      [`${UI}.showSidebar(page())`, undefined],
      [`inEdit(() => ${UI}.showSidebar(page()))`, throws(`${DENIED} Ui.showSidebar`), 'open-no-pages'],
    ],
    showModalDialog: [
      [`${UI}.showModalDialog(page(), 't')`, undefined],
      [`inEdit(() => ${UI}.showModalDialog(page(), 't'))`, throws(`${DENIED} Ui.showModalDialog`), 'open-no-pages'],
    ],
    ButtonSet: [[`${UI}.ButtonSet.OK !== ${UI}.ButtonSet.YES_NO`, true]],
    Button: [[`${UI}.Button.OK !== ${UI}.Button.CLOSE`, true]],
  }),
  ...statementsOf('PromptResponse', `${BASE}/prompt-response`, {
    getSelectedButton: [
      [`${UI}.prompt('a', 'b', ${UI}.ButtonSet.OK).getSelectedButton() === ${UI}.Button.CLOSE`, true, 'dialog-closed'],
    ],
    getResponseText: [[`typeof ${UI}.prompt('a', 'b', ${UI}.ButtonSet.OK).getResponseText()`, 'string']],
  }),
  ...statementsOf('Menu', `${BASE}/menu`, {
    addItem: [[`typeof ${UI}.createMenu('m').addItem('i', 'go').addItem`, 'function']],
    addSeparator: [[`typeof ${UI}.createMenu('m').addSeparator().addItem`, 'function']],
    addSubMenu: [[`typeof ${UI}.createMenu('m').addSubMenu(${UI}.createMenu('n')).addItem`, 'function']],
    addToUi: [
      [`${UI}.createMenu('m').addItem('i', 'go').addToUi()`, undefined],
      [`inEdit(() => ${UI}.createMenu('m').addToUi())`, undefined, 'open-menu'],
    ],
  }),
  ...statementsOf('HtmlService', `${REFERENCE}/html/html-service`, {
    createHtmlOutputFromFile: [
      ['page().getContent()', '<p>sidebar</p>'],
      ["HtmlService.createHtmlOutputFromFile('absent')", throws('No HTML file named absent was found.'), 'page-missing'],
    ],
  }),
  ...statementsOf('HtmlOutput', `${REFERENCE}/html/html-output`, {
    getContent: [['page().getContent()', '<p>sidebar</p>', 'page-content']],
    append: [["page().append('<b>').getContent()", '<p>sidebar</p><b>']],
    setTitle: [["page().setTitle('t').getContent()", '<p>sidebar</p>']],
    setWidth: [['page().setWidth(520).getContent()', '<p>sidebar</p>']],
    setHeight: [['page().setHeight(500).getContent()', '<p>sidebar</p>']],
  }),
];

/** Mail, files, bytes, dates. */
export const OUTSIDE = [
  ...statementsOf('MailApp', `${REFERENCE}/mail/mail-app`, {
    getRemainingDailyQuota: [
      ['MailApp.getRemainingDailyQuota()', 100],
      ["(mailTo('a@b.vn,c@d.vn'), MailApp.getRemainingDailyQuota())", 98, 'mail-by-recipient'],
      ['inEdit(() => MailApp.getRemainingDailyQuota())', throws(`${DENIED} MailApp.getRemainingDailyQuota`), 'simple-no-mail'],
    ],
    sendEmail: [
      ["mailTo('a@b.vn')", undefined],
      ["mailTo('x')", throws('Invalid email: x'), 'mail-address'],
      ["mailTo(Array(51).fill('a@b.vn').join())", throws('Email Recipients Per Message'), 'mail-fifty'],
      ["mailTo('a@b.vn', { htmlBody: 'x'.repeat(204801) })", throws('Email Body Size'), 'mail-body'],
      [
        "(() => { for (let n = 0; n < 101; n += 1) mailTo('a@b.vn'); })()",
        throws('too many times for one day'),
        'mail-exhausted',
      ],
      ["inEdit(() => mailTo('a@b.vn'))", throws(`${DENIED} MailApp.sendEmail`), 'simple-no-mail'],
    ],
  }),
  ...statementsOf('Files', DRIVE, {
    create: [
      [`typeof ${FILE}.id`, 'string'],
      [
        "Drive.Files.create({ name: 'a', mimeType: 'application/vnd.google-apps.document' }, blob(), { fields: 'id' })",
        throws('Bad Request'),
        'docs/differences.md',
      ],
      [`inEdit(() => ${FILE})`, throws(`${DENIED} drive.files.create`), 'simple-no-files'],
    ],
    get: [[`Drive.Files.get('none', { fields: 'trashed' }).trashed`, true, 'docs/differences.md']],
    remove: [
      [`Drive.Files.remove(${FILE}.id)`, undefined],
      ["Drive.Files.remove('none')", throws('File not found: none.')],
    ],
  }),
  ...statementsOf('Drive', DRIVE, { Files: [['typeof Drive.Files.create', 'function', 'advanced-service']] }),
  ...statementsOf('Utilities', `${REFERENCE}/utilities/utilities`, {
    newBlob: [
      ["Utilities.newBlob([80, -56], 'a/b', 'n').getBytes()", [80, -56]],
      ["Utilities.newBlob([200], 'a/b', 'n')", throws("don't match the method signature for Utilities.newBlob")],
    ],
    formatDate: [
      ["Utilities.formatDate(new Date(0), 'UTC', \"yyyy-MM-dd 'd' HH:mm:ss\")", '1970-01-01 d 00:00:00', 'format-quotes'],
      ["Utilities.formatDate(new Date(0), 'Asia/Ho_Chi_Minh', 'H')", '8', 'format-date'],
      ["Utilities.formatDate('x', 'UTC', 'd')", throws("don't match the method signature for Utilities.formatDate")],
    ],
  }),
  ...statementsOf('Blob', `${BASE}/blob`, {
    getBytes: [['blob().getBytes()', [1]]],
    getName: [['blob().getName()', 'n']],
  }),
];

/** What is remembered, who it is, what runs by the clock. */
export const MEMORY = [
  ...statementsOf('CacheService', `${REFERENCE}/cache/cache-service`, {
    getScriptCache: [[`typeof ${CACHE}.getAll`, 'function', 'cache-no-document']],
  }),
  ...statementsOf('Cache', `${REFERENCE}/cache/cache`, {
    getAll: [
      [`${CACHE}.getAll(['a'])`, {}],
      [`${CACHE}.getAll([''])`, throws('Invalid argument: key'), 'cache-key-limit'],
    ],
    putAll: [
      [`(${CACHE}.putAll({ a: 'b' }, 60), ${CACHE}.getAll(['a', 'c']))`, { a: 'b' }],
      [`(${CACHE}.putAll({ a: 12 }, 60), ${CACHE}.getAll(['a']).a)`, '12', 'cache-text'],
      [`${CACHE}.putAll({ ['k'.repeat(251)]: 'v' }, 60)`, throws('Invalid argument: key'), 'cache-key-limit'],
      [`${CACHE}.putAll({ a: 'v'.repeat(102401) }, 60)`, throws('Argument too large: value'), 'cache-value-limit'],
    ],
    removeAll: [[`(${CACHE}.putAll({ a: 'b' }, 60), ${CACHE}.removeAll(['a']), ${CACHE}.getAll(['a']))`, {}]],
  }),
  ...statementsOf('PropertiesService', `${REFERENCE}/properties/properties-service`, {
    getDocumentProperties: [[`typeof ${PROPERTIES}.getProperty`, 'function']],
  }),
  ...statementsOf('Properties', `${REFERENCE}/properties/properties`, {
    getProperty: [[`${PROPERTIES}.getProperty('constructor')`, null, 'property-missing']],
    setProperty: [
      [`${PROPERTIES}.setProperty('a', 12).getProperty('a')`, '12', 'property-text'],
      [`${PROPERTIES}.setProperty('a', 'x'.repeat(9217))`, throws('property storage quota'), 'property-value-limit'],
    ],
    deleteProperty: [[`${PROPERTIES}.setProperty('a', 'b').deleteProperty('a').getProperty('a')`, null]],
  }),
  ...statementsOf('LockService', `${REFERENCE}/lock/lock-service`, {
    getScriptLock: [[`typeof ${LOCK}.tryLock`, 'function', 'lock-no-document']],
  }),
  ...statementsOf('Lock', `${REFERENCE}/lock/lock`, {
    tryLock: [
      [`[${LOCK}.tryLock(1), ${LOCK}.tryLock(1)]`, [true, true]],
      [`held(() => ${LOCK}.tryLock(1))`, false, 'lock-exclusive'],
      [`${LOCK}.tryLock(-1)`, throws('Invalid argument'), 'lock-negative'],
    ],
    releaseLock: [[`(${LOCK}.tryLock(1), ${LOCK}.releaseLock())`, undefined]],
  }),
  ...statementsOf('Session', `${BASE}/session`, {
    getActiveUser: [
      ['Session.getActiveUser().getEmail()', 'van-thu@example.vn', 'menu-person'],
      ['asOther(() => inEdit(() => Session.getActiveUser().getEmail()))', '', 'edit-other-blank'],
    ],
    getEffectiveUser: [['Session.getEffectiveUser().getEmail()', 'van-thu@example.vn', 'menu-person']],
  }),
  ...statementsOf('User', `${BASE}/user`, {
    getEmail: [['asOther(() => Session.getEffectiveUser().getEmail())', 'can-bo@example.vn', 'page-person']],
  }),
  ...statementsOf('ScriptApp', `${REFERENCE}/script/script-app`, {
    AuthMode: [['String(ScriptApp.AuthMode.FULL)', 'FULL']],
    requireAllScopes: [['ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL)', undefined, 'triggers-all-scopes']],
    getProjectTriggers: [
      ['ScriptApp.getProjectTriggers()', []],
      [`(${TRIGGER}.create(), asOther(() => ScriptApp.getProjectTriggers()))`, [], 'triggers-own'],
      ['inEdit(() => ScriptApp.getProjectTriggers())', throws(`${DENIED} ScriptApp.getProjectTriggers`), 'simple-no-triggers'],
    ],
    deleteTrigger: [[`(ScriptApp.deleteTrigger(${TRIGGER}.create()), ScriptApp.getProjectTriggers())`, [], 'triggers-gone']],
    newTrigger: [
      [`(${TRIGGER}.create(), ${TRIGGER}.create(), ScriptApp.getProjectTriggers().length)`, 2, 'triggers-double'],
      [`(() => { for (let n = 0; n < 21; n += 1) ${TRIGGER}.create(); })()`, throws('too many triggers'), 'triggers-limit'],
    ],
  }),
  ...statementsOf('TriggerBuilder', `${REFERENCE}/script/trigger-builder`, {
    timeBased: [[`typeof ${TRIGGER}.atHour`, 'function']],
  }),
  ...statementsOf('ClockTriggerBuilder', `${REFERENCE}/script/clock-trigger-builder`, {
    atHour: [[`${TRIGGER}.atHour(7).create().getHandlerFunction()`, 'go']],
    everyDays: [[`${TRIGGER}.everyDays(1).create().getHandlerFunction()`, 'go']],
    after: [[`${TRIGGER}.after(1000).create().getHandlerFunction()`, 'go']],
    create: [
      [`${TRIGGER}.create().getHandlerFunction()`, 'go'],
      [`inEdit(() => ${TRIGGER}.create())`, throws(`${DENIED} ScriptApp.newTrigger`), 'simple-no-triggers'],
    ],
  }),
  ...statementsOf('Trigger', `${REFERENCE}/script/trigger`, {
    getHandlerFunction: [[`${TRIGGER}.create().getHandlerFunction()`, 'go']],
  }),
];
