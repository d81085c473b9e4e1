import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a program cost: its processor's time, because the clock on the wall shows what else the machine does; its peak of memory; what it said. */
export type Measured = {
  readonly cpuSeconds: number;
  readonly megabytes: number;
  /** Null for one that was killed. */
  readonly code: number | null;
  readonly said: string;
};

const LOOK_EVERY_MS = 20;
const TICKS_PER_SECOND = 100;

/**
 * The processor's seconds that this machine needs at this hour for a fixed piece of work (`reference-work.mjs`; about one second where the
 * limits were set), the median of three: limits are multiples of it, for a slow machine makes no file a hostile one.
 */
export async function secondsOfReferenceWork(): Promise<number> {
  const took: number[] = [];
  for (let run = 0; run < 3; run++)
    took.push((await measured(['test/helpers/reference-work.mjs'], { seconds: 60, megabytes: 4096 })).cpuSeconds);
  return took.sort((one, other) => one - other)[1] ?? 1;
}

/** Runs a Node program, and kills it when it passes the limits twice over. Linux only. */
export function measured(
  args: readonly string[],
  limits: { readonly seconds: number; readonly megabytes: number },
): Promise<Measured> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [cpuSeconds, megabytes, said] = [0, 0, ''];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += String(piece)));
  const look = setInterval(() => {
    const seen = usedBy(child.pid ?? 0);
    cpuSeconds = Math.max(cpuSeconds, seen.cpuSeconds);
    megabytes = Math.max(megabytes, seen.megabytes);
    if (cpuSeconds > limits.seconds * 2 || megabytes > limits.megabytes * 2) child.kill('SIGKILL');
  }, LOOK_EVERY_MS);
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      clearInterval(look);
      resolve({ cpuSeconds, megabytes, code, said });
    });
  });
}

function usedBy(pid: number): { cpuSeconds: number; megabytes: number } {
  try {
    const peak = /VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
    // After the name in brackets: state, then numbers; the 12th and 13th are ticks of its own and of the system for it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
      megabytes: Math.round(Number(peak) / 1024),
    };
  } catch {
    // It has ended.
    return { cpuSeconds: 0, megabytes: 0 };
  }
}
