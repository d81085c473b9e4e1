/** The worker that holds the stream of news for all pages of a browser. */
export function sharedStream(): Promise<string>;
export function workbenchPage(): Promise<string>;
