import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundlePage } from '../../../src/host/core/dist.ts';
import type { PageSaid } from '../../../src/workbench/protocol.ts';
import type { Called } from '../../../src/workbench/server/messages.ts';
import { type Serving, serve } from '../../../src/workbench/server/serve.ts';
import { ensureBuilt } from '../../helpers/built.ts';
import { tool } from '../../helpers/tools.ts';
import { launch } from '../../sidebar/page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SENTENCE = 'Tệp sổ đang mở trong chương trình khác. Chưa ghi gì vào tệp.';
const chromiumPath = tool('chromium');

/** A page that stands for the workbench: it shows one page of the script and hears when that closes itself. */
const PARENT = `<!doctype html><html lang="vi"><head><title>Sổ</title></head><body><main><h1>Sổ</h1>
<iframe title="Thẻ bên" src="/trang/1?ma=__TOKEN__" width="320" height="600"></iframe></main>
<script nonce="__NONCE__">window.heard = []; addEventListener('message', (said) => heard.push([said.origin === location.origin, said.data]));</script>
</body></html>`;
/** A page that does everything a page may do with its script. */
const DOES_ALL = `<!doctype html><html lang="vi"><head><title>x</title></head><body><script>
var told = [];
google.script.run.withSuccessHandler((value) => told.push(['ok', value])).withFailureHandler((error) => told.push(['failed', error.message])).first(1, { a: [null] });
google.script.run.withFailureHandler((error) => told.push(['failed', error.message])).withSuccessHandler(() => told.push('?')).second('x');
google.script.run.third();
</script><button onclick="told.push('inline')">x</button><img src="https://xau.example/a.png" alt=""></body></html>`;

describe.skipIf(chromiumPath === null)('a page of the script, served', () => {
  let browser: Browser;
  let serving: Serving;
  let folder = '';
  let calls: unknown[] = [];
  let answer: (name: string) => Called;
  let show: (html: string) => void;

  const open = async (html: string): Promise<Page> => {
    show(html);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(serving.address);
    return page;
  };

  beforeAll(async () => {
    ensureBuilt();
    folder = mkdtempSync(join(tmpdir(), 'so-cchc-page-'));
    serving = await serve({
      workspace: folder,
      port: 0,
      page: () => PARENT,
      sharedStream: () => 'hub',
      openWorkbookSession: async (hearing) => {
        show = (html) => hearing.page({ number: 1, window: 'a', html });
        return {
          command: async () => ({ ok: false, sentence: '' }),
          call: async (window, call) => {
            calls.push([window, call]);
            return answer(call.name);
          },
          minute: () => undefined,
          gone: () => undefined,
          close: async () => undefined,
        };
      },
    });
    browser = await launch(chromiumPath ?? '');
  });
  beforeEach(() => {
    calls = [];
  });
  afterAll(async () => {
    await browser.close();
    await serving.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const SIDEBAR = (): string => bundlePage('sidebar') ?? '';
  const frameOf = (page: Page) => page.frames().find((frame) => frame.url().includes('/trang/'));

  it('is the very sidebar: it says what the script refuses, with nothing that axe finds wrong', async () => {
    answer = () => ({ ok: true, value: JSON.stringify({ ok: false, sentence: SENTENCE }) });
    show(SIDEBAR());
    // axe is put into the page, which its own policy rightly forbids.
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, bypassCSP: true });
    await page.goto(serving.address);
    await page.frameLocator('iframe').getByText(SENTENCE).first().waitFor();
    expect(calls[0]).toEqual(['a', { name: 'ask', args: [expect.stringMatching(/^\{"call":"/u)] }]);
    const frame = frameOf(page);
    await frame?.addScriptTag({ content: AXE });
    const violations = 'axe.run().then((result) => result.violations.map((one) => one.id + ": " + one.nodes[0].html))';
    expect(await frame?.evaluate(violations)).toEqual([]);
    await page.close();
  });

  it('calls functions as on Google: any name, plain arguments, answers, failures; its policy lets nothing else in', async () => {
    answer = (name) => (name === 'first' ? { ok: true, value: { b: 1 } } : { ok: false, message: `${name} hỏng` });
    const page = await open(DOES_ALL);
    const refused: string[] = [];
    page.on('console', (said) => refused.push(said.text()));
    await page.reload();
    const frame = frameOf(page);
    await frame?.waitForFunction('told.length === 2');
    await frame?.evaluate('document.querySelector("button").click()');
    expect(await frame?.evaluate('told.sort()')).toEqual([
      ['failed', 'second hỏng'],
      ['ok', { b: 1 }],
    ]);
    expect(calls.slice(-3)).toEqual([
      ['a', { name: 'first', args: [1, { a: [null] }] }],
      ['a', { name: 'second', args: ['x'] }],
      ['a', { name: 'third', args: [] }],
    ]);
    expect(refused.filter((text) => text.includes('Content Security Policy'))).toHaveLength(2);
    await page.close();
  });

  it('tells its window when it closes itself', async () => {
    const page = await open(SIDEBAR());
    await frameOf(page)?.waitForFunction('window.google');
    await frameOf(page)?.evaluate('google.script.host.close()');
    await page.waitForFunction('heard.length === 1');
    const heard: readonly (readonly [boolean, PageSaid])[] = await page.evaluate('heard');
    expect(heard).toEqual([[true, { closed: expect.stringMatching(/^\/trang\/1\?ma=[0-9a-f]{32}$/u) }]]);
    await page.close();
  });
});
