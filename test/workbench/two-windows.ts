import type { Browser, Locator } from 'playwright-core';
import type { Replies, Told } from '../../src/workbench/protocol.ts';
import { type Office, openOffice } from './office.ts';
import { openWindow, type Window } from './page.ts';

const FIGURE = 4;
const ACTS = ['insert', 'delete', 'sort-up', 'sort-down', 'type', 'undo'] as const;
export type Tally = { interleavings: number; acts: number; stored: number; told: number };

/** Small numbers in a fixed order, from a seed. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/**
 * One window types a figure into a line while another inserts, deletes, sorts, types and takes back; some of it while the first one
 * is cut off. Throws when the figure stands under another key, or nowhere without a word.
 */
export async function playTwoWindows(browser: Browser, count: number, seed: number): Promise<Tally> {
  const office = await openOffice('keyed');
  const tally: Tally = { interleavings: 0, acts: 0, stored: 0, told: 0 };
  try {
    const [one, other] = [await openWindow(browser, office.address), await openWindow(browser, office.address)];
    const next = numbersFrom(seed);
    for (; tally.interleavings < count; tally.interleavings += 1) await interleave({ office, one, other, next }, tally);
    await Promise.all([one.close(), other.close()]);
    return tally;
  } finally {
    await office.close();
  }
}

type Stage = { readonly office: Office; readonly one: Window; readonly other: Window; readonly next: (below: number) => number };

async function interleave({ office, one, other, next }: Stage, tally: Tally): Promise<void> {
  const before = (await linesOf(office)).filter(({ key }) => key !== '');
  const meant = before[next(before.length)];
  if (meant === undefined) throw new Error('Bug: no line is left');
  const text = `g${tally.interleavings}x${next(1000)}`;
  const isCut = next(3) === 0;
  await one.cell(meant.row, FIGURE).getByText(meant.figure).first().waitFor({ state: 'attached' });
  await one.page.locator(`[data-r="${meant.row}"]`, { hasText: meant.key }).waitFor();
  await one.cell(meant.row, FIGURE).click();
  await one.page.keyboard.type(text.slice(0, 2));
  if (isCut) {
    await one.page.context().setOffline(true);
    await one.page.keyboard.type(text.slice(2));
    await one.page.keyboard.press('Enter');
  }
  for (let acts = 1 + next(3); acts > 0; acts -= 1) {
    await perform(other, ACTS[next(ACTS.length)] ?? 'undo', 2 + next(before.length));
    tally.acts += 1;
  }
  if (isCut) await one.page.context().setOffline(false);
  else {
    await one.page.keyboard.type(text.slice(2));
    await one.page.keyboard.press('Enter');
  }
  await one.page.waitForFunction('document.querySelectorAll(".cell.pending").length === 0');
  await judge({ office, one, text, key: meant.key }, tally);
}

/** What the other window does to a line, by its menu as a person does. */
async function perform({ page, cell }: Window, act: (typeof ACTS)[number], row: number): Promise<void> {
  await cell(row, FIGURE).click();
  if (act === 'type') {
    await page.keyboard.type(`b${row}`);
    await page.keyboard.press('Enter');
  } else if (act === 'undo') await page.keyboard.press('Control+z');
  else {
    await page.getByRole('button', { name: 'Dòng' }).click();
    const names = {
      insert: 'Chèn dòng lên trên',
      delete: 'Xóa dòng',
      'sort-up': 'Sắp xếp tăng dần',
      'sort-down': 'Sắp xếp giảm dần',
    };
    await page.getByRole('menuitem', { name: names[act] }).click();
    if (act === 'delete') await page.getByRole('button', { name: 'Đồng ý' }).click();
  }
  await page.waitForFunction('document.querySelectorAll(".cell.pending").length === 0');
  for (const close of await page.getByRole('alert').getByRole('button', { name: 'Đóng' }).all()) await close.click();
}

const textOf = async (alert: Locator): Promise<string> => (await alert.textContent()) ?? '';

type Case = { readonly office: Office; readonly one: Window; readonly text: string; readonly key: string };

/** It stands under its key, once, or the person was told with the very text. */
async function judge({ office, one, text, key }: Case, tally: Tally): Promise<void> {
  const alert = one.page.getByRole('alert');
  const standsAt = async () => (await linesOf(office)).filter(({ figure }) => figure.includes(text));
  let found = await standsAt();
  for (let tries = 0; found.length === 0 && (await textOf(alert)) === '' && tries < 40; tries += 1) {
    await one.page.waitForTimeout(100);
    found = await standsAt();
  }
  const said = await textOf(alert);
  const isStored = found.length === 1 && found[0]?.key === key;
  const isTold = found.length === 0 && (said.includes(text) || said.includes('Lấy lại nội dung đã gõ'));
  // Of a line that was deleted under the fingers the rest of the text went where the person saw it go.
  const isCutShort = found.length === 0 && said.includes(text.slice(0, 2));
  if (!isStored && !isTold && !isCutShort) throw new Error(`«${text}» for ${key}: ${JSON.stringify(found)}; said: ${said}`);
  if (isStored) tally.stored += 1;
  else tally.told += 1;
  for (const close of await alert.getByRole('button', { name: 'Đóng' }).all()) await close.click();
}

/** The lines as the program has them. */
async function linesOf({ address }: Office): Promise<{ row: number; key: string; figure: string }[]> {
  const { origin, search } = new URL(address);
  const ask = async (command: object): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', origin };
    const body = JSON.stringify(command);
    const reply = await fetch(`${origin}/lenh${search}&cua-so=${'d'.repeat(16)}`, { method: 'POST', headers, body });
    const told: Told = await reply.json();
    if (!told.ok) throw new Error(told.sentence);
    return told.reply;
  };
  const book = (await ask({ do: 'book' })) as Replies['book'];
  const view = (await ask({ do: 'tab', tab: book.tabs[0]?.id ?? 0, since: null })) as Replies['tab'];
  return view.cells
    .filter(({ row }) => row > 1)
    .map(({ row, cells }) => ({ row, key: cells[1]?.t ?? '', figure: cells[FIGURE]?.t ?? '' }));
}
