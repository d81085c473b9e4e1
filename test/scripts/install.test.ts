import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../helpers/built.ts';

ensureBuilt();
const CONFIG = readFileSync('.clasp.json', 'utf8');
const MANIFEST = readFileSync('appsscript.json', 'utf8');

type Fake = { loggedIn: boolean; fails: string | null; remote: Record<string, string>; calls: { args: string[]; cwd: string }[] };
type Ran = { readonly code: number | null; readonly said: string };
const projects: string[] = [];

/** A project folder with what the scripts touch, and a clasp that nobody needs to log in to. */
function project(fake: Partial<Fake> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-install-'));
  projects.push(folder);
  const beside = join(folder, 'elsewhere');
  const home = join(folder, 'project');
  for (const path of [beside, home]) mkdirSync(path);
  for (const name of ['.clasp.json', 'appsscript.json']) copyFileSync(name, join(home, name));
  cpSync('dist', join(home, 'dist'), { recursive: true });
  const program = join(beside, 'clasp');
  copyFileSync('test/scripts/fake-clasp.mjs', `${program}.mjs`);
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${program}.mjs' "$@"\n`);
  chmodSync(program, 0o755);
  const kept = join(beside, 'fake.json');
  writeFileSync(kept, JSON.stringify({ loggedIn: true, fails: null, remote: {}, calls: [], ...fake }));
  const run = (script: string, ...args: string[]): Ran => {
    const env = { ...process.env, CCHC_CLASP: program, TMPDIR: beside };
    const done = spawnSync(process.execPath, [resolve('scripts', script), ...args], { cwd: home, env, encoding: 'utf8' });
    return { code: done.status, said: `${done.stdout}${done.stderr}` };
  };
  return {
    home,
    beside,
    create: (...args: string[]) => run('create.mjs', ...args),
    push: (...args: string[]) => run('push.mjs', ...args),
    config: () => JSON.parse(readFileSync(join(home, '.clasp.json'), 'utf8')),
    write: (name: string, text: string) => writeFileSync(join(home, name), text),
    fake: (): Fake => JSON.parse(readFileSync(kept, 'utf8')),
    /** What the reporter leaves when these files ran and this was the end. */
    tested: (ran: 'all' | 'some', reason: string, meanwhile = '') => reported(home, { ran, reason, meanwhile }),
  };
}
type Project = ReturnType<typeof project>;

/** Plays vitest to the reporter, in a tree with two test files. */
function reported(home: string, { ran, reason, meanwhile }: { ran: 'all' | 'some'; reason: string; meanwhile: string }): void {
  mkdirSync(join(home, 'test', 'deep'), { recursive: true });
  const files = ['test/a.test.ts', 'test/deep/b.test.tsx'].map((name) => join(home, name));
  for (const path of files) writeFileSync(path, '');
  const code = `
    import { writeFileSync } from 'node:fs';
    import { TestedReporter } from ${JSON.stringify(resolve('scripts/tested.mjs'))};
    const reporter = new TestedReporter();
    reporter.onInit({ config: {} });
    ${meanwhile}
    const tests = [{ result: () => ({ state: 'passed' }) }, { result: () => ({ state: 'skipped' }) }];
    const modules = ${JSON.stringify(ran === 'all' ? files : files.slice(1))}.map((moduleId) => ({ moduleId, children: { allTests: () => tests } }));
    reporter.onTestRunEnd(modules, [], ${JSON.stringify(reason)});`;
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: home, encoding: 'utf8' });
  expect(stderr).toBe('');
}

const commands = ({ fake }: Project): string[] => fake().calls.map(({ args }) => args.join(' '));

