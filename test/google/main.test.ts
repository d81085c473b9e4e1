import { describe, expect, it, vi } from 'vitest';
import * as main from '../../src/google/main.ts';
import { MENU_FUNCTIONS } from '../../src/google/menu.ts';
import { SERVICE_FAILURE_SENTENCES } from '../../src/words/host/failures.ts';
import { MENU_CAPTIONS, MENU_ITEMS } from '../../src/words/pages/menu.ts';
import { asGlobals } from './fake.ts';

/** What was logged since the last look; looking also takes it away from the guard against printing tests. */
function takeLogged(): string {
  const text = vi.mocked(console.error).mock.calls.flat().join('\n');
  vi.mocked(console.error).mockClear();
  return text;
}

describe('the menu', () => {
  it('names a global for every item', () => {
    const globals = Object.keys(main);
    for (const item of MENU_ITEMS) expect(globals).toContain(MENU_FUNCTIONS[item]);
  });

  it('adds every item once, under its caption', () => {
    const { shown } = asGlobals();
    main.onOpen();
    const captions = JSON.stringify(shown);
    for (const item of MENU_ITEMS) expect(captions.split(JSON.stringify(MENU_CAPTIONS[item])).length - 1).toBe(1);
    expect(shown[0]).toMatchObject({ kind: 'menu', caption: 'Kế hoạch CCHC' });
  });

  it('opens the page, at the part that was asked for', () => {
    const { shown } = asGlobals();
    main.menuToday();
    main.menuOwed();
    main.menuEnter();
    expect(shown.map((one) => ('html' in one ? one.html : one.kind))).toEqual([
      '<p></p>',
      '<p></p><script>document.documentElement.dataset.part="owed"</script>',
      '<p></p><script>document.documentElement.dataset.part="enter"</script>',
    ]);
  });

  it('shows the guide, which asks nothing of the server, and says which build runs', () => {
    const { shown } = asGlobals();
    main.menuHelp();
    expect(shown[0]).toMatchObject({ kind: 'dialog', title: 'Hướng dẫn Sổ CCHC' });
    expect(JSON.stringify(shown[0])).toContain('<p></p><footer><p>Giới thiệu: Sổ CCHC, bản test.</p></footer>');
  });
});

describe('a failure of the environment', () => {
  it.each([
    ['You are trying to edit a protected cell or object. Please contact the spreadsheet owner.', 'protected'],
    ['You do not have permission to call MailApp.sendEmail.', 'permission'],
    ['Service invoked too many times for one day: email.', 'quota'],
    ['Service invoked too many times in a short time: spreadsheets. Try Utilities.sleep(1000) between calls.', 'rate'],
    ['There are too many scripts running simultaneously for this Google user account.', 'rate'],
    ['Limit exceeded: Email Body Size.', 'too-large'],
    ['You have exceeded the property storage quota. Please remove some properties and try again.', 'full'],
    ['API call to drive.files.create failed with error: The user’s Drive storage quota has been exceeded.', 'full'],
    ['This action would increase the number of cells in the workbook above the limit of 10000000 cells.', 'full'],
    ['Lock timeout: another process was holding the lock for too long.', 'busy'],
    ['We’re sorry, a server error occurred. Please wait a bit and try again.', 'busy'],
    ['anything else', 'unknown'],
  ] as const)('%j is told in a Vietnamese sentence and logged', (message, kind) => {
    const { shown } = asGlobals({ broken: message });
    main.menuSettingsTabs();
    expect(shown).toEqual([{ kind: 'alert', title: 'Kế hoạch CCHC', message: SERVICE_FAILURE_SENTENCES[kind] }]);
    expect(takeLogged()).toContain(message);
  });

  it('is logged without addresses', () => {
    asGlobals({ broken: 'Invalid email: ct@example.vn' });
    main.menuSettingsTabs();
    const logged = takeLogged();
    expect(logged).toContain('…@…');
    expect(logged).not.toContain('example.vn');
  });

  it('is an answer with the sentence at the door', () => {
    asGlobals({ broken: 'anything else' });
    expect(JSON.parse(main.ask(JSON.stringify({ call: 'today', with: {} })))).toEqual({
      ok: false,
      sentence: SERVICE_FAILURE_SENTENCES.unknown,
    });
    expect(takeLogged()).toContain('anything else');
  });

  it('never reaches a person who edits, nor the one whose trigger runs', () => {
    asGlobals({ broken: 'anything else' });
    const range = { getSheet: () => ({ getSheetId: () => 0 }), getRow: () => 3, getNumRows: () => 1 };
    main.onEdit({ range } as never);
    main.runDaily();
    expect(takeLogged()).toContain('onEdit');
  });

  it('where nobody sits at a screen, is logged twice and thrown never', () => {
    asGlobals({ screen: null, broken: 'anything else' });
    main.menuSettingsTabs();
    expect(takeLogged()).toContain('alert');
  });
});

