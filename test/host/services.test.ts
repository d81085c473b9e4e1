import { describe, expect, it } from 'vitest';
import type { Range, SheetCell } from '../../src/google/surface/spreadsheet.ts';
import type { Screen } from '../../src/host/core/environment.ts';
import { newSidecar } from '../../src/host/core/sidecar.ts';
import { googleFor } from '../../src/host/services/google.ts';
import { anEnvironment, type EnvironmentAtWork } from '../helpers/environment.ts';

const sheetOf = (environment: EnvironmentAtWork) => {
  const [sheet] = googleFor(environment).SpreadsheetApp.getActiveSpreadsheet().getSheets();
  if (sheet === undefined) throw new Error('Bug: no sheet');
  return sheet;
};
const writeAndRead = (environment: EnvironmentAtWork, value: SheetCell): SheetCell | undefined =>
  sheetOf(environment)
    .getRange(1, 1, 1, 1)
    .setValues([[value]])
    .getValues()[0]?.[0];

describe('a range', () => {
  it.each([
    [[0, 1, 1, 1], 'The starting row of the range is too small.'],
    [[1, 0, 1, 1], 'The starting column of the range is too small.'],
    [[1, 1, 0, 1], 'The number of rows in the range must be at least 1.'],
    [[1, 1, 1, 0], 'The number of columns in the range must be at least 1.'],
    [[1000, 1, 2, 1], 'The coordinates of the range are outside the dimensions of the sheet.'],
    [[1, 27, 1, 1], 'The coordinates of the range are outside the dimensions of the sheet.'],
  ] as const)('at %j is refused', ([row, column, rows, columns], message) => {
    expect(() => sheetOf(anEnvironment()).getRange(row, column, rows, columns)).toThrow(message);
  });

  it.each([
    [
      [['a'], ['b'], ['c']],
      'The number of rows in the data does not match the number of rows in the range. The data has 3 but the range has 2.',
    ],
    [
      [['a', 'b'], ['c']],
      'The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 1.',
    ],
  ])('refuses %j', (values, message) => {
    expect(() => sheetOf(anEnvironment()).getRange(1, 1, 2, 1).setValues(values)).toThrow(message);
  });

  it('gives blanks as empty texts and keeps true types', () => {
    const range = sheetOf(anEnvironment())
      .getRange(1, 1, 1, 4)
      .setValues([['', 1.5, true, 'Đạt']]);
    expect(range.getValues()).toEqual([['', 1.5, true, 'Đạt']]);
  });

  it('reads a text as typing, unless the cell’s format is text', () => {
    const environment = anEnvironment();
    expect(writeAndRead(environment, '1,5')).toBe(1.5);
    sheetOf(environment).getRange(1, 1, 1, 1).setNumberFormat('@');
    expect(writeAndRead(environment, '1,5')).toBe('1,5');
  });

  it('counts what became a formula', () => {
    const environment = anEnvironment();
    writeAndRead(environment, "'=1+1");
    expect(environment.script.formulas).toBe(0);
    writeAndRead(environment, '=1+1');
    expect(environment.script.formulas).toBe(1);
  });

  it('gives a formula’s cached result', () => {
    const environment = anEnvironment();
    sheetOf(environment)
      .getRange(1, 1, 1, 1)
      .setValues([[1]]);
    const cell = environment.book.sheets[0]?.cells.get(1)?.get(1);
    if (cell !== undefined) Object.assign(cell, { formula: 'SUM(A2:A3)', value: 42 });
    expect(sheetOf(environment).getDataRange().getValues()).toEqual([[42]]);
  });

  it('tells a text that is too long at the next read, and has not written it', () => {
    const environment = anEnvironment();
    const range = sheetOf(environment)
      .getRange(1, 1, 1, 1)
      .setValues([['a'.repeat(50_001)]]);
    expect(() => range.getValues()).toThrow('Your input contains more than the maximum of 50000 characters in a single cell.');
    expect(range.getValues()).toEqual([['']]);
  });

  it('tells it at the flush too', () => {
    const { SpreadsheetApp } = googleFor(anEnvironment());
    const [sheet] = SpreadsheetApp.getActiveSpreadsheet().getSheets();
    sheet?.getRange(1, 1, 1, 1).setValues([['a'.repeat(50_001)]]);
    expect(() => SpreadsheetApp.flush()).toThrow('50000 characters');
  });
});