afterEach(() => {
  for (const folder of projects.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('npm run create', () => {
  it('makes the sheet and its script elsewhere, and only .clasp.json of ours changes', () => {
    const at = project();
    const { code, said } = at.create('--title', 'Sổ CCHC xã Gia Lương');
    expect([code, at.config()]).toEqual([
      0,
      { scriptId: 'script-made-by-clasp-0002', rootDir: 'dist', parentId: 'sheet-made-by-clasp-0001' },
    ]);
    expect(said).toContain('https://docs.google.com/spreadsheets/d/sheet-made-by-clasp-0001/edit');
    expect(readFileSync(join(at.home, 'appsscript.json'), 'utf8')).toBe(MANIFEST);
    expect(readdirSync(at.home).sort()).toEqual(['.clasp.json', 'appsscript.json', 'dist']);
    const made = at.fake().calls.at(-1);
    expect(made?.args).toEqual(['create-script', '--title', 'Sổ CCHC xã Gia Lương', '--type', 'sheets']);
    expect(made?.cwd.startsWith(at.home)).toBe(false);
    expect(existsSync(made?.cwd ?? '')).toBe(false);
  });

  it.each(['1AbCdEfGhIjKlMnOpQrStUv_-9', 'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUv_-9/edit?gid=0#gid=0'])(
    'binds a script to a sheet that is there: %s',
    (given) => {
      const at = project();
      expect(at.create('--parent', given).code).toBe(0);
      expect(at.fake().calls.at(-1)?.args.slice(3)).toEqual(['--parentId', '1AbCdEfGhIjKlMnOpQrStUv_-9']);
      expect(at.config().parentId).toBe('1AbCdEfGhIjKlMnOpQrStUv_-9');
    },
  );

  it('refuses an address that is none, before it asks clasp anything', () => {
    const at = project();
    expect(at.create('--parent', 'so cua toi')).toEqual({
      code: 1,
      said: expect.stringContaining('neither the id nor the address'),
    });
    expect(commands(at)).toEqual([]);
  });

  it('refuses where .clasp.json names a script, and says what to do instead', () => {
    const at = project();
    at.write('.clasp.json', '{"scriptId":"ma-script-cua-don-vi","rootDir":"dist"}');
    const { code, said } = at.create();
    expect([code, at.config().scriptId, commands(at)]).toEqual([1, 'ma-script-cua-don-vi', []]);
    expect(said).toMatch(/npm run push[\s\S]*git checkout \.clasp\.json/u);
  });

  it.each([
    ['nobody is logged in', { loggedIn: false }, /npx clasp login[\s\S]*usersettings/u],
    [
      'the Apps Script API is off',
      { fails: 'api-off' },
      /not enabled the Apps Script API[\s\S]*No script was made[\s\S]*--parent/u,
    ],
  ])('writes nothing when %s, and says so', (_, fake, told) => {
    const at = project(fake);
    const { code, said } = at.create();
    expect([code, readFileSync(join(at.home, '.clasp.json'), 'utf8')]).toEqual([1, CONFIG]);
    expect(said).toMatch(told);
    expect(readdirSync(at.beside).filter((name) => name.startsWith('so-cchc-create'))).toEqual([]);
  });

  it('believes no exit code: a refusal that ends with 0 made no script', () => {
    const at = project();
    writeFileSync(join(at.beside, '.clasp.json'), '{}');
    expect(at.create()).toEqual({ code: 1, said: expect.stringContaining('No script was made') });
  });

  it('keeps the id of a script that was made although clasp failed after it', () => {
    const at = project({ fails: 'pull' });
    expect(at.create().code).toBe(0);
    expect(at.config()).toEqual({ scriptId: 'script-made-by-clasp-0002', rootDir: 'dist', parentId: 'sheet-made-by-clasp-0001' });
  });
});

describe('npm run push', () => {
  /** A project whose script is there. */
  function installed(fake: Partial<Fake> = {}): Project {
    const at = project(fake);
    at.write('.clasp.json', '{"scriptId":"ma-script-cua-don-vi","rootDir":"dist"}');
    return at;
  }
  const pushed = ({ fake }: Project): string[] => Object.keys(fake().remote);
  const DIST = readdirSync('dist')
    .map((name) => `dist/${name}`)
    .sort();

  it('pushes what was tested, all of it and nothing else, over another manifest', () => {
    const at = installed({ remote: { 'dist/appsscript.json': '{}' } });
    at.tested('all', 'passed');
    const { code, said } = at.push();
    expect([code, pushed(at).sort()]).toEqual([0, DIST]);
    expect(said).toContain('2 tests passed on (2 were skipped)');
    expect(at.fake().remote['dist/appsscript.json']).toBe(MANIFEST);
    expect(commands(at)).toContain('push --force --json');
    process.stdout.write(`clasp would push ${DIST.length} files: ${DIST.join(', ')}\n`);
    expect(at.push().said).toContain('the same already');
  });

  it.each([
    ['no test ran', () => undefined],
    ['only some ran', (at: Project) => at.tested('some', 'passed')],
    ['one failed', (at: Project) => at.tested('all', 'failed')],
    ['a run failed after one that passed', (at: Project) => ['passed', 'failed'].map((reason) => at.tested('all', reason))],
    ['dist was built anew meanwhile', (at: Project) => at.tested('all', 'passed', "writeFileSync('dist/Code.js', '');")],
  ])('refuses when %s', (_, prepare) => {
    const at = installed();
    prepare(at);
    const { code, said } = at.push();
    expect([code, commands(at)]).toEqual([1, []]);
    expect(said).toMatch(/No full run[\s\S]*npm test[\s\S]*--push-what-was-not-tested/u);
  });

  it('refuses what is other than what was tested, by name', () => {
    const at = installed();
    at.tested('all', 'passed');
    at.write('dist/Code.js', 'function onOpen() {}');
    at.write('dist/them.html', '');
    expect(at.push()).toEqual({
      code: 1,
      said: expect.stringContaining('Other than what was tested: dist/Code.js, dist/them.html.'),
    });
    expect(pushed(at)).toEqual([]);
  });

  it('pushes it all the same when that is typed out', () => {
    const at = installed();
    expect(at.push('--push-what-was-not-tested').code).toBe(0);
    expect(pushed(at).sort()).toEqual(DIST);
  });

  it('stops when clasp would leave out a file, or push from elsewhere', () => {
    const at = installed();
    at.write('dist/ghi-chu.md', '');
    expect(at.push('--push-what-was-not-tested')).toEqual({ code: 1, said: expect.stringContaining('clasp would push [') });
    const other = installed();
    other.write('.clasp.json', '{"scriptId":"ma-script-cua-don-vi"}');
    expect(other.push('--push-what-was-not-tested').said).toContain('appsscript.json, dist/');
    expect([pushed(at), pushed(other)]).toEqual([[], []]);
  });

  it('says where the script’s id comes from, and who must log in', () => {
    const none = project();
    expect(none.push('--push-what-was-not-tested').said).toContain('npm run create');
    const nobody = installed({ loggedIn: false });
    expect(nobody.push('--push-what-was-not-tested').said).toContain('npx clasp login');
    expect([pushed(none), pushed(nobody)]).toEqual([[], []]);
  });

  it('says before a push what would change, by name and size, and pushes nothing', () => {
    const at = installed();
    at.push('--push-what-was-not-tested');
    const before = at.fake().remote;
    expect(at.push('--check').said).not.toMatch(/changes|new|goes/u);
    at.write('dist/Code.js', 'function onOpen() {}');
    at.write('dist/them.html', 'abc');
    const { code, said } = at.push('--check');
    expect([code, at.fake().remote]).toEqual([0, before]);
    expect(said).toMatch(/^Code\.js +20 B +[\d,]+ B {2}changes$/mu);
    expect(said).toMatch(/^them\.html +3 B +- {2}new$/mu);
    expect(said).toMatch(/^sidebar\.html .* same$/mu);
    expect(said).toContain('Nothing was pushed.');
    expect(readdirSync(at.beside).filter((name) => name.startsWith('so-cchc-check'))).toEqual([]);
  });

  it('says what it would push where nobody is logged in, and asks Google nothing', () => {
    const at = project({ loggedIn: false });
    expect(at.push('--check')).toEqual({ code: 0, said: expect.stringMatching(/sidebar\.html .*\?[\s\S]*is not known/u) });
    expect(commands(at)).toEqual([]);
  });

  it('tells after a push where Drive is switched on', () => {
    const at = installed();
    expect(at.push('--push-what-was-not-tested').said).toMatch(/Dịch vụ \(Services\)[\s\S]*clasp#1151/u);
  });

  it('only looks, without a login and without a script of its own', () => {
    const at = project({ loggedIn: false });
    at.tested('all', 'passed');
    expect(at.push('--only-look')).toEqual({
      code: 0,
      said: expect.stringContaining(`would push ${DIST.length} files: ${DIST.join(', ')}.`),
    });
    expect(commands(at)).toEqual(['show-file-status --json']);
  });
});
