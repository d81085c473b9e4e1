/** An empty page to which the script adds what is to be read. */
export function blankPage(): Promise<string>;

/** The guide of `docs/` as one page, with its pictures within or left out. */
export function guidePage(wish: { readonly pictures: boolean }): Promise<string>;
