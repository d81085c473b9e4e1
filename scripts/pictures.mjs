/**
 * Takes the pictures of the README and the guide from the real thing: `node scripts/pictures.mjs`.
 * Plays the demonstration in a temporary workspace, renders its files with LibreOffice and poppler, its pages with Chromium.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { simpleParser } from 'mailparser';
import { chromium } from 'playwright-core';

const OUT = 'docs/pictures';
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const LARGEST = 200_000;
const POINTS = 72;
const place = mkdtempSync(join(tmpdir(), 'so-cchc-pictures-'));
const workspace = join(place, 'workspace');

const run = (program, ...args) => execFileSync(program, args, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });

function toPdf(file) {
  const profile = `-env:UserInstallation=file://${join(place, 'profile')}`;
  run('soffice', '--headless', profile, '--convert-to', 'pdf', '--outdir', place, file);
  return join(place, basename(file).replace(/\.[a-z]+$/u, '.pdf'));
}

/** The words of one page with their places, in points. */
function wordsOf(pdf, page) {
  const html = run('pdftotext', '-bbox', '-f', String(page), '-l', String(page), pdf, '-');
  const words = [...html.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</gu)];
  return words.map(([, left, top, right, bottom, text]) => ({
    left: Number(left),
    top: Number(top),
    right: Number(right),
    bottom: Number(bottom),
    text,
  }));
}

function pages(pdf) {
  return Number(/Pages:\s+(\d+)/u.exec(run('pdfinfo', pdf))?.[1]);
}

/** The last page whose words hold all of these. */
function pageWith(pdf, texts) {
  const all = Array.from({ length: pages(pdf) }, (_, at) => pages(pdf) - at);
  const found = all.find((page) => {
    const text = wordsOf(pdf, page)
      .map((word) => word.text)
      .join(' ');
    return texts.every((wanted) => text.includes(wanted));
  });
  if (found === undefined) throw new Error(`no page of ${basename(pdf)} says ${texts.join(', ')}`);
  return found;
}

/** Renders parts of a page, given in points, below each other. */
async function stack(browser, { pdf, page, dpi, strips }, name) {
  const scale = dpi / POINTS;
  const images = strips.map(({ x, y, width, height }, at) => {
    const file = join(place, `${name}-${at}`);
    const box = ['-x', x, '-y', y, '-W', width, '-H', height].map((one) =>
      typeof one === 'number' ? Math.round(one * scale) : one,
    );
    run('pdftoppm', '-png', '-r', String(dpi), '-f', String(page), '-singlefile', ...box.map(String), pdf, file);
    return `<img style="display:block" src="data:image/png;base64,${readFileSync(`${file}.png`, 'base64')}">`;
  });
  const width = Math.round(Math.max(...strips.map((strip) => strip.width)) * scale);
  const sheet = await browser.newPage({ viewport: { width, height: 10 } });
  await sheet.setContent(`<body style="margin:0">${images.join('')}</body>`);
  await sheet.screenshot({ path: join(OUT, `${name}.png`), fullPage: true });
}

async function pictureReport(browser) {
  const report = readdirSync(join(workspace, 'bao-cao')).find((name) => name.startsWith('Báo cáo'));
  const pdf = toPdf(join(workspace, 'bao-cao', report));
  const strips = [{ x: 0, y: 0, width: 595, height: 842 }];
  await stack(browser, { pdf, page: 1, dpi: 100, strips }, 'bao-cao');
}

/** The head of the entry tab, and its rows around a few indicators of the field with the most of them. */
async function pictureEntries(browser, pdf) {
  const page = pageWith(pdf, ['Nhập số liệu –', '– 14/6/2024', ' T3.4 ', ' T4.3 ']);
  const words = wordsOf(pdf, page);
  const wordAt = (text) => words.filter((word) => word.text === text).at(-1);
  const edge = Math.min(...words.map((word) => word.left)) - 1;
  const row = (text) => wordAt(text).top - 1;
  const headTop = Math.min(...words.map((word) => word.top)) - 1;
  const header = words.find((word) => word.text === 'Mã');
  const firstRow = Math.min(
    ...words.filter((word) => word.left < header.left && word.top > header.bottom).map((word) => word.top),
  );
  const headBottom = firstRow - 1;
  // The explanations' column ends as far to the right of its header as it begins to the left.
  const [from, to] = ['Diễn', 'giải'].map((text) => words.find((word) => word.text === text));
  const column = Math.min(...words.filter(({ text, left }) => text === 'chỉ' && left > from.left - 100).map(({ left }) => left));
  const width = from.left + to.right - column - edge;
  const strips = [
    { x: edge, y: headTop, width, height: headBottom - headTop },
    { x: edge, y: row('T3.1'), width, height: row('T4.1') - row('T3.1') },
  ];
  await stack(browser, { pdf, page, dpi: 270, strips }, 'nhap-so-lieu');
}

async function pictureOverview(browser, pdf) {
  const words = wordsOf(pdf, 1);
  const top = Math.min(...words.map((word) => word.top)) - 8;
  // Down to the third table of counts: those of tasks look like those of indicators.
  const [, , third] = words.filter((word) => word.text === 'theo' && word.left < 100 && word.top > top + 150);
  const strips = [{ x: 20, y: top, width: 742, height: third.top - 6 - top }];
  await stack(browser, { pdf, page: 1, dpi: 130, strips }, 'tong-quan');
}

/** The page as the local host serves it, over the real workbook. */
async function pictureSidebar(browser) {
  const server = spawn('node', ['build/start.mjs', '--workspace', workspace, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await new Promise((found, failed) => {
      let said = '';
      server.on('exit', () => failed(new Error(`the server ended: ${said}`)));
      server.stdout.on('data', (part) => {
        said += part;
        const [url] = /http:\/\/127\S+/u.exec(said) ?? [];
        if (url !== undefined) found(url);
      });
    });
    const page = await browser.newPage({ viewport: { width: 320, height: 760 }, deviceScaleFactor: 1.5 });
    await page.goto(address.replace('/?', '/the-ben?'));
    await page.locator('main[aria-busy=false]').waitFor();
    await page.screenshot({ path: join(OUT, 'viec-hom-nay.png') });
  } finally {
    server.removeAllListeners('exit');
    server.kill();
  }
}

async function pictureMail(browser) {
  const [mail] = readdirSync(join(workspace, 'thu'));
  const { html } = await simpleParser(readFileSync(join(workspace, 'thu', mail)));
  const phone = await browser.newPage({ viewport: { width: 360, height: 640 }, deviceScaleFactor: 1 });
  await phone.setContent(html);
  await phone.screenshot({ path: join(OUT, 'thu.png'), fullPage: true });
}

mkdirSync(OUT, { recursive: true });
run('node', 'scripts/run.mjs', 'start', '--once', '--workspace', workspace);
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const book = toPdf(join(workspace, 'so-cchc.xlsx'));
  await pictureMail(browser);
  await pictureReport(browser);
  await pictureEntries(browser, book);
  await pictureOverview(browser, book);
  await pictureSidebar(browser);
} finally {
  await browser.close();
  rmSync(place, { recursive: true, force: true });
}
for (const name of readdirSync(OUT)) {
  const { size } = statSync(join(OUT, name));
  if (size > LARGEST) throw new Error(`${name} has ${size} B, more than ${LARGEST}`);
  process.stdout.write(`${join(OUT, name)} ${size.toLocaleString('en')} B\n`);
}
