import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../src/local/server/serve.ts';
import { toHtml } from '../../src/paper/to-html.ts';
import { toText } from '../../src/paper/to-text.ts';
import { corpus, type Hostile } from '../fixtures/corpus.ts';
import { tool } from '../helpers/tools.ts';
import { launch, openSidebar, sidebarHtml } from '../sidebar/page.ts';
import { look, type SeenPage, seen } from './browser.ts';
import { LONGEST_TOLD, saidMail } from './letters.ts';
import { asShown, escapesOfMarked } from './oracles.ts';
import { frameOf, harmless, paperOf } from './papers.ts';
import { marked } from './rules.ts';
import { expectNoEscape } from './tally.ts';

const all = corpus();
const short = all.filter(({ text }) => text.length <= 255);
const textsOf = (texts: readonly Hostile[]): string[] => texts.map(({ text }) => text);
/** Nodes take a text without reading it. */
const asItIs = (text: string): string => text;
const at = (a1: string) => ({ tab: 'Nhập số liệu', row: 12, column: 10, a1: `Nhập số liệu!${a1}` });

/** What the sidebar is told by the server, with each text as a matter, as a problem and as a row that is owed. */
function viewOf(texts: readonly string[]): string {
  const said = texts.map(marked);
  const all = said.join(' ');
  const reply = {
    today: '2024-06-20',
    sample: false,
    period: { name: all, line: all },
    counts: { verdicts: {}, statuses: {}, problems: { 'must-fix': 1, review: 0, note: 0 } },
    attention: said.map((text) => ({ text, at: at('J1') })),
    problems: said.map((text) => ({ code: 'missing-tab', severity: 'must-fix', text, at: at('J1') })),
    owed: [{ role: all, count: said.length, rows: said.map((text, n) => ({ id: `N${n}`, text, at: at('J1') })) }],
  };
  return JSON.stringify({ ok: true, reply });
}

function expectTwins(page: SeenPage, twin: SeenPage): void {
  expect([page.hurt, page.asked]).toEqual([false, []]);
  expect([page.elements, page.attributes]).toEqual([twin.elements, twin.attributes]);
}

const chromium = tool('chromium');
describe.runIf(chromium !== null)('texts on a page in Chromium, under no policy', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(chromium ?? '');
  });
  afterAll(() => browser.close());

  it('the sidebar shows each as text, and has the elements of its harmless twin', async () => {
    const html = await sidebarHtml();
    const shown = async (texts: readonly string[]): Promise<SeenPage> => {
      const page = await openSidebar(browser, html, { script: { today: [viewOf(texts)] } });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.locator('main[aria-busy=false]').waitFor();
      await page.evaluate(
        "for (const one of document.querySelectorAll('button')) if (one.textContent.startsWith('Xem thêm')) one.click()",
      );
      const found = await look(page, 'main');
      await page.close();
      return { ...found, asked };
    };
    const page = await shown(textsOf(short));
    expectTwins(page, await shown(textsOf(short).map(harmless)));
    expectNoEscape('sidebar', short, escapesOfMarked(page.text, short, { times: 5, rule: asItIs }));
  });

  it('a paper as HTML shows each as text, and has the elements of its harmless twin', async () => {
    const bare = (texts: readonly string[]) => toHtml({ ...paperOf(texts), banner: null, annexes: [] });
    const body = await seen(browser, bare(textsOf(all)));
    expectTwins(body, await seen(browser, bare(textsOf(all).map(harmless))));
    expectNoEscape('paper as HTML', all, escapesOfMarked(body.text, all, { times: 2 }));
    const framed = (texts: readonly string[]) => toHtml(paperOf([], frameOf(texts)));
    const frame = await seen(browser, framed(textsOf(short)));
    expectTwins(frame, await seen(browser, framed(textsOf(short).map(harmless))));
    expectNoEscape('frame of a paper as HTML', short, escapesOfMarked(frame.text, short, { times: 12 }));
  });

  it('a mail shows each as text, on the line where it stands, and has the elements of its harmless twin', async () => {
    const told = all.filter(({ text }) => text.length <= LONGEST_TOLD);
    const letters = saidMail(told);
    const page = await seen(browser, letters.map(({ html }) => html).join(''));
    const twin = saidMail(told.map(({ kind }) => ({ kind, text: 'x' })));
    expectTwins(page, await seen(browser, twin.map(({ html }) => html).join('')));
    expectNoEscape(
      'mail as HTML',
      told,
      letters.flatMap(({ escapes }) => escapes(page.text)),
    );
  });

  it('the page of the local host shows each that HTML can hold as text', async () => {
    const held = short.filter(({ text }) => asShown(text) === text);
    const workspace = mkdtempSync(join(tmpdir(), 'so-cchc-lines-'));
    const texts = held.map(({ text }, n) => marked(text, n));
    const serving = await serve({ workspace, port: 0, lines: texts, ask: () => '' });
    const page = await browser.newPage({ bypassCSP: true });
    try {
      await page.goto(serving.address);
      const found = await look(page, 'main');
      expect(found.hurt).toBe(false);
      expect(found.elements['li']).toBe(held.length);
      expectNoEscape('page of the local host', held, escapesOfMarked(found.text, held, { times: 1 }));
    } finally {
      await page.close();
      serving.close();
      rmSync(workspace, { recursive: true });
    }
  });
});

describe('a paper as plain text', () => {
  it('says each text', () => {
    expectNoEscape(
      'paper as text',
      all,
      escapesOfMarked(toText(paperOf(textsOf(all))), all, { times: 5, rule: (text) => text.replace(/\u00a0/gu, ' ') }),
    );
  });
});
