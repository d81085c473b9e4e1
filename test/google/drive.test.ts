import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/app/calls.ts';
import type { HandedFile } from '../../src/app/replies/actions.ts';
import { tabNamed } from '../../src/host/core/look.ts';
import type { HostOptions } from '../../src/host/session.ts';
import { PERMISSION_NAMES } from '../../src/words/host/failures.ts';
import { anOffice, type Office, PERIODS, ROLES } from '../helpers/office.ts';

let office: Office;
afterEach(() => office.remove());

const manifest = JSON.parse(readFileSync('appsscript.json', 'utf8'));
const without = (change: object): string => JSON.stringify({ ...manifest, ...change });

/** Ways in which Google's Drive is not there for an office, and what the sentence must say. */
const TROUBLES: readonly (readonly [string, Partial<HostOptions>, RegExp])[] = [
  ['its API was never switched on', { drive: 'off' }, /chưa bật.*Tiện ích mở rộng ▸ Apps Script ▸ Dịch vụ.*thêm lại Drive API/u],
  ['the manifest lost the service', { manifest: without({ dependencies: {} }) }, /chưa bật.*Dịch vụ/u],
  [
    'the person did not agree to it',
    { manifest: without({ oauthScopes: manifest.oauthScopes.filter((scope: string) => !scope.endsWith('/drive.file')) }) },
    new RegExp(PERMISSION_NAMES['drive.file'] ?? '-', 'u'),
  ],
  ['the storage of the account is full', { drive: 'full' }, /Dung lượng lưu trữ đã đầy/u],
  ['it is asked too often', { drive: 'busy' }, /chờ một phút/u],
];

function began(options: Partial<HostOptions>): Office {
  office = anOffice({
    answers: (kind) => (kind === 'alert' ? { button: 'YES' } : { button: 'OK', text: PERIODS.open }),
    ...options,
  });
  office.host.setUser(ROLES.clerk);
  // The package of the closed period lies there from the start.
  const { files } = office;
  return { ...office, files: () => files().filter((name) => !name.endsWith('.zip')) };
}

function filesIn(answer: Answer<'report'> | Answer<'matrix'>): readonly HandedFile[] {
  if (!answer.ok) throw new Error(answer.sentence);
  return answer.reply.files;
}

const isZip = ({ data }: HandedFile): boolean => Buffer.from(data, 'base64').subarray(0, 2).toString() === 'PK';
const rowsOf = (sheetName: string): string =>
  JSON.stringify(
    [...(tabNamed(office.host.model, sheetName)?.cells ?? [])].map(([, cells]) => [...cells.values()].map(({ value }) => value)),
  );

describe.each(TROUBLES)('when %s', (_, options, says) => {
  it('a report is made, recorded and handed over as bytes, with the reason and the step', () => {
    const { host, files } = began(options);
    const answer = host.ask('report', { period: PERIODS.open });
    const made = filesIn(answer);
    expect([made.map(isZip), made.map(({ url }) => url), files()]).toEqual([[true, true], ['', ''], []]);
    expect(answer.ok && answer.reply.notKept).toMatch(says);
    expect(answer.ok && answer.reply.notKept).toContain('Tải về máy');
    expect(rowsOf('Báo cáo đã tạo')).toContain(made[0]?.name);
    const again = host.ask('report', { period: PERIODS.open });
    expect(filesIn(again).map(({ data }) => data)).toEqual(made.map(({ data }) => data));
    expect(again.ok && again.reply.unchanged).toBe(true);
  });

  it('the menu shows a dialog that downloads, and asks the server nothing', () => {
    const { host } = began(options);
    host.run('menuMatrix');
    const dialog = office.dialogs().at(-1) ?? '';
    expect(dialog).toContain('dataset.part="files"');
    const handed: { said: string[]; files: HandedFile[] } = JSON.parse(/window\.handed=(.*)<\/script>$/u.exec(dialog)?.[1] ?? '');
    expect([handed.files.map(isZip), handed.said[0]]).toEqual([[true], expect.stringMatching(says)]);
  });

  it('a PDF, which only Drive can make, is refused with the same step', () => {
    const { host } = began(options);
    filesIn(host.ask('report', { period: PERIODS.open }));
    expect(host.ask('report-pdf', { period: PERIODS.open })).toMatchObject({ ok: false, sentence: expect.stringMatching(says) });
  });
});

it('when Drive works, files lie there and are handed over too', () => {
  const { host, files } = began({});
  const made = filesIn(host.ask('report', { period: PERIODS.open }));
  expect([made.map(isZip), made.every(({ url }) => url !== ''), files().length]).toEqual([[true, true], true, 2]);
  host.run('menuMatrix');
  expect(office.dialogs()).toEqual([]);
  expect(office.shown().at(-1)).toContain('Đã tạo 01 tệp');
});
