/**
 * Takes the pictures of the README and the guide from the real thing: `node scripts/pictures.mjs`.
 * Plays the demonstration in a temporary workspace, renders its files with LibreOffice and poppler, its pages with Chromium.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { chromium } from 'playwright-core';

const OUT = 'docs/pictures';
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const place = mkdtempSync(join(tmpdir(), 'so-cchc-pictures-'));
const workspace = join(place, 'workspace');

const run = (program, ...args) => execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });

function toPdf(file) {
  run(
    'soffice',
    '--headless',
    `-env:UserInstallation=file://${join(place, 'profile')}`,
    '--convert-to',
    'pdf',
    '--outdir',
    place,
    file,
  );
  return join(
    place,
    file
      .split('/')
      .pop()
      .replace(/\.[a-z]+$/u, '.pdf'),
  );
}

function pageOfPdf(pdf, page, name) {
  run('pdftoppm', '-png', '-r', '70', '-f', String(page), '-singlefile', pdf, join(place, name));
  copyFileSync(join(place, `${name}.png`), join(OUT, `${name}.png`));
}

mkdirSync(OUT, { recursive: true });
run('node', 'scripts/run.mjs', 'start', '--once', '--workspace', workspace);

const reports = readdirSync(join(workspace, 'bao-cao'));
const report = reports.find((name) => name.startsWith('Báo cáo'));
const reportPdf = toPdf(join(workspace, 'bao-cao', report));
pageOfPdf(reportPdf, 1, 'bao-cao');

const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const [mail] = readdirSync(join(workspace, 'thu'));
const { html } = await simpleParser(readFileSync(join(workspace, 'thu', mail)));
const phone = await browser.newPage({ viewport: { width: 360, height: 640 } });
await phone.goto('about:blank');
await phone.setContent(html);
await phone.screenshot({ path: join(OUT, 'thu.png'), fullPage: true });
await browser.close();