describe('dates', () => {
  it('come back as the same day in the sheet’s zone, under a date format', () => {
    const environment = anEnvironment();
    const range = sheetOf(environment).getRange(1, 1, 1, 1);
    range.setValues([[new Date(2024, 5, 14)]]);
    expect(environment.book.sheets[0]?.cells.get(1)?.get(1)?.value).toBe(45457);
    expect(range.getValues()).toEqual([[new Date(2024, 5, 14)]]);
    expect(range.getNumberFormats()).toEqual([['dd/MM/yyyy']]);
  });

  it('are made in the sheet’s own zone when that is another one', () => {
    const environment = anEnvironment({ sidecar: { ...newSidecar('van-thu@example.vn'), timeZone: 'America/New_York' } });
    const range = sheetOf(environment)
      .getRange(1, 1, 1, 1)
      .setNumberFormat('dd/MM/yyyy')
      .setValues([['14/06/2024']]);
    expect(range.getValues()).toEqual([[new Date('2024-06-14T04:00:00Z')]]);
  });

  it('without a day stand in 1899', () => {
    const [[time]] = sheetOf(anEnvironment())
      .getRange(1, 1, 1, 1)
      .setValues([['08:30']])
      .getValues() as [[Date]];
    expect([time.getFullYear(), time.getMonth(), time.getDate(), time.getHours(), time.getMinutes()]).toEqual([
      1899, 11, 30, 8, 30,
    ]);
  });

  it.each([
    ['yyyy-MM-dd', 'Asia/Ho_Chi_Minh', '2024-06-14'],
    ["dd/MM/yyyy 'lúc' HH:mm", 'Asia/Ho_Chi_Minh', '14/06/2024 lúc 00:30'],
    ['d/M/yyyy', 'UTC', '13/6/2024'],
  ])('are said as %s in %s', (format, zone, said) => {
    const { Utilities } = googleFor(anEnvironment());
    expect(Utilities.formatDate(new Date(2024, 5, 14, 0, 30), zone, format)).toBe(said);
  });

  it('are not said by a letter we do not know', () => {
    expect(() => googleFor(anEnvironment()).Utilities.formatDate(new Date(0), 'UTC', 'QQ')).toThrow('Illegal pattern');
  });
});

describe('a new sheet', () => {
  it('has 1000 rows and 26 columns, and grows', () => {
    const environment = anEnvironment();
    const { SpreadsheetApp } = googleFor(environment);
    const sheet = SpreadsheetApp.getActiveSpreadsheet().insertSheet('Kỳ báo cáo', 0);
    expect([sheet.getMaxRows(), sheet.getMaxColumns()]).toEqual([1000, 26]);
    sheet.insertRowsAfter(1000, 5).insertColumnsAfter(26, 2);
    expect([sheet.getMaxRows(), sheet.getMaxColumns()]).toEqual([1005, 28]);
    expect(() => sheet.insertRowsAfter(2000, 1)).toThrow('Those rows are out of bounds.');
  });

  it('may not take a name that is there', () => {
    const book = googleFor(anEnvironment()).SpreadsheetApp.getActiveSpreadsheet();
    expect(() => book.insertSheet('trang tính1', 0)).toThrow('already exists');
  });

  it('keeps a style laid out to the bottom for rows that come later', () => {
    const environment = anEnvironment();
    const sheet = sheetOf(environment);
    sheet.getRange(3, 1, 998, 1).setNumberFormat('@');
    sheet.insertRowsAfter(1000, 1);
    expect(sheet.getRange(1001, 1, 1, 1).getNumberFormats()).toEqual([['@']]);
    expect(sheet.getRange(1, 1, 3, 1).getNumberFormats()).toEqual([['General'], ['General'], ['@']]);
  });

  it('moves what lies below inserted rows', () => {
    const sheet = sheetOf(anEnvironment());
    sheet.getRange(1, 1, 2, 1).setValues([['a'], ['b']]);
    sheet.insertRowsAfter(1, 2);
    expect(sheet.getDataRange().getValues()).toEqual([['a'], [''], [''], ['b']]);
  });
});

