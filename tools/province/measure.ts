import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatherFolder } from '../../src/cli/gather/gather.ts';
import { day } from '../../src/domain/core/day.ts';
import { LIST, makeFolder, SENT } from './made-folder.ts';

/** `cpu`: seconds of all its threads, which a busy machine does not stretch as it does the time on the wall. */
type Figures = { readonly cpu: number; readonly wall: number; readonly megabytes: number };

/** One run in this process, told as JSON. */
export async function measureOne(folder: string): Promise<void> {
  const began = performance.now();
  await gatherFolder({
    ...{ folder: join(folder, SENT), unit: 'UBND tỉnh Mẫu', units: join(folder, LIST), out: join(folder, 'tong-hop') },
    ...{ period: null, due: null, rank: null, today: day('2026-12-20') },
  });
  const { user, system } = process.cpuUsage();
  const figures: Figures = {
    cpu: (user + system) / 1e6,
    wall: (performance.now() - began) / 1000,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

/** Years and periods of the measured provinces: packages grow with the units alone. */
const [YEARS, PERIODS] = [Number(process.env['YEARS'] ?? 5), process.env['PERIODS'] === '12' ? 12 : 4] as const;

/** Sizes from small to large; between two of them time grows as the units to the power of the exponent. */
export function measureAll(sizes: readonly number[]): void {
  let before: { readonly units: number; readonly cpu: number } | null = null;
  for (const units of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'so-cchc-province-'));
    try {
      const began = performance.now();
      makeFolder(folder, { units, years: YEARS, periods: PERIODS, seed: 1 });
      const made = Math.round((performance.now() - began) / 1000);
      const { cpu, wall, megabytes }: Figures = JSON.parse(
        execFileSync(process.execPath, [process.argv[1] ?? '', 'one', folder], { encoding: 'utf8' }),
      );
      const exponent =
        before === null ? '' : `, exponent ${(Math.log(cpu / before.cpu) / Math.log(units / before.units)).toFixed(2)}`;
      process.stdout.write(
        `${units} units × ${YEARS} years × ${PERIODS} periods = ${(units * YEARS * PERIODS).toLocaleString('en')} packages (made in ${made} s): gathered in ${cpu.toFixed(1)} s of CPU (${wall.toFixed(1)} s on the wall), ${megabytes} MB at most${exponent}\n`,
      );
      before = { units, cpu };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
