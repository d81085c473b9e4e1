import type { HtmlOutput, HtmlService, Menu, PromptResponse, Ui } from '../../google/surface/ui.ts';
import { GoogleError } from '../google-error.ts';
import { service } from '../membrane.ts';
import type { DialogAnswer, MenuItem, Screen, World } from '../world.ts';
import { demandConsent, demandScope, type Guarded } from './permission.ts';

const named = <T extends string>(name: T) => service({ toString: () => name });
const BUTTON_SETS: Ui['ButtonSet'] = service({ OK: named('OK'), OK_CANCEL: named('OK_CANCEL'), YES_NO: named('YES_NO') });
const BUTTONS: Ui['Button'] = service({
  OK: named('OK'),
  YES: named('YES'),
  NO: named('NO'),
  CANCEL: named('CANCEL'),
  CLOSE: named('CLOSE'),
});
const pages = new WeakMap<object, { title: string; html: string }>();

/** `SpreadsheetApp.getUi()`: refused in Google's words where nobody sits at a screen. */
export function uiService(world: World): Ui {
  const { screen } = world;
  if (screen === null) throw new GoogleError('Cannot call SpreadsheetApp.getUi() from this context.');
  const ask = (kind: 'alert' | 'prompt', title: string, message: string): DialogAnswer => {
    world.calls.count('screen');
    demandConsent(world, forUi(kind));
    screen.shown.push({ kind, title, message });
    // The script waits for the person, and its locks do not wait with it (platform.md §2.5).
    if (world.lock.holder === world) world.lock.holder = null;
    const answer = screen.answers.shift() ?? { button: 'CLOSE' };
    answer.meanwhile?.();
    return answer;
  };
  return service({
    ButtonSet: BUTTON_SETS,
    Button: BUTTONS,
    createMenu: (caption) => {
      demandScope(world, forUi('createMenu'));
      return menu(screen, caption);
    },
    alert: (title, message) => BUTTONS[ask('alert', title, message).button],
    prompt: (title, message) => response(ask('prompt', title, message)),
    showSidebar: (page) => show(world, page, { kind: 'sidebar' }),
    showModalDialog: (page, title) => show(world, page, { kind: 'dialog', title }),
  });
}

const forUi = (call: string): Guarded => ({ call: `Ui.${call}`, scopes: ['script.container.ui'] });

function response({ button, text }: DialogAnswer): PromptResponse {
  return service({ getSelectedButton: () => BUTTONS[button], getResponseText: () => text ?? '' });
}

function show(world: World, page: HtmlOutput, as: { kind: 'sidebar' } | { kind: 'dialog'; title: string }): void {
  world.calls.count('screen');
  demandConsent(world, forUi(as.kind === 'sidebar' ? 'showSidebar' : 'showModalDialog'));
  const held = pages.get(page);
  if (held === undefined) throw new GoogleError('The parameters ((class)) don’t match the method signature for Ui.showSidebar.');
  world.screen?.shown.push({ kind: as.kind, title: as.kind === 'dialog' ? as.title : held.title, html: held.html });
}

const itemsOf = new WeakMap<object, MenuItem>();

function menu(screen: Screen, caption: string): Menu {
  const items: MenuItem[] = [];
  const add = (item: MenuItem): Menu => {
    items.push(item);
    return self;
  };
  const self: Menu = service({
    addItem: (text, functionName) => add({ caption: text, functionName, items: [] }),
    addSeparator: () => add({ caption: '', functionName: null, items: [] }),
    addSubMenu: (sub) => add(itemsOf.get(sub) ?? { caption: '', functionName: null, items: [] }),
    addToUi: () => {
      screen.shown.push({ kind: 'menu', caption, items });
    },
  });
  itemsOf.set(self, { caption, functionName: null, items });
  return self;
}

/** `HtmlService`: the pages of `dist/`. */
export function htmlService(world: World): HtmlService {
  return service({
    createHtmlOutputFromFile: (name) => {
      const html = world.page(name);
      if (html === null) throw new GoogleError(`No HTML file named ${name} was found.`);
      const held = { title: '', html };
      const output: HtmlOutput = service({
        getContent: () => held.html,
        setTitle: (title) => {
          held.title = title;
          return output;
        },
        append: (more) => {
          held.html += more;
          return output;
        },
        setWidth: () => output,
        setHeight: () => output,
      });
      pages.set(output, held);
      return output;
    },
  });
}
