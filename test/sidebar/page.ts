import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { sidebarPage } from '../../scripts/sidebar-page.mjs';
import type { Host } from '../../src/host/host.ts';

/** What the stubbed server does with each call, by its name and in order; the last one repeats, and `*` answers every other call. */
export type Script = Readonly<Record<string, readonly (string | 'fails' | 'waits')[]>>;

export function launch(executablePath: string): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
  ];
  return chromium.launch({ executablePath, args });
}

/** The page as the build makes it, in one text. */
export const sidebarHtml = sidebarPage;

/** Opens the page at the width Google gives a sidebar, over a stub of `google.script.run`; `window.asked` keeps the requests. */
export async function openSidebar(
  browser: Browser,
  html: string,
  { script, part, width = 300 }: { script: Script; part?: string; width?: number },
): Promise<Page> {
  const folder = mkdtempSync(join(tmpdir(), 'sidebar-'));
  const file = join(folder, 'sidebar.html');
  // As `google/screen.ts` appends it: behind the script of the page.
  writeFileSync(file, part === undefined ? html : `${html}<script>document.documentElement.dataset.part='${part}'</script>`);
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  page.on('close', () => rmSync(folder, { recursive: true }));
  await page.addInitScript(stubServer, script);
  await page.goto(pathToFileURL(file).href);
  return page;
}

/** Runs in the page. */
function stubServer(script: Script): void {
  const asked: string[] = [];
  const queues = new Map(Object.entries(script).map(([call, answers]) => [call, [...answers]]));
  const answerTo = (request: string): string => {
    const queue = queues.get(JSON.parse(request).call) ?? queues.get('*') ?? [];
    return (queue.length > 1 ? queue.shift() : queue[0]) ?? 'fails';
  };
  const run = (success: (text: string) => void, failure: (error: Error) => void) => ({
    withSuccessHandler: (handle: (text: string) => void) => run(handle, failure),
    withFailureHandler: (handle: (error: Error) => void) => run(success, handle),
    ask: (request: string) => {
      asked.push(request);
      const text = answerTo(request);
      if (text === 'waits') return;
      setTimeout(() => (text === 'fails' ? failure(new Error('PERMISSION_DENIED')) : success(text)), 30);
    },
  });
  const nothing = () => undefined;
  Object.assign(window, { asked, google: { script: { run: run(nothing, nothing) } } });
}

/** The page over the real script: every call goes through the host's own door, unless `instead` answers it (`fails` = no connection). */
export async function openOnHost(
  browser: Browser,
  html: string,
  { host, part, width = 300, instead = () => null }: OnHost,
): Promise<Page> {
  const folder = mkdtempSync(join(tmpdir(), 'sidebar-'));
  const file = join(folder, 'sidebar.html');
  writeFileSync(file, `${html}<script>document.documentElement.dataset.part='${part}'</script>`);
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  page.on('close', () => rmSync(folder, { recursive: true }));
  await page.exposeFunction('askHost', (request: string) => instead(request) ?? String(host.page('ask', request)));
  await page.addInitScript(hostServer);
  await page.goto(pathToFileURL(file).href);
  return page;
}
export type OnHost = {
  readonly host: Pick<Host, 'page'>;
  readonly part: string;
  readonly width?: number;
  readonly instead?: (request: string) => string | null;
};

/** Runs in the page. */
function hostServer(): void {
  const asked: string[] = [];
  const run = (success: (text: string) => void, failure: (error: Error) => void) => ({
    withSuccessHandler: (handle: (text: string) => void) => run(handle, failure),
    withFailureHandler: (handle: (error: Error) => void) => run(success, handle),
    ask: (request: string) => {
      asked.push(request);
      const answer: Promise<string> = Reflect.get(window, 'askHost')(request);
      answer.then((text) => (text === 'fails' ? failure(new Error('PERMISSION_DENIED')) : success(text)), failure);
    },
  });
  const nothing = () => undefined;
  Object.assign(window, { asked, google: { script: { run: run(nothing, nothing) } } });
}
