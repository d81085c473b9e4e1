import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A window on the workbench; what the page asks for elsewhere, and what goes wrong in it, is kept. */
export type Window = {
  readonly page: Page;
  /** Goes to this address and waits for the sheet. */
  open(address: string): Promise<void>;
  cell(row: number, column: number): Locator;
  /** Nothing that axe finds wrong, in the page and its frames; nothing wider than the window; nothing from elsewhere. */
  faults(): Promise<string[]>;
  /** The text of the field that has the focus, or of what else has it. */
  focused(): Promise<string>;
  close(): Promise<void>;
};

/** The picture folder of who wants to look: each `faults` leaves one there. */
const PICTURES = process.env['CCHC_PICTURES'];
let pictures = 0;

export async function openWindow(browser: Browser, address: string, width = 1280): Promise<Window> {
  // axe is put into the page, which its own policy rightly forbids.
  const context = await browser.newContext({ viewport: { width, height: width < 500 ? 640 : 760 }, bypassCSP: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  // A failure names what it waited for, before the test's own time is over.
  page.setDefaultTimeout(60_000);
  let origin = '';
  let errors: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob|about):/u.test(request.url()) && !request.url().startsWith(origin))
      errors.push(`asks for ${request.url()}`);
  });
  page.on('pageerror', (error) => errors.push(error.message));
  const open = async (to: string) => {
    origin = new URL(to).origin;
    errors = [];
    await page.goto(to);
    await page.locator('.body .line').first().waitFor();
  };
  await open(address);
  return {
    page,
    open,
    cell: (row, column) => page.locator(`[data-r="${row}"] > [data-c="${column}"]`),
    faults: async () => {
      pictures += 1;
      if (PICTURES !== undefined)
        await page.screenshot({ path: `${PICTURES}/${String(pictures).padStart(2, '0')}-${width}.png` });
      const found = [...errors];
      for (const frame of page.frames()) {
        // A letter's frame runs nothing, so axe sees it from outside.
        if (frame.url() === 'about:srcdoc') continue;
        await frame.evaluate(AXE);
        found.push(
          ...(await frame.evaluate<string[]>(
            'axe.run({ resultTypes: ["violations"] }).then((result) => result.violations.map((one) => one.id + ": " + one.nodes[0].html))',
          )),
        );
      }
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
      return wide > width ? [...found, `${wide} pixels wide`] : found;
    },
    focused: () => page.evaluate('document.activeElement.value ?? document.activeElement.textContent'),
    close: () => context.close(),
  };
}

/** Presses through the menu, one name after the other. */
export async function chooseMenu({ page }: Window, ...names: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Kế hoạch CCHC' }).click();
  for (const name of names) await page.getByRole('menuitem', { name }).click();
}

/** The script's own dialog over the grid, once it is ready. */
export async function dialogNamed({ page }: Window, title: string): Promise<FrameLocator> {
  const shown = page.frameLocator('dialog.page iframe');
  await shown.getByRole('heading', { name: title }).first().waitFor();
  await shown.locator('main[aria-busy=false]').waitFor();
  return shown;
}

/** Closes it by its own button. */
export async function closeDialog({ page }: Window): Promise<void> {
  await page.frameLocator('dialog.page iframe').getByRole('button', { name: 'Đóng', exact: true }).click();
  await page.locator('dialog.page').waitFor({ state: 'detached' });
}
