import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toSvg } from '../../src/paper/picture/to-svg.ts';
import { toHtml } from '../../src/paper/to-html.ts';
import { toText } from '../../src/paper/to-text.ts';
import { corpus, type Hostile } from '../fixtures/corpus.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { tool } from '../helpers/tools.ts';
import { launch, openSidebar, sidebarHtml } from '../sidebar/page.ts';
import { aCheck, anOwed, answered, at, aView } from '../sidebar/samples.ts';
import { aTab, fakeServer } from '../workbench/fake.ts';
import { look, type SeenPage, seen } from './browser.ts';
import { LONGEST_TOLD, saidMail } from './letters.ts';
import { asShown, escapesOfMarked } from './oracles.ts';
import { frameOf, harmless, paperOf } from './papers.ts';
import { marked, unspaced } from './rules.ts';
import { expectNoEscape } from './tally.ts';

const all = corpus();
const short = all.filter(({ text }) => text.length <= 255);
const textsOf = (texts: readonly Hostile[]): string[] => texts.map(({ text }) => text);
/** Nodes take a text without reading it. */
const asItIs = (text: string): string => text;
const neverAsked = (): never => {
  throw new Error('no such screen');
};

type Shown = { readonly reply: string; readonly times: number };

/** Screens of the sidebar with what the server tells them, each text wherever a screen can show one, and how often it then stands there. */
const SCREENS: Readonly<Record<string, (texts: readonly string[]) => Shown>> = {
  today: (said) => {
    const lines = said.map((text) => ({ text, at: at('J1') }));
    const period = { name: '6 tháng đầu năm 2024', line: said.join(' ') };
    return { reply: answered('today', aView({ period, notices: lines, attention: lines, daily: said.join(' ') })), times: 4 };
  },
  check: (said) => {
    const problems = said.map((text) => ({ code: 'missing-tab' as const, severity: 'must-fix' as const, text, at: at('J1') }));
    return { reply: answered('check', aCheck({ problems })), times: 1 };
  },
  owed: (said) => {
    const rows = said.map((text, n) => ({ id: `N${n}`, text, at: at('J1') }));
    return { reply: answered('owed', anOwed([{ role: said.join(' '), count: said.length, rows }])), times: 2 };
  },
  indicators: (said) => {
    const rows = said.map((text, n) => ({
      id: `T${n}`,
      title: text,
      field: 'Thể chế',
      verdict: 'not-met' as const,
      why: text,
      proposed: false,
    }));
    return { reply: answered('indicators', { period: '6 tháng đầu năm 2024', open: [], rows }), times: 2 };
  },
};

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

  it.each(Object.keys(SCREENS))('the sidebar shows each as text, and has the elements of its harmless twin: %s', async (part) => {
    const html = await sidebarHtml();
    const toldBy = (texts: readonly string[]): Shown => (SCREENS[part] ?? neverAsked)(texts.map(marked));
    const shown = async (texts: readonly string[]): Promise<SeenPage> => {
      const page = await openSidebar(browser, html, { part, script: { [part]: [toldBy(texts).reply] } });
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
    expectNoEscape(`sidebar, ${part}`, short, escapesOfMarked(page.text, short, { times: toldBy([]).times, rule: asItIs }));
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

  it('a paper as a picture shows each as text, and has no element but those of letters and boxes', async () => {
    // Lines break where the width says, so that white space is all that differs.
    const page = await seen(browser, toSvg({ ...paperOf(textsOf(all)), annexes: [] }));
    const twin = await seen(browser, toSvg({ ...paperOf(textsOf(all).map(harmless)), annexes: [] }));
    expect([page.hurt, page.asked]).toEqual([false, []]);
    expect(Object.keys(page.elements).sort()).toEqual(['rect', 'svg', 'text', 'title', 'tspan']);
    expect(Object.keys(page.attributes).sort()).toEqual(Object.keys(twin.attributes).sort());
    expectNoEscape(
      'paper as a picture',
      all,
      escapesOfMarked(unspaced(page.text), all, { times: 4, rule: (text) => unspaced(asShown(text)) }),
    );
  });

  it('a mail shows each as text, on the line where it stands, and has the elements of its harmless twin', async () => {
    const told = all.filter(({ text }) => text.length <= LONGEST_TOLD);
    const letters = saidMail(told);
    const page = await seen(browser, letters.map(({ html }) => html).join(''));
    // As long as they are: a long proposal is asked of nobody, and a letter tells fewer of long texts.
    const twin = saidMail(told.map(({ kind, text }) => ({ kind, text: 'x'.repeat(text.length) })));
    expectTwins(page, await seen(browser, twin.map(({ html }) => html).join('')));
    expectNoEscape(
      'mail as HTML',
      told,
      letters.flatMap(({ escapes }) => escapes(page.text)),
    );
  });

  it('the workbench shows each in its cell as text', async () => {
    ensureBuilt();
    const COLUMNS = 8;
    const texts = textsOf(short).map(marked);
    const cells = Array.from({ length: Math.ceil(texts.length / COLUMNS) }, (_, line) => ({
      row: line + 3,
      cells: Object.fromEntries(texts.slice(line * COLUMNS, (line + 1) * COLUMNS).map((t, at) => [at + 1, { t }])),
    }));
    const tab = aTab(0, { rows: cells.length + 3, cells, guards: [], lists: [] });
    const fake = await fakeServer(readFileSync('build/workbench.html', 'utf8'), tab);
    const page = await browser.newPage({ viewport: { width: 1600, height: 40 * cells.length } });
    try {
      await page.goto(fake.address);
      await page.locator(`[data-r="${cells.length + 2}"] > [data-c="1"]`).waitFor();
      const found = await look(page, '.body');
      expect(found.hurt).toBe(false);
      expectNoEscape('workbench', short, escapesOfMarked(found.text, short, { times: 1, rule: asItIs }));
    } finally {
      await page.close();
      fake.close();
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
