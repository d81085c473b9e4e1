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

/** The workbench as `npm start` serves it, over the real workbook: the whole, each screen of the sidebar, each dialog. */
async function pictureWorkbench(browser) {
  const server = spawn('node', ['build/start.mjs', '--workspace', workspace, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 650 }, locale: 'vi-VN' });
    await page.goto(await addressOf(server));
    await page.locator('.body .line').first().waitFor();
    const desk = deskOf(page);
    await desk.openTab('Nhập số liệu');
    await desk.find('6 tháng đầu năm 2024');
    await desk.menu('Nhập kết quả của tôi');
    await desk.sidebar.getByLabel('Nhập cho chức danh').selectOption('Văn phòng – Thống kê (Văn phòng)');
    await desk.sidebar.locator('form').first().waitFor();
    await page.screenshot({ path: join(OUT, 'ban-lam-viec.png') });
    await desk.screens();
    await page.locator('aside').getByRole('button', { name: 'Đóng' }).click();
    await desk.dialogs();
  } finally {
    server.removeAllListeners('exit');
    server.kill();
  }
}

function addressOf(server) {
  return new Promise((found, failed) => {
    let said = '';
    server.on('exit', () => failed(new Error(`the server ended: ${said}`)));
    server.stdout.on('data', (part) => {
      said += part;
      const [url] = /http:\/\/127\S+/u.exec(said) ?? [];
      if (url !== undefined) found(url);
    });
  });
}

/** Screens of the sidebar by the button that opens them, and the file of each picture. */
const SCREENS = [
  ['Hôm nay', 'viec-hom-nay'],
  ['Nhập', 'nhap-ket-qua'],
  ['Kiểm tra', 'kiem-tra'],
  ['Chỉ tiêu', 'chi-tieu'],
  ['Báo cáo', 'lap-bao-cao'],
];
const DIALOGS = [
  [['Cài đặt', 'Thiết lập lần đầu'], 'thiet-lap'],
  [['Mở kỳ báo cáo'], 'mo-ky'],
  [['Chốt kỳ báo cáo'], 'chot-ky'],
  [['Khác', 'Ghi lý do thay đổi'], 'ly-do'],
];
/** Pixels of the window where the usual ones do not show what matters. */
const HEIGHTS = { 'nhap-ket-qua': 1000, 'chi-tieu': 1100 };
/** Of these the picture is of what somebody does there. */
const DONE_THERE = {
  'nhap-ket-qua': async (frame) => {
    await frame.getByLabel('Nhập cho chức danh').selectOption('Văn phòng – Thống kê (Văn phòng)');
    await frame.locator('form').first().waitFor();
  },
  'chi-tieu': async (frame) => {
    await frame
      .getByRole('button', { name: 'Số hóa' })
      .or(frame.getByRole('button', { name: 'đúng hạn, trước hạn' }))
      .first()
      .click();
    await frame.locator('main[aria-busy=false]').waitFor();
    const more = frame.locator('summary', { hasText: 'Xem thêm' }).first();
    await more.click();
    await more.evaluate((summary) => summary.scrollIntoView({ block: 'start' }));
  },
};

/** What a person does at the workbench. */
function deskOf(page) {
  const menu = async (...names) => {
    await page.getByRole('button', { name: 'Kế hoạch CCHC' }).click();
    for (const name of names) await page.getByRole('menuitem', { name }).click();
  };
  const sidebar = page.frameLocator('aside iframe');
  const openTab = async (name) => {
    await page.getByRole('tab', { name, exact: true }).click();
    await page.getByRole('grid', { name, exact: true }).waitFor();
  };
  return {
    menu,
    sidebar,
    openTab,
    find: async (text) => {
      await page.getByRole('button', { name: 'Tìm', exact: true }).click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
    },
    screens: async () => {
      for (const [button, name] of SCREENS) {
        await sidebar.getByRole('navigation').getByRole('button', { name: button }).click();
        await sidebar.locator('main[aria-busy=false]').waitFor();
        await page.setViewportSize({ width: 1280, height: HEIGHTS[name] ?? 860 });
        await DONE_THERE[name]?.(sidebar);
        await page.locator('aside iframe').screenshot({ path: join(OUT, `${name}.png`) });
      }
    },
    dialogs: async () => {
      // A cell of the plan that somebody changes, so that there is a reason to give.
      await openTab('Kế hoạch - Chỉ tiêu');
      await page.locator('[data-r="6"] > [data-c="9"]').click();
      await page.keyboard.type('90');
      await page.keyboard.press('Enter');
      await menu('Cập nhật tổng quan');
      await page.locator('.toast').first().waitFor();
      for (const [names, file] of DIALOGS) {
        await menu(...names);
        const dialog = page.locator('dialog.page');
        await page.frameLocator('dialog.page iframe').locator('main[aria-busy=false]').waitFor();
        await dialog.screenshot({ path: join(OUT, `${file}.png`) });
        await dialog.getByRole('button', { name: 'Đóng', exact: true }).first().click();
        await dialog.waitFor({ state: 'detached' });
      }
    },
  };
}

async function pictureMail(browser) {
  const [mail] = readdirSync(join(workspace, 'thu'));
  const { html } = await simpleParser(readFileSync(join(workspace, 'thu', mail)));
  // As a phone and as a desk show it.
  for (const [name, width] of [
    ['thu', 390],
    ['thu-may-tinh', 1000],
  ]) {
    const page = await browser.newPage({ viewport: { width, height: 640 }, deviceScaleFactor: 1 });
    await page.setContent(html);
    // A desk sees the beginning, a phone is scrolled.
    const clip = width > 390 ? { x: 0, y: 0, width, height: 720 } : undefined;
    await page.screenshot({ path: join(OUT, `${name}.png`), fullPage: true, clip });
  }
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
  await pictureWorkbench(browser);
} finally {
  await browser.close();
  rmSync(place, { recursive: true, force: true });
}
for (const name of readdirSync(OUT)) {
  const { size } = statSync(join(OUT, name));
  if (size > LARGEST) throw new Error(`${name} has ${size} B, more than ${LARGEST}`);
  process.stdout.write(`${join(OUT, name)} ${size.toLocaleString('en')} B\n`);
}
