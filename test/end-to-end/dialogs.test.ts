import { afterEach, describe, expect, it } from 'vitest';
import type { DialogAnswer, Screen } from '../../src/host/core/environment.ts';
import { DIALOG_TITLES } from '../../src/words/pages/dialogs.ts';
import { MENU_TITLE } from '../../src/words/pages/menu.ts';
import { aHost, type HostAtWork } from '../helpers/host.ts';

const H1 = '6 tháng đầu năm 2024';
const hosts: HostAtWork[] = [];

/** The real bundle with somebody at the screen who answers what is asked. */
function atScreen(...answers: DialogAnswer[]): { readonly host: HostAtWork; readonly screen: Screen } {
  const screen: Screen = { answers, shown: [] };
  const host = aHost({ screen });
  hosts.push(host);
  return { host, screen };
}

const typed = (text: string): DialogAnswer => ({ button: 'OK', text });

afterEach(() => {
  for (const host of hosts.splice(0)) host.remove();
});

describe('the menu', () => {
  it.each([
    ['menuSetUp', 'set-up'],
    ['menuOpenPeriod', 'open-period'],
    ['menuClosePeriod', 'close-period'],
    ['menuReason', 'reason'],
  ] as const)('%s shows the one page as the dialog %s', (item, part) => {
    const { host, screen } = atScreen();
    host.run(item);
    expect(screen.shown).toHaveLength(1);
    const [shown] = screen.shown;
    if (shown?.kind !== 'dialog') throw new Error('no dialog was shown');
    expect(shown.title).toBe(MENU_TITLE);
    expect(shown.html.endsWith(`<script>document.documentElement.dataset.part="${part}"</script>`)).toBe(true);
    expect(DIALOG_TITLES[part]).not.toBe('');
  });

  it('sets up and opens a period by questions alone, where no page can reach the workbook', () => {
    const { host, screen } = atScreen(typed('3'), typed('3'), { button: 'OK' }, typed('1'), typed(H1), { button: 'OK' });
    host.run('menuByPrompt');
    host.run('menuByPrompt');
    const said = screen.shown.map((one) => ('message' in one ? one.message : ''));
    expect(said.some((text) => text.startsWith('Đã tạo 17 trang'))).toBe(true);
    expect(said.some((text) => text.startsWith(`Đã mở kỳ ${H1}: thêm `))).toBe(true);
    const open = host.ask('close-choice', {});
    expect(open).toMatchObject({ ok: true, reply: { period: { name: H1 }, hasEnded: true } });
  });
});
