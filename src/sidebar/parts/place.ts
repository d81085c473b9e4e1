import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PagePart, ScreenName, SectionName } from '../../words/pages/page-parts.ts';

/** On which screen a part lies. */
export const SCREEN_OF: Readonly<Record<SectionName | ScreenName, ScreenName>> = {
  today: 'today',
  enter: 'enter',
  owed: 'owed',
  mail: 'mail',
  extras: 'extras',
  check: 'check',
  indicators: 'indicators',
  report: 'report',
  reconcile: 'report',
  template: 'report',
  papers: 'report',
  proposals: 'check',
};

/** Where the page is. `focus`: the id that takes the focus once it is there; `null` when nobody asked for a place. */
export type Place = { readonly part: PagePart; readonly visit: number; readonly focus: string | null };
type Way = { readonly focus: string | null; readonly open: (part: PagePart) => void };

export const TITLE_ID = 'screen-title';

/** The way from one screen to another, for every part of the page. */
export const WayContext = createContext<Way>({ focus: null, open: () => undefined });

/** Opens another screen, or a part of it, with the focus on its heading. */
export function useOpen(): Way['open'] {
  return useContext(WayContext).open;
}

/** Where the page starts: at what the menu item asked for, else at the day. */
export function startPlace(): Place {
  const wanted = document.documentElement.dataset['part'];
  return wanted === undefined ? { part: 'today', visit: 0, focus: null } : placeOf(wanted as PagePart, 0);
}

/** The place of a part, for the given visit; each visit asks the server again. */
export function placeOf(part: PagePart, visit: number): Place {
  return { part, visit, focus: part in SCREEN_OF && SCREEN_OF[part as ScreenName] !== part ? part : TITLE_ID };
}
