import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const BUILD = resolve('scripts/build.mjs');
const NOTE = join('scripts', 'note.txt');
let home = '';

/** A project whose sources are these, and one file more that a test may change. */
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'so-cchc-built-'));
  for (const name of ['package.json', 'appsscript.json']) copyFileSync(name, join(home, name));
  for (const name of ['src', 'tools', 'docs']) cpSync(name, join(home, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(home, 'node_modules'), 'junction');
  mkdirSync(join(home, 'scripts'));
  copyFileSync('scripts/guide.css', join(home, 'scripts', 'guide.css'));
  writeFileSync(join(home, NOTE), 'one');
  expect(built().status).toBe(0);
}, 300_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

const built = () => spawnSync(process.execPath, [BUILD], { cwd: home, encoding: 'utf8' });
const leftovers = (): string[] => readdirSync(home).filter((name) => name.startsWith('.building-'));

function isFresh(): boolean {
  const code = `import { isFresh } from ${JSON.stringify(resolve('scripts/freshness.mjs'))}; process.stdout.write(String(isFresh()));`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: home, encoding: 'utf8' }).stdout === 'true';
}

/** A build that is stopped as soon as it has its own place, and how it ended. */
async function stoppedBy(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<string | null> {
  const begun = watch(home);
  const child = spawn(process.execPath, [BUILD], { cwd: home, stdio: 'ignore' });
  await once(begun, 'change');
  begun.close();
  child.kill(signal);
  const [, ended] = await once(child, 'exit');
  return ended;
}

describe('what was built', () => {
  const kept = new Map<string, Buffer>();
  const CHANGED = [NOTE, 'package.json', join('dist', 'Code.js'), join('build', 'cli.mjs'), join('build', 'stamp.json')];
  beforeEach(() => {
    for (const path of CHANGED) kept.set(path, kept.get(path) ?? readFileSync(join(home, path)));
    for (const [path, bytes] of kept) writeFileSync(join(home, path), bytes);
    for (const name of leftovers()) rmSync(join(home, name), { recursive: true });
  });

  it('is fresh as long as nothing changed, whatever the clock says', () => {
    writeFileSync(join(home, NOTE), 'one');
    expect(isFresh()).toBe(true);
  });

  it.each([NOTE, 'package.json', join('dist', 'Code.js'), join('build', 'cli.mjs')])('is no longer when %s changed', (path) => {
    appendFileSync(join(home, path), '\n');
    expect(isFresh()).toBe(false);
  });

  it.each([join('dist', 'Code.js'), join('build', 'cli.mjs'), join('build', 'stamp.json')])('is not without %s', (path) => {
    rmSync(join(home, path));
    expect(isFresh()).toBe(false);
  });

  it('is not with half a stamp', () => {
    writeFileSync(join(home, 'build', 'stamp.json'), readFileSync(join(home, 'build', 'stamp.json')).subarray(0, 100));
    expect(isFresh()).toBe(false);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('survives a build that %s stops, which leaves nothing', async (signal) => {
    expect(await stoppedBy(signal)).toBe(signal);
    expect(leftovers()).toEqual([]);
    expect(isFresh()).toBe(true);
  });

  it('survives a build that is killed, whose rest the next one takes away, but not that of one that still runs', async () => {
    expect(await stoppedBy('SIGKILL')).toBe('SIGKILL');
    expect(leftovers()).toHaveLength(1);
    const running = `.building-${process.pid}-abc`;
    mkdirSync(join(home, running));
    expect(built().status).toBe(0);
    expect(leftovers()).toEqual([running]);
    expect(isFresh()).toBe(true);
  });
});
