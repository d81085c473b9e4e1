import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMail } from '../../src/app/mail/send-mail.ts';
import { day } from '../../src/domain/core/day.ts';
import { MAILS } from '../../src/workbook/tabs/records.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { hostEnvironment } from '../contract/environment.ts';
import { officeOf } from '../helpers/sample-office.ts';
import { tool } from '../helpers/tools.ts';
import { launch } from '../sidebar/page.ts';
import { violations } from '../sidebar/samples.ts';
import { CHAIRMAN, tellStory } from './mail-story.ts';

const chromiumPath = tool('chromium');
const PHONE = 390;
const DESK = 1000;
/** What a phone shows before anybody scrolls, the bars of its mail program aside. */
const FIRST_SCREEN = 800;

type Mail = { readonly subject: string; readonly html: string };

/** The chairman's mail of the sample, as though none had gone before: a whole commune's plan, long titles and all. */
function sampleMail(): Mail {
  const book = readXlsx(readFileSync('test/fixtures/in-use/931f292.xlsx'));
  const tabs = hostEnvironment({ book }).ports.workbook.read('all').tabs;
  const blank = tabs.map((tab) => (tab.name === MAILS.name ? { ...tab, values: tab.values.slice(0, 1) } : tab));
  const { environment, ports } = officeOf(blank);
  environment.environment.today = day('2024-06-20');
  const { mails } = sendMail(ports, { preview: true });
  const found = mails.find(({ about }) => about.includes('digest'));
  if (found === undefined) throw new Error('the sample has no mail to the chairman');
  return found;
}

/** How far down what he must know at once reaches: what he is asked, and how the period being entered stands. */
const senseEnds = `(() => {
  const parts = [...document.querySelectorAll('p')];
  const wanted = parts.filter((part) => /^(?:Xin ý kiến đồng chí|Chưa có đề xuất)/u.test(part.textContent));
  const period = parts.find((part) => /^Kỳ .*, tính đến ngày/u.test(part.textContent));
  return Math.max(...[...wanted, ...(period === undefined ? [] : [period])].map((part) => part.getBoundingClientRect().bottom));
})()`;

describe.runIf(chromiumPath !== null)('the chairman’s mail, as it is seen', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(chromiumPath ?? '');
  });
  afterAll(() => browser.close());

  async function seenAt(
    width: number,
    { html }: Mail,
  ): Promise<{ readonly ends: number; readonly wide: number; readonly wrong: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: FIRST_SCREEN } });
    try {
      await page.setContent(
        `<!doctype html><html lang="vi"><head><title>Thư</title></head><body><main><h1 hidden>Thư</h1>${html}</main></body></html>`,
      );
      const wrong = (await violations(page)).filter((one) => !/^(?:dark|light): (?:page-has-heading-one|region)/u.test(one));
      return {
        ends: Number(await page.evaluate(senseEnds)),
        wide: Number(await page.evaluate('document.documentElement.scrollWidth')),
        wrong,
      };
    } finally {
      await page.close();
    }
  }

  it('tells on the first screen of a phone what he is asked and how the period stands, and fits it', async () => {
    const story = tellStory().flatMap(({ mail }) => (mail.to === CHAIRMAN && mail.subject.includes('– CCHC') ? [mail] : []));
    expect(story.length).toBeGreaterThan(10);
    const longest = [...story].sort((left, right) => right.html.length - left.html.length).slice(0, 4);
    const ends: string[] = [];
    for (const mail of [...longest, sampleMail()]) {
      const seen = await seenAt(PHONE, mail);
      ends.push(`${Math.round(seen.ends)} px: ${mail.subject}`);
      expect(seen).toMatchObject({ wide: PHONE, wrong: [] });
      expect([mail.subject, seen.ends <= FIRST_SCREEN]).toEqual([mail.subject, true]);
    }
    process.stdout.write(`the first screen of ${PHONE} px:\n${ends.join('\n')}\n`);
  });

  it('reads at a desk in lines of a page', async () => {
    const { wide, wrong, ends } = await seenAt(DESK, sampleMail());
    expect([wide, wrong, ends <= FIRST_SCREEN]).toEqual([DESK, [], true]);
  });
});