describe('the daily mail', () => {
  it('is turned on by one person, with a trigger at seven, and off again', () => {
    const { environment, shown } = asGlobals();
    main.menuDailyMail();
    expect(environment.sidecar.triggers).toEqual([{ handler: 'runDaily', user: 'vp1@example.vn', atHour: 7, everyDays: 1 }]);
    main.menuDailyMail();
    expect(environment.sidecar.triggers).toEqual([]);
    expect(shown.map((one) => ('message' in one ? one.message : ''))).toEqual([
      expect.stringContaining('Đã bật'),
      expect.stringContaining('Đã tắt'),
    ]);
  });

  it('tells a second person who has it, and moves only when that person agrees', () => {
    const first = asGlobals();
    main.menuDailyMail();
    const sidecar = first.environment.sidecar;
    const refusing = asGlobals({ sidecar, user: 'vp2@example.vn', answers: [{ button: 'NO' }] });
    main.menuDailyMail();
    expect(refusing.shown[0]).toMatchObject({ message: expect.stringContaining('vp1@example.vn') });
    expect(sidecar.triggers.map(({ user }) => user)).toEqual(['vp1@example.vn']);
    asGlobals({ sidecar, user: 'vp2@example.vn', answers: [{ button: 'YES' }] });
    main.menuDailyMail();
    expect(sidecar.triggers.map(({ user }) => user)).toEqual(['vp1@example.vn', 'vp2@example.vn']);
    expect(sidecar.properties['daily-mail-owner']).toBe('vp2@example.vn');
  });

  it('does nothing in the name of one who no longer has it, and takes that one’s trigger away', () => {
    const { environment } = asGlobals();
    main.menuDailyMail();
    environment.sidecar.properties['daily-mail-owner'] = 'vp2@example.vn';
    expect(JSON.parse(main.runDaily())).toEqual({ mail: null, troubles: [expect.stringContaining('người khác bật')] });
    expect([environment.calls.of('values-read'), environment.sidecar.triggers]).toEqual([0, []]);
  });

  it('asks for every permission before it makes a trigger that would lack one', () => {
    const { environment } = asGlobals();
    const asked: number[] = [];
    Object.assign(globalThis, {
      ScriptApp: {
        ...ScriptApp,
        requireAllScopes: () => {
          asked.push(environment.sidecar.triggers.length);
          throw new Error('Authorization is required to perform that action.');
        },
      },
    });
    main.menuDailyMail();
    expect([asked, environment.sidecar.triggers, environment.sidecar.properties]).toEqual([[0], [], {}]);
    expect(takeLogged()).toContain('Authorization is required');
  });

  it('answers nothing when the workbook cannot be opened, and logs why', () => {
    asGlobals({ broken: 'anything else' });
    expect(JSON.parse(main.runDaily())).toMatchObject({ mail: null, troubles: [expect.stringContaining('Không đọc được sổ')] });
    expect(takeLogged()).toContain('anything else');
  });
});

it('shows the settings tabs when hidden and hides them when shown', () => {
  const { environment, shown } = asGlobals();
  environment.book.sheets.push({ ...environment.book.sheets[0], id: 7, name: 'Phân công', hidden: true } as never);
  main.menuSettingsTabs();
  expect(environment.book.sheets[1]?.hidden).toBe(false);
  main.menuSettingsTabs();
  expect(environment.book.sheets[1]?.hidden).toBe(true);
  expect(shown.map(({ kind }) => kind)).toEqual(['toast', 'toast']);
});
