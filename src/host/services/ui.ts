import type { HtmlOutput, HtmlService, Menu, PromptResponse, Ui } from '../../google/surface/ui.ts';
import type { Dialog, DialogAnswer, Environment, MenuItem, Screen } from '../core/environment.ts';
import { GoogleError } from '../core/google-error.ts';
import { service } from '../core/membrane.ts';
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
type Asking = Omit<Dialog, 'buttons'> & { readonly set: object };
type PageParts = { title: string; html: string; width?: number; height?: number };
const BUTTONS_OF = { OK: ['OK'], OK_CANCEL: ['OK', 'CANCEL'], YES_NO: ['YES', 'NO'] } as const;
const pages = new WeakMap<object, PageParts>();

/** `SpreadsheetApp.getUi()`: refused in Google's words where nobody sits at a screen. */
export function uiService(environment: Environment): Ui {
  const { screen } = environment;
  if (screen === null) throw new GoogleError('Cannot call SpreadsheetApp.getUi() from this context.');
  const ask = ({ kind, title, message, set }: Asking): DialogAnswer => {
    environment.calls.count('screen');
    demandConsent(environment, forUi(kind));
    screen.shown.push({ kind, title, message });
    // The script waits for the person, and its locks do not wait with it (docs/platform.md#dialogs-and-pages).
    if (environment.lock.holder === environment) environment.lock.holder = null;
    const answer = screen.ask?.({ kind, title, message, buttons: buttonsIn(set) }) ??
      screen.answers.shift() ?? { button: 'CLOSE' };
    answer.meanwhile?.();
    return answer;
  };
  return service({
    ButtonSet: BUTTON_SETS,
    Button: BUTTONS,
    createMenu: (caption) => {
      demandScope(environment, forUi('createMenu'));
      return menu(screen, caption);
    },
    alert: (title, message, buttons) => BUTTONS[ask({ kind: 'alert', title, message, set: buttons }).button],
    prompt: (title, message, buttons) => response(ask({ kind: 'prompt', title, message, set: buttons })),
    showSidebar: (page) => show(environment, page, { kind: 'sidebar' }),
    showModalDialog: (page, title) => show(environment, page, { kind: 'dialog', title }),
  });
}

/** Of the sets a script may ask for, each of which it got here. */
function buttonsIn(set: object): Dialog['buttons'] {
  const name = Object.entries(BUTTON_SETS).find(([, one]) => one === set)?.[0];
  return name === 'OK_CANCEL' || name === 'YES_NO' ? BUTTONS_OF[name] : BUTTONS_OF.OK;
}

const forUi = (call: string): Guarded => ({ call: `Ui.${call}`, scopes: ['script.container.ui'] });

function response({ button, text }: DialogAnswer): PromptResponse {
  return service({ getSelectedButton: () => BUTTONS[button], getResponseText: () => text ?? '' });
}

function show(environment: Environment, page: HtmlOutput, as: { kind: 'sidebar' } | { kind: 'dialog'; title: string }): void {
  environment.calls.count('screen');
  demandConsent(environment, forUi(as.kind === 'sidebar' ? 'showSidebar' : 'showModalDialog'));
  const held = pages.get(page);
  if (held === undefined) throw new GoogleError('The parameters ((class)) don’t match the method signature for Ui.showSidebar.');
  environment.screen?.shown.push({ ...held, ...as });
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
export function htmlService(environment: Environment): HtmlService {
  return service({
    createHtmlOutputFromFile: (name) => {
      const html = environment.page(name);
      if (html === null) throw new GoogleError(`No HTML file named ${name} was found.`);
      const held: PageParts = { title: '', html };
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
        setWidth: (width) => {
          held.width = width;
          return output;
        },
        setHeight: (height) => {
          held.height = height;
          return output;
        },
      });
      pages.set(output, held);
      return output;
    },
  });
}
