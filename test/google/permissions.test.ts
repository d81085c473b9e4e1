import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/app/calls.ts';
import { sayFailure } from '../../src/google/adapters/say-failure.ts';
import { PERMISSION_NAMES } from '../../src/words/host/failures.ts';
import { sayInVietnamese } from '../../src/words/host/google-errors.ts';
import { SPREADSHEET_SCOPE } from '../helpers/environment.ts';
import { anOffice, type Office, PERIODS, ROLES } from '../helpers/office.ts';

const manifest = JSON.parse(readFileSync('appsscript.json', 'utf8'));
const scopes: string[] = manifest.oauthScopes.map((scope: string) => scope.replace('https://www.googleapis.com/auth/', ''));
const refusal = (scope: string): string =>
  `You do not have permission to call X.y. Required permissions: (https://www.googleapis.com/auth/${scope})`;

describe('a permission that a person withheld', () => {
  it('has a name for each one of the manifest, and for no other', () => {
    const [narrow, wide] = ['spreadsheets.currentonly', 'spreadsheets'];
    const other = SPREADSHEET_SCOPE === wide ? narrow : wide;
    expect(Object.keys(PERMISSION_NAMES).sort()).toEqual([...scopes, other].sort());
  });

  it.each(scopes)('is named in both languages: %s', (scope) => {
    for (const words of [refusal(scope), sayInVietnamese(refusal(scope))])
      expect(sayFailure(new Error(words))).toContain(PERMISSION_NAMES[scope]);
  });

  it('is named for Drive, whose refusal names none', () => {
    const words = 'API call to drive.files.create failed with error: Request had insufficient authentication scopes.';
    expect(sayFailure(new Error(words))).toContain(PERMISSION_NAMES['drive.file']);
  });

  it('is spoken of plainly where Google does not tell which', () => {
    expect(sayFailure(new Error('Authorization is required to perform that action.'))).toContain('chưa cho phép');
  });
});

/** What a person asks for with one permission less, and the permission that the answer must name. */
const ACTIONS: readonly (readonly [string, string, (office: Office) => string])[] = [
  ['a mail', 'script.send_mail', ({ host }) => sentenceOf(host.ask('mail', { preview: false }))],
  ['a report, which is made all the same', 'drive.file', ({ host }) => notKept(host.ask('report', { period: PERIODS.open }))],
  ['who keeps the plan', 'userinfo.email', ({ host }) => sentenceOf(host.ask('open-period', { period: PERIODS.open }))],
  ['the page', SPREADSHEET_SCOPE, ({ host }) => sentenceOf(host.ask('today', {}))],
  ['the daily mail', 'script.scriptapp', daily],
];

function daily({ host, shown }: Office): string {
  host.run('menuDailyMail');
  return shown().join('\n');
}

function notKept(answer: Answer<'report'>): string {
  return answer.ok ? (answer.reply.notKept ?? 'kept') : answer.sentence;
}

function sentenceOf(answer: { ok: boolean } & Partial<Record<'sentence', string>>): string {
  return answer.sentence ?? 'done';
}

describe('each action names the permission it lacks', () => {
  const offices: Office[] = [];
  afterAll(() => {
    for (const office of offices) office.remove();
  });

  it.each(ACTIONS)('%s: %s', (_, scope, act) => {
    const oauthScopes = manifest.oauthScopes.filter((listed: string) => !listed.endsWith(`/${scope}`));
    const office = anOffice({ manifest: JSON.stringify({ ...manifest, oauthScopes }) });
    offices.push(office);
    office.host.setUser(ROLES.clerk);
    expect(act(office)).toContain(PERMISSION_NAMES[scope]);
  });

  it('and typing needs none of those that a person is asked for', () => {
    // The spreadsheet's own is the file's: a simple trigger runs without anybody's consent.
    const oauthScopes = ['https://www.googleapis.com/auth/spreadsheets.currentonly'];
    const office = anOffice({ manifest: JSON.stringify({ ...manifest, oauthScopes }) });
    offices.push(office);
    office.host.setUser(ROLES.official);
    const cell = (header: string) => office.host.find({ tab: 'Nhập số liệu', id: 'T2.2', period: PERIODS.open, header });
    const typed = cell('Tử số');
    if (typed === null) throw new Error('there is no T2.2');
    office.host.type({ ...typed, rows: [['3', '4']] });
    const [row, column] = [cell('Đánh giá')?.row ?? 0, cell('Đánh giá')?.column ?? 0];
    const sheet = office.host.model.sheets.find(({ name }) => name === 'Nhập số liệu');
    expect(sheet?.cells.get(row)?.get(column)?.value).toBe('Chưa đạt');
    expect(office.host.logged()).toEqual([]);
  });
});
