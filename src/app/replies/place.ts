/** A cell as a page shows it and goes to it. */
export type Place = { readonly tab: string; readonly row: number; readonly column: number; readonly a1: string };
