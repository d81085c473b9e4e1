/** What a page says to the worker that holds the stream of news for all pages of the browser: that it is there. */
export type ToStream = { readonly window: string };

/** What that worker says to each page. */
export type FromStream =
  | { readonly is: 'joined' | 'open' | 'lost' }
  /** One piece of news as the server wrote it. */
  | { readonly is: 'news'; readonly data: string };

/** The lock that a page holds while it lives, by which the worker learns that it is gone. */
export function lockOf(window: string): string {
  return `so-cchc-${window}`;
}