describe('validations', () => {
  const rule = (environment: EnvironmentAtWork, allow: boolean): Range => {
    const { SpreadsheetApp } = googleFor(environment);
    const built = SpreadsheetApp.newDataValidation().requireValueInList(['Đạt', 'Chưa đạt'], true).setAllowInvalid(allow).build();
    return sheetOf(environment).getRange(2, 2, 3, 1).setDataValidation(built);
  };

  it('that reject stop a script, at its next read', () => {
    const range = rule(anEnvironment(), false).setValues([['Đạt'], ['đạt rồi'], ['']]);
    expect(() => range.getValues()).toThrow(
      'The data you entered in cell B3 violates the data validation rules set on this cell.',
    );
  });

  it('that warn let it pass', () => {
    expect(
      rule(anEnvironment(), true)
        .setValues([['Đạt'], ['đạt rồi'], ['']])
        .getValues(),
    ).toEqual([['Đạt'], ['đạt rồi'], ['']]);
  });

  it('leave where they are overwritten, and stay around it', () => {
    const environment = anEnvironment();
    rule(environment, true);
    sheetOf(environment).getRange(3, 2, 1, 1).setDataValidation(null);
    expect(environment.book.sheets[0]?.validations.map(({ row, rows }) => [row, rows])).toEqual([
      [2, 1],
      [4, 1],
    ]);
  });
});

describe('protections', () => {
  const guarded = (user: string, warningOnly: boolean): Range => {
    const environment = anEnvironment();
    const protection = sheetOf(environment).getRange(1, 1, 5, 1).protect().setDescription('Ô máy ghi').removeEditors([]);
    if (warningOnly) protection.setWarningOnly(true);
    return sheetOf(anEnvironment({ ...environment, user })).getRange(3, 1, 1, 2);
  };

  it('refuse whoever is not an editor, in Google’s words', () => {
    expect(() => guarded('can-bo@example.vn', false).setValues([['a', 'b']])).toThrow(
      'You are trying to edit a protected cell or object.',
    );
  });

  it('let the owner and a warned person pass', () => {
    expect(
      guarded('van-thu@example.vn', false)
        .setValues([['a', 'b']])
        .getValues(),
    ).toEqual([['a', 'b']]);
    expect(
      guarded('can-bo@example.vn', true)
        .setValues([['a', 'b']])
        .getValues(),
    ).toEqual([['a', 'b']]);
  });

  it('are listed by kind and can be taken away', () => {
    const environment = anEnvironment();
    const { SpreadsheetApp } = googleFor(environment);
    const sheet = sheetOf(environment);
    sheet.protect();
    sheet.getRange(1, 1, 1, 1).protect().addEditors(['a@example.vn']);
    const [only] = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE);
    expect(only?.getEditors().map((editor) => editor.getEmail())).toEqual(['a@example.vn']);
    expect(() => only?.removeEditors(['van-thu@example.vn'])).toThrow('remove yourself or the owner');
    only?.removeEditors(['a@example.vn']);
    expect(only?.getEditors()).toEqual([]);
    only?.remove();
    expect(environment.sidecar.protections).toHaveLength(1);
  });
});

