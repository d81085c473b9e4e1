import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PERMISSION_NAMES } from '../../src/words/host/failures.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const security = read('docs/security.md');
const install = read('docs/cai-dat.md');
/** Of the manifest, with the narrow one for the spreadsheet where the wider stands. */
const scopes: string[] = JSON.parse(read('appsscript.json')).oauthScopes.map((scope: string) =>
  scope.replace(/^.*\/auth\//u, '').replace(/^spreadsheets$/u, 'spreadsheets.currentonly'),
);

/** The rows of the tables under a heading, cell by cell. */
function rowsUnder(text: string, heading: string): string[][] {
  const [, part = ''] = text.split(new RegExp(`^## ${heading}.*$`, 'mu'));
  const [body = ''] = part.split(/^## /mu);
  const lines = body.split('\n').filter((line) => line.startsWith('| ') && !/^\| -+/u.test(line));
  return lines.slice(1).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:src|test|docs|scripts)\/[\w./-]+)`/gu)].map(([, path]) => path ?? '');

describe('docs/security.md', () => {
  it('says first that editors are trusted not to change the script', () => {
    expect(security.split('\n')[2]).toMatch(/^\*\*Editors are trusted not to _change_ the script\.\*\*/u);
  });

  it.each([...new Set(pathsIn(security))])('names %s, which is there', (path) => expect(existsSync(path)).toBe(true));

  it('gives every threat and every requirement a test', () => {
    const threats = rowsUnder(security, 'Threats');
    const requirements = rowsUnder(security, 'ASVS 5.0 and CASA');
    expect([threats.length, requirements.length]).toEqual([20, 18]);
    for (const row of [...threats, ...requirements])
      expect(pathsIn(row.at(-1) ?? '').filter((path) => path.endsWith('.test.ts'))).not.toEqual([]);
    for (const [numbers = ''] of requirements) expect(numbers).toMatch(/^\d+\.\d+\.\d+(?:, \d+\.\d+\.\d+)*$/u);
  });

  it('explains just the permissions of the manifest', () => {
    expect(rowsUnder(security, 'Permissions').map(([scope]) => scope)).toEqual(scopes.map((scope) => `\`${scope}\``));
  });
});

describe('docs/cai-dat.md', () => {
  it('explains just the permissions of the manifest, in the words that a person is told', () => {
    const rows = rowsUnder(install, '2\\. ').map(([scope, name]) => [scope, name]);
    expect(rows).toEqual(scopes.map((scope) => [`\`${scope}\``, PERMISSION_NAMES[scope]]));
  });

  it('tells of commands that there are', () => {
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
    const told = [...`${install}\n${security}\n${read('CONTRIBUTING.md')}`.matchAll(/npm run ([\w-]+)/gu)].map(
      ([, name]) => name,
    );
    expect(told.filter((name) => !scripts.includes(name ?? ''))).toEqual([]);
    for (const option of [...install.matchAll(/npm run (?:create|push) -- (--[\w-]+)/gu)].map(([, name]) => name ?? ''))
      expect(`${read('scripts/create.mjs')}${read('scripts/push.mjs')}`).toContain(option.slice(2));
  });

  it('quotes what the commands say', () => {
    const said = rowsUnder(install, '6\\. ').flatMap(([seen = '']) => /^`([^`]+)`$/u.exec(seen)?.[1] ?? []);
    expect(said.length).toBe(4);
    const scripts = readdirSync('scripts')
      .map((name) => read(`scripts/${name}`))
      .join('\n');
    for (const text of said) expect(scripts).toContain(text);
  });
});

it('names the clasp that the commands use, and where it is not installed its version', () => {
  const files = ['README.md', 'CONTRIBUTING.md', ...readdirSync('docs').map((name) => `docs/${name}`)];
  const texts = files.filter((name) => name.endsWith('.md')).map(read);
  const named = texts.flatMap((text) => [...text.matchAll(/@google\/clasp@([\w.-]*\d)/gu)].map(([, version]) => version));
  expect(new Set(named)).toEqual(new Set([JSON.parse(read('package.json')).devDependencies['@google/clasp']]));
  expect(texts.join('\n')).not.toMatch(/npx (?!clasp|vitest|--yes @google\/clasp@)/u);
});

it('what a person is told of a permission does not change the menu’s own words', () => {
  for (const caption of [
    'Thiết lập lần đầu…',
    'Mở kỳ báo cáo…',
    'Bật/tắt thư nhắc hằng ngày…',
    'Hiện/ẩn các trang cài đặt',
    'Tự kiểm tra trên Google',
  ]) {
    expect(install).toContain(caption);
    expect(read('src/words/pages/menu.ts')).toContain(caption);
  }
});
