import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';

/** What the stubbed server does with each call, in order; the last one repeats. */
export type Script = { readonly today: readonly (string | 'fails' | 'waits')[]; readonly goTo: string };

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
export async function sidebarHtml(): Promise<string> {
  const result = await build({
    entryPoints: ['src/sidebar/sidebar.tsx'],
    bundle: true,
    target: 'es2020',
    charset: 'utf8',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    write: false,
  });
  const script = (result.outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  return readFileSync('src/sidebar/sidebar.html', 'utf8')
    .replace('/*CSS*/', () => readFileSync('src/sidebar/sidebar.css', 'utf8'))
    .replace('/*SCRIPT*/', () => script);
}

/** Opens the page at the width Google gives a sidebar, over a stub of `google.script.run`; `window.asked` keeps the requests. */
export async function openSidebar(
  browser: Browser,
  html: string,
  { script, part }: { script: Script; part?: string },
): Promise<Page> {
  const folder = mkdtempSync(join(tmpdir(), 'sidebar-'));
  const file = join(folder, 'sidebar.html');
  writeFileSync(file, part === undefined ? html : `${html}<script>document.documentElement.dataset.part='${part}'</script>`);
  const page = await browser.newPage({ viewport: { width: 300, height: 900 } });
  page.on('close', () => rmSync(folder, { recursive: true }));
  await page.addInitScript(stubServer, script);
  await page.goto(pathToFileURL(file).href);
  return page;
}

/** Runs in the page. */
function stubServer(script: Script): void {
  const asked: string[] = [];
  const days = [...script.today];
  const answerTo = (request: string): string => {
    if (!request.includes('"today"')) return script.goTo;
    return (days.length > 1 ? days.shift() : days[0]) ?? 'fails';
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