describe('conditional formats', () => {
  it('are replaced as a whole and can be read back', () => {
    const environment = anEnvironment();
    const { SpreadsheetApp } = googleFor(environment);
    const sheet = sheetOf(environment);
    const rule = SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied('=$A1<>""')
      .setRanges([sheet.getRange(1, 1, 9, 2)])
      .setBackground('#ffcccc')
      .build();
    sheet.setConditionalFormatRules([rule]);
    sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules()]);
    const [kept] = sheet.getConditionalFormatRules();
    expect(kept?.getBooleanCondition()?.getCriteriaValues()).toEqual(['=$A1<>""']);
    expect(environment.book.sheets[0]?.paints).toMatchObject([
      { row: 1, rows: 9, columns: 2, background: '#ffcccc', ours: true },
    ]);
  });
});

describe('mail', () => {
  const letter = (to: string) => ({ to, subject: 'Thử', body: 'Thử', htmlBody: '<p>Thử</p>', name: 'Sổ CCHC' });

  it('counts recipients of the day against the quota', () => {
    const environment = anEnvironment();
    const { MailApp } = googleFor(environment);
    MailApp.sendEmail(letter('a@example.vn,b@example.vn'));
    expect(MailApp.getRemainingDailyQuota()).toBe(98);
    expect(environment.sent).toHaveLength(1);
  });

  it('is refused beyond the quota and to what is no address', () => {
    const environment = anEnvironment();
    environment.sidecar.mailed = { day: '2024-06-20', recipients: 100 };
    const { MailApp } = googleFor(environment);
    expect(() => MailApp.sendEmail(letter('a@example.vn'))).toThrow('too many times');
    environment.sidecar.mailed = { day: '2024-06-19', recipients: 100 };
    expect(() => MailApp.sendEmail(letter('x@y.vn\r\nBcc: z@evil.example'))).toThrow('Invalid email');
    expect(environment.sent).toEqual([]);
  });

  it('wants consent that a simple trigger has not', () => {
    const { MailApp, Drive, ScriptApp, Utilities } = googleFor(anEnvironment({ entry: 'edit' }));
    expect(() => MailApp.getRemainingDailyQuota()).toThrow('You do not have permission to call MailApp');
    expect(() => ScriptApp.getProjectTriggers()).toThrow('You do not have permission');
    const media = Utilities.newBlob([1], 'text/plain', 'a');
    expect(() => Drive.Files.create({ name: 'a', mimeType: 'text/plain' }, media, { fields: 'id' })).toThrow('permission');
  });
});

describe('the small services', () => {
  it('forget a cached value when its time is over', () => {
    const clock = { day: anEnvironment().now().day, minutes: 0 };
    const { CacheService } = googleFor(anEnvironment({ now: () => clock }));
    const cache = CacheService.getScriptCache();
    cache?.putAll({ a: '1' }, 60);
    expect(cache?.getAll(['a', 'b'])).toEqual({ a: '1' });
    clock.minutes = 2;
    expect(cache?.getAll(['a'])).toEqual({});
    expect(() => cache?.putAll({ a: 'x'.repeat(102_401) }, 60)).toThrow('Argument too large: value');
  });

  it('keep properties as texts of at most 9 kB', () => {
    const properties = googleFor(anEnvironment()).PropertiesService.getDocumentProperties();
    expect(properties?.getProperty('constructor')).toBeNull();
    expect(properties?.setProperty('a', '1').getProperty('a')).toBe('1');
    expect(properties?.deleteProperty('a').getProperty('a')).toBeNull();
    expect(() => properties?.setProperty('a', 'x'.repeat(9_217))).toThrow('property storage quota');
  });

  it('hold the document lock unless another run does', () => {
    expect(googleFor(anEnvironment()).LockService.getScriptLock().tryLock(0)).toBe(true);
    expect(
      googleFor(anEnvironment({ lock: { heldByAnother: true } }))
        .LockService.getScriptLock()
        ?.tryLock(0),
    ).toBe(false);
  });

  it('show each person only his own triggers', () => {
    const environment = anEnvironment();
    const { ScriptApp } = googleFor(environment);
    ScriptApp.newTrigger('runDaily').timeBased().atHour(7).everyDays(1).create();
    expect(ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction())).toEqual(['runDaily']);
    expect(googleFor(anEnvironment({ ...environment, user: 'khac@example.vn' })).ScriptApp.getProjectTriggers()).toEqual([]);
    for (const trigger of ScriptApp.getProjectTriggers()) ScriptApp.deleteTrigger(trigger);
    expect(environment.sidecar.triggers).toEqual([]);
  });

  it('take signed bytes only', () => {
    const { Utilities } = googleFor(anEnvironment());
    expect(Utilities.newBlob([-128, 127], 'text/plain', 'a').getBytes()).toEqual([-128, 127]);
    expect(() => Utilities.newBlob([200], 'text/plain', 'a')).toThrow("don't match the method signature for Utilities.newBlob");
  });

  it('do not name the person in a simple trigger', () => {
    expect(
      googleFor(anEnvironment({ entry: 'edit', user: 'can-bo@example.vn' }))
        .Session.getActiveUser()
        .getEmail(),
    ).toBe('');
    expect(googleFor(anEnvironment()).Session.getEffectiveUser().getEmail()).toBe('van-thu@example.vn');
  });
});

