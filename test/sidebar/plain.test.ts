import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { plainPage, sidebarPage } from '../../scripts/sidebar-page.mjs';
import type { DialogAnswer, Screen } from '../../src/host/core/environment.ts';
import { TOO_OLD } from '../../src/words/pages/sidebar.ts';
import { aHost } from '../helpers/host.ts';
import { tool } from '../helpers/tools.ts';
import { launch } from './page.ts';

const chromiumPath = tool('chromium');

/** What a browser may lack or a sandbox refuse, each as a script that runs before the page. */
const LACKS: readonly (readonly [what: string, script: string])[] = [
  ['cannot unpack', 'delete window.DecompressionStream'],
  ['unpacks and fails', 'window.DecompressionStream = class { constructor() { throw new Error("not allowed"); } }'],
  ['has no Blob stream', 'Blob.prototype.stream = undefined'],
  [
    'may not add a script, and says so',
    'Element.prototype.append = function (...nodes) { if (nodes.some((node) => node.nodeName === "SCRIPT")) throw new Error("refused"); for (const node of nodes) this.appendChild(typeof node === "string" ? document.createTextNode(node) : node); }',
  ],
  // As a content security policy does: the element is there and nothing runs.
  [
    'may not add a script, and says nothing',
    'const set = Object.getOwnPropertyDescriptor(Node.prototype, "textContent").set; Object.defineProperty(HTMLScriptElement.prototype, "textContent", { set(text) { this.type = "text/plain"; set.call(this, text); } })',
  ],
];

/** What the server is asked, beside the calls of the screens; `fails`: it cannot be reached. */
const STUB = `window.plainAsked = [];
const run = (failure) => ({
  withSuccessHandler: () => run(failure),
  withFailureHandler: (handle) => run(handle),
  ask: () => undefined,
  showPlainPage: (part) => { window.plainAsked.push(part); if (window.serverFails) setTimeout(() => failure(new Error('PERMISSION_DENIED')), 10); },
});
window.google = { script: { run: run(() => undefined) } };`;

describe.runIf(chromiumPath !== null)('a page that this browser cannot run as it travels', () => {
  let browser: Browser;
  let [packed, plain] = ['', ''];
  const pages: Page[] = [];
  const open = async (html: string, scripts: readonly string[], part?: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'sidebar-plain-'));
    const file = join(folder, 'page.html');
    writeFileSync(
      file,
      part === undefined ? html : `${html}<script>document.documentElement.dataset.part=${JSON.stringify(part)}</script>`,
    );
    const page = await browser.newPage({ viewport: { width: 300, height: 900 } });
    page.on('close', () => rmSync(folder, { recursive: true }));
    pages.push(page);
    for (const script of [STUB, ...scripts]) await page.addInitScript(`{ ${script} }`);
    await page.goto(pathToFileURL(file).href);
    return page;
  };
  const asked = (page: Page): Promise<unknown> => page.evaluate('window.plainAsked');
  const started = (page: Page): Promise<unknown> => page.evaluate('document.documentElement.dataset.started');

  beforeAll(async () => {
    [packed, plain] = await Promise.all([sidebarPage(), plainPage()]);
    browser = await launch(chromiumPath ?? '');
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(() => browser.close());

  it('asks nothing of the server where it can', async () => {
    const page = await open(packed, []);
    await page.locator('nav').waitFor();
    expect([await asked(page), await started(page)]).toEqual([[], '']);
  });

  it.each(LACKS)('asks the server once for the plain one where it %s', async (_, lack) => {
    const page = await open(packed, [lack], 'check');
    await page.waitForFunction('window.plainAsked.length > 0');
    await page.waitForTimeout(150);
    expect([await asked(page), await started(page)]).toEqual([['check'], undefined]);
  });

  it.each(LACKS)('runs as the plain one where it %s, and asks no more', async (_, lack) => {
    const page = await open(plain, [lack], 'check');
    await page.locator('nav').waitFor();
    await page.waitForTimeout(150);
    expect([await asked(page), await page.getByText(TOO_OLD).count()]).toEqual([[], 0]);
  });

  it('says that the browser is too old where the server cannot be reached either', async () => {
    const page = await open(packed, [LACKS[0]?.[1] ?? '', 'window.serverFails = true']);
    await page.getByText(TOO_OLD).waitFor();
    expect(await asked(page)).toEqual([null]);
  });
});

describe('the server that is asked for the plain page', () => {
  const answers: DialogAnswer[] = [];
  it.each([
    ['check', 'sidebar'],
    ['open-period', 'dialog'],
    ['no such part', 'sidebar'],
    [null, 'sidebar'],
  ] as const)('shows it at %s as a %s, and leaves the mark that the self-test reads', (part, kind) => {
    const screen: Screen = { answers, shown: [] };
    const host = aHost({ screen });
    try {
      host.page('showPlainPage', part);
      const [shown, ...others] = screen.shown;
      const html = shown !== undefined && 'html' in shown ? shown.html : '';
      expect([shown?.kind, others.length, html.includes(TOO_OLD)]).toEqual([kind, 0, true]);
      expect([html.includes('no such part'), /[A-Za-z0-9+/]{1000}/u.test(html)]).toEqual([false, false]);
      expect(host.sidecar.properties).toEqual({ 'plain-page': 'asked' });
    } finally {
      host.remove();
    }
  });
});
