import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerOf } from '../../src/domain/province/units.ts';
import { gather } from '../../src/host/province/gather.ts';
import { spreadsheetOf } from '../../src/paper/sheet/spreadsheet.ts';
import { openZip, unzip } from '../../src/xlsx/zip.ts';
import { unitsOf } from './made-province.ts';
import { madeFacts, packed, periodsOf } from './made-unit.ts';

type Sums = ReadonlyMap<string, number>;

/** The counts of the statistical forms added over all units, three ways: the same sums, and how long each takes beside ours. */
export async function comparePeers(units: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-peers-'));
  try {
    makeBoth(folder, units);
    const [ours, oursMs] = await timed(() => bySql(folder));
    const [plain, plainMs] = await timed(() => Promise.resolve(byPlainNode(folder)));
    const [office, officeMs] = await timed(() => Promise.resolve(byLibreOffice(folder)));
    const differs = (other: Sums): number => [...ours].filter(([line, sum]) => other.get(line) !== sum).length;
    const said = (name: string, ms: number, other: Sums): string =>
      `${name}: ${(ms / oursMs).toFixed(2)} × gather, ${differs(other)} of ${ours.size} sums differ\n`;
    process.stdout.write(`${units} units, ${ours.size} sums; gather (with every other answer of the period) = 1\n`);
    process.stdout.write(said('plain Node over the CSV files, these sums alone', plainMs, plain));
    process.stdout.write(said('LibreOffice, file by file to CSV, then added', officeMs, office));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<Sums>): Promise<[Sums, number]> {
  const began = performance.now();
  const sums = await work();
  return [sums, performance.now() - began];
}

/** Each unit's forms as a package, and as the workbook that it would mail. */
function makeBoth(folder: string, units: number): void {
  const [period] = periodsOf(2026, 4);
  if (period === undefined) throw new Error('no period');
  for (const name of ['goi', 'so']) mkdirSync(join(folder, name));
  for (const unit of unitsOf({ units })) {
    const facts = madeFacts(1, unit, period, null);
    writeFileSync(join(folder, 'goi', `${unit.code}.zip`), packed({ unit, period }, facts));
    const rows = facts.forms.flatMap(({ form, line, value }) => (value === null ? [] : [[`${form}.${line}`, value]]));
    const columns = ['Dòng', 'Số liệu'].map((title) => ({ title, width: 12 }));
    writeFileSync(
      join(folder, 'so', `${unit.code}.xlsx`),
      spreadsheetOf([{ name: 'Biểu mẫu', title: unit.name, columns, rows }]),
    );
  }
}

async function bySql(folder: string): Promise<Sums> {
  const wish = { folder: join(folder, 'goi'), out: join(folder, 'ra'), register: registerOf([]), due: null, period: null };
  const { answers } = await gather(wish, async () => {});
  return new Map(
    answers.forms.flatMap((row) =>
      typeof row['total'] === 'number' ? [[`${row['form']}.${row['line']}`, row['total']] as const] : [],
    ),
  );
}

function added(sums: Map<string, number>, line: string, value: number): void {
  sums.set(line, (sums.get(line) ?? 0) + value);
}

function byPlainNode(folder: string): Sums {
  const sums = new Map<string, number>();
  for (const file of readdirSync(join(folder, 'goi'))) {
    const zip = openZip(readFileSync(join(folder, 'goi', file)));
    const [, ...lines] = Buffer.from(unzip(zip, 'forms.csv') ?? [])
      .toString('utf8')
      .split('\r\n');
    for (const line of lines.filter((text) => text !== '')) {
      const [form = '', code = '', , , value = ''] = line.split(',').map((cell) => cell.replaceAll('"', ''));
      if (value !== '') added(sums, `${form}.${code}`, Number(value));
    }
  }
  return sums;
}

function byLibreOffice(folder: string): Sums {
  const files = readdirSync(join(folder, 'so')).map((name) => join(folder, 'so', name));
  const profile = `-env:UserInstallation=file://${join(folder, 'ho-so')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'csv', '--outdir', join(folder, 'csv'), ...files], {
    stdio: 'ignore',
  });
  const sums = new Map<string, number>();
  for (const file of readdirSync(join(folder, 'csv'))) {
    const [, , ...lines] = readFileSync(join(folder, 'csv', file), 'utf8').split('\n');
    for (const text of lines.filter((line) => line.trim() !== '')) {
      const [line = '', value = ''] = text.split(/,(.*)/u);
      added(sums, line, Number(value.replaceAll('"', '').replaceAll(',', '')));
    }
  }
  return sums;
}