describe('the screen', () => {
  const desk = (): Screen => ({ answers: [{ button: 'OK', text: 'Quý I 2024' }], shown: [] });

  it('is refused where nobody sits', () => {
    expect(() => googleFor(anEnvironment()).SpreadsheetApp.getUi()).toThrow(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });

  it('answers from its script and then closes every dialog', () => {
    const screen = desk();
    const ui = googleFor(anEnvironment({ screen })).SpreadsheetApp.getUi();
    const reply = ui.prompt('Kế hoạch CCHC', 'Kỳ nào?', ui.ButtonSet.OK_CANCEL);
    expect(reply.getSelectedButton()).toBe(ui.Button.OK);
    expect(reply.getResponseText()).toBe('Quý I 2024');
    expect(ui.alert('', 'Xong', ui.ButtonSet.OK)).toBe(ui.Button.CLOSE);
    expect(screen.shown.map(({ kind }) => kind)).toEqual(['prompt', 'alert']);
  });

  it('takes menus in a simple trigger, but no page', () => {
    const screen = desk();
    const { SpreadsheetApp, HtmlService } = googleFor(anEnvironment({ screen, entry: 'edit' }));
    const ui = SpreadsheetApp.getUi();
    ui.createMenu('Kế hoạch CCHC').addItem('Kiểm tra', 'menuCheck').addSeparator().addToUi();
    expect(screen.shown).toMatchObject([{ kind: 'menu', items: [{ functionName: 'menuCheck' }, { functionName: null }] }]);
    expect(() => ui.showSidebar(HtmlService.createHtmlOutputFromFile('sidebar'))).toThrow('permission');
    expect(() => HtmlService.createHtmlOutputFromFile('absent')).toThrow('No HTML file named absent was found.');
  });
});

describe('service calls', () => {
  it('are counted by what they read or change; handles and names are not in the total', () => {
    const environment = anEnvironment();
    const { SpreadsheetApp } = googleFor(environment);
    const [sheet] = SpreadsheetApp.getActiveSpreadsheet().getSheets();
    sheet?.getName();
    sheet?.getRange(1, 1, 1, 1);
    expect(environment.calls.total()).toBe(0);
    sheet
      ?.getRange(1, 1, 1, 1)
      .setValues([['a']])
      .getValues();
    SpreadsheetApp.flush();
    expect([environment.calls.of('values-written'), environment.calls.of('values-read'), environment.calls.of('flush')]).toEqual([
      1, 1, 1,
    ]);
    expect(environment.calls.total()).toBe(3);
    expect(environment.saves()).toBe(1);
  });
});
