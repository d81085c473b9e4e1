/** Menus, dialogs and pages. `alert` suspends the script and drops its locks (docs/platform.md#dialogs-and-pages). */
export type Ui = {
  createMenu(caption: string): Menu;
  alert(title: string, message: string, buttons: ButtonSet): Button;
  prompt(title: string, message: string, buttons: ButtonSet): PromptResponse;
  showSidebar(page: HtmlOutput): void;
  showModalDialog(page: HtmlOutput, title: string): void;
  readonly ButtonSet: { readonly OK: ButtonSet; readonly OK_CANCEL: ButtonSet; readonly YES_NO: ButtonSet };
  readonly Button: {
    readonly OK: Button;
    readonly YES: Button;
    readonly NO: Button;
    readonly CANCEL: Button;
    readonly CLOSE: Button;
  };
};
type ButtonSet = { toString(): string };
type Button = { toString(): string };
export type PromptResponse = { getSelectedButton(): Button; getResponseText(): string };
export type Menu = {
  addItem(caption: string, functionName: string): Menu;
  addSeparator(): Menu;
  addSubMenu(menu: Menu): Menu;
  addToUi(): void;
};

export type HtmlService = { createHtmlOutputFromFile(name: string): HtmlOutput };
export type HtmlOutput = {
  /** The whole text; of a file of ours that holds data, the data. */
  getContent(): string;
  append(html: string): HtmlOutput;
  setTitle(title: string): HtmlOutput;
  setWidth(width: number): HtmlOutput;
  setHeight(height: number): HtmlOutput;
};
