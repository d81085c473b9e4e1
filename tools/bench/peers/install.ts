import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Packages that only this bench runs, exactly these; none is a dependency. HyperFormula is GPL and never leaves the temporary folder. */
const PINS: Readonly<Record<string, string>> = {
  hyperformula: '3.5.0',
  exceljs: '4.4.0',
  xlsx: '0.18.5',
  ajv: '8.20.0',
  pizzip: '3.3.0',
};

/** The packages to compare with: by name, `null` where one is absent. */
export type Peers = {
  readonly folder: string;
  load(name: string): unknown;
  versionOf(name: string): string;
};

/** Peers of a folder into which npm installed them, else of this repo's own packages. */
export function peersIn(folder: string): Peers {
  const there = createRequire(join(folder, 'package.json'));
  const here = createRequire(join(process.cwd(), 'package.json'));
  const from = (name: string): NodeJS.Require =>
    existsSync(join(folder, 'node_modules', name.split('/')[0] ?? '')) ? there : here;
  const load = (name: string): unknown => {
    try {
      return from(name)(name);
    } catch {
      return null;
    }
  };
  return { folder, load, versionOf: (name) => versionAt(folder, name) ?? versionAt(process.cwd(), name) ?? '?' };
}

function versionAt(folder: string, name: string): string | null {
  const path = join(folder, 'node_modules', name, 'package.json');
  return existsSync(path) ? String(JSON.parse(readFileSync(path, 'utf8')).version) : null;
}

/** Installs the peers into a temporary folder by these very versions; says so where npm cannot, and goes on with what is there. */
export function installPeers(say: (line: string) => void): Peers {
  const name = Object.entries(PINS).map(([peer, version]) => `${peer}-${version}`);
  const folder = join(tmpdir(), `so-cchc-peers-${name.join('-')}`);
  if (Object.keys(PINS).some((peer) => versionAt(folder, peer) !== PINS[peer])) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: PINS }));
    try {
      const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
      execFileSync('npm', ['install', ...quiet], { cwd: folder, stdio: 'pipe' });
    } catch {
      say('npm could not install the peers: those that are not there take no part');
    }
  }
  return peersIn(folder);
}
