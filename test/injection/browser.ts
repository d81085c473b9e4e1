import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';

/** What a page became: its text between the marks, how often it has each element, what it asked of the network, what ran. */
export type SeenPage = {
  readonly text: string;
  readonly elements: Readonly<Record<string, number>>;
  readonly attributes: Readonly<Record<string, number>>;
  readonly asked: readonly string[];
  readonly hurt: boolean;
};

/** Opens a piece of HTML as a mail program without any policy would, and waits for what it would start. */
export async function seen(browser: Browser, html: string): Promise<SeenPage> {
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-html-'));
  const file = join(folder, 'trang.html');
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><body>${html}`);
  const page = await browser.newPage();
  try {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('dialog', (dialog) => void dialog.dismiss());
    await page.goto(pathToFileURL(file).href);
    return { ...(await look(page, 'body')), asked: asked.slice(1) };
  } finally {
    await page.close();
    rmSync(folder, { recursive: true });
  }
}

/** Counts what is below an element, touching everything that could be waiting to be touched. */
export async function look(page: Page, below: string): Promise<Omit<SeenPage, 'asked'>> {
  return await page.evaluate((selector) => {
    const root = document.querySelector(selector) ?? document.body;
    const elements: Record<string, number> = {};
    const attributes: Record<string, number> = {};
    for (const element of [...root.querySelectorAll('*')]) {
      elements[element.localName] = (elements[element.localName] ?? 0) + 1;
      for (const { name } of [...element.attributes]) attributes[name] = (attributes[name] ?? 0) + 1;
      for (const event of ['mouseover', 'focus', 'toggle', 'load', 'error']) element.dispatchEvent(new Event(event));
    }
    for (const next of [...root.querySelectorAll('p + p')]) next.before('\n');
    const hurt = 'hurt' in window;
    return { text: root.textContent ?? '', elements, attributes, hurt };
  }, below);
}
