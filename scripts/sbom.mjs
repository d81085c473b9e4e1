/**
 * `npm run sbom`: writes the bill of materials by npm itself (`build/sbom.cdx.json`, CycloneDX, made anew each time, so it cannot be stale) and
 * the list of licences that people read (`docs/licences.md`, which a test holds to the lockfile).
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What is bundled into what an office gets: the script, and the page (the last one). */
const BUNDLED = ['fflate', 'zod', 'preact'];

/** npm's own bill of materials of the lockfile, without what differs from run to run; npm names us after the folder we stand in. */
export function bill() {
  const program = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [npm, ...first] = program;
  const args = [...first, 'sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { serialNumber: _, ...made } = JSON.parse(execFileSync(npm, args, { encoding: 'utf8', maxBuffer: 64_000_000 }));
  const { timestamp: __, ...metadata } = made.metadata;
  const { name } = JSON.parse(readFileSync('package.json', 'utf8'));
  return { ...made, metadata: { ...metadata, component: { ...metadata.component, name } } };
}

/** What a package's manifest does not say of its licence and the licence file that comes with it does. */
const BY_LICENCE_FILE = { duck: 'BSD-2-Clause', fuzzy: 'MIT', 'url-template': 'BSD-3-Clause' };

/** Every package of the lockfile, once per place. */
export function lockedPackages() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const found = Object.entries(packages).filter(([path]) => path !== '');
  return found.map(([path, held]) => {
    const name = held.name ?? path.replace(/^.*node_modules\//u, '');
    return { path, ...held, name, license: BY_LICENCE_FILE[name] ?? held.license };
  });
}

/** The first line of a package's licence that says whose it is. */
function copyrightOf(name) {
  const folder = join('node_modules', name);
  const file = readdirSync(folder).find((each) => /^licen[cs]e/iu.test(each));
  const lines = file === undefined ? [] : readFileSync(join(folder, file), 'utf8').split('\n');
  return lines.find((line) => /copyright/iu.test(line))?.trim() ?? 'no line of its own';
}

const cell = (text) => text.replaceAll('|', '\\|');
const unique = (names) => [...new Set(names)].sort();

/** `docs/licences.md` as it should be. */
export function licences() {
  const all = lockedPackages();
  const byLicence = grouped(all);
  const rows = [...byLicence]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([licence, packages]) => {
      const names = unique(packages.map(({ name }) => name));
      return `| ${cell(licence)} | ${packages.length} | ${names.join(', ')} |`;
    });
  const bundled = BUNDLED.map((name) => {
    const { version, license } = all.find(({ path }) => path === `node_modules/${name}`);
    return `| ${name} | ${version} | ${cell(license)} | ${cell(copyrightOf(name))} |`;
  });
  return [
    '# Licences',
    '',
    `Written by \`npm run sbom\` from \`package-lock.json\`; \`test/supply-chain.test.ts\` fails when it is stale, or when a licence comes in that is not on its list. All ${all.length} packages, other systems’ binaries included.`,
    '',
    '## In what an office gets',
    '',
    '`dist/Code.js` and `dist/sidebar.html` hold parts of these three and of nothing else that is not ours. Their licence asks that this notice goes along.',
    '',
    '| package | version | licence | whose |',
    '| --- | --- | --- | --- |',
    ...bundled,
    '',
    '## All that is installed to build, test and run it locally',
    '',
    '| licence | packages | names |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** The systems on which an office installs. */
const OFFICE_SYSTEMS = ['win32 x64', 'win32 arm64', 'darwin x64', 'darwin arm64', 'linux x64', 'linux arm64'];

/** Whether npm installs a package on a system, as its `os` and `cpu` say. */
function isFor(system, { os, cpu, libc }) {
  const [itsOs, itsCpu] = system.split(' ');
  // An office's Linux is one of glibc.
  if (libc !== undefined && !libc.includes('glibc')) return false;
  return (os === undefined || os.includes(itsOs)) && (cpu === undefined || cpu.includes(itsCpu));
}

/**
 * What the lockfile does not prove, line by line: packages without an address come from whatever registry the machine is set to, and of
 * one without a fingerprint npm cannot tell whether it was changed. For each system of an office, which of these it would install.
 */
export function gaps(packages = lockedPackages()) {
  const homeless = packages.filter(({ resolved, link }) => resolved === undefined && link !== true);
  const bare = packages.filter(({ integrity, link }) => integrity === undefined && link !== true);
  const others = packages.filter(({ os, cpu }) => os !== undefined || cpu !== undefined);
  return [
    `${homeless.length} of ${packages.length} packages without an address (resolved): they come from the registry that the machine is set to`,
    `${others.length} packages for some systems only; ${bare.length} packages without a fingerprint (integrity)`,
    ...OFFICE_SYSTEMS.map((system) => {
      const names = unique(bare.filter((held) => isFor(system, held)).map(({ name }) => name));
      return `- ${system} installs ${names.length === 0 ? 'none of these' : `unproved: ${names.join(', ')}`}`;
    }),
  ];
}

function grouped(all) {
  const groups = new Map();
  for (const held of all) groups.set(held.license, [...(groups.get(held.license) ?? []), held]);
  return groups;
}

if (process.argv[1] !== undefined && pathToFileURL(process.argv[1]).href === import.meta.url) {
  const made = bill();
  mkdirSync('build', { recursive: true });
  writeFileSync('build/sbom.cdx.json', `${JSON.stringify(made, null, 1)}\n`);
  writeFileSync('docs/licences.md', licences());
  process.stdout.write(
    `build/sbom.cdx.json: ${made.components.length} components; docs/licences.md: ${lockedPackages().length} packages\n${gaps().join('\n')}\n`,
  );
}
