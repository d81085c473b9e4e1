import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { writeWhole } from '../host/file/files.ts';
import { DEMO_PAGE } from '../words/host/demo.ts';

/** How each system opens a page in the person's own browser; `null`: nobody knows. */
export function openerOf(platform: NodeJS.Platform): readonly string[] | null {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  if (platform === 'darwin') return ['open'];
  return platform === 'linux' ? ['xdg-open'] : null;
}

const FILE = '.cchc-mo-trang.html';
/** A browser that is not running yet takes its time. */
const KEPT_FOR = 20_000;

/**
 * Opens the page in the person's browser, by a file that leads there: what a program is started with is seen by everybody on the machine, and the
 * address opens the workbook. Whether it worked nobody can tell; the address is printed anyway.
 */
export function openInBrowser(workspace: string, address: string): void {
  const path = join(workspace, FILE);
  const [command, ...args] = openerOf(process.platform) ?? [];
  if (command === undefined) return;
  try {
    writeWhole(path, Buffer.from(leadingTo(address)));
    spawn(command, [...args, pathToFileURL(path).href], { stdio: 'ignore', detached: true })
      .on('error', () => undefined)
      .unref();
  } catch {
    return;
  }
  wait(KEPT_FOR, undefined, { ref: false }).then(
    () => rmSync(path, { force: true }),
    () => undefined,
  );
}

/** Takes the file away with the program. */
export function forgetPage(workspace: string): void {
  rmSync(join(workspace, FILE), { force: true });
}

/** The address holds no sign that would have to be escaped. */
function leadingTo(address: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${DEMO_PAGE.opening}</title><meta http-equiv="refresh" content="0;url=${address}"></head><body><a href="${address}">${DEMO_PAGE.opening}</a></body></html>`;
}
