import { RETURNING } from '../../words/pages/workbench-server.ts';

/**
 * What stands at the address without a token: a page of this very program that is loaded again finds its token in the browser's
 * memory of that one tab and goes on; anybody else reads where the address is to be had.
 */
export function returningPage(nonce: string): string {
  const script = `var token = null;
try { token = sessionStorage.getItem('so-cchc'); sessionStorage.removeItem('so-cchc'); } catch (refused) {}
if (token) location.replace('/?ma=' + encodeURIComponent(token));`;
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${RETURNING.title}</title></head>
<body><main><h1>${RETURNING.title}</h1><p>${RETURNING.where}</p></main><script nonce="${nonce}">${script}</script></body></html>`;
}
