import { TOO_OLD } from '../words/pages/sidebar.ts';

/** The script of the page, deflated and in base64 by the build (`scripts/sidebar-page.mjs`): a third of its size. */
declare const PACKED: string;

/** Only while this very script runs does the document say which one it is. */
const nonce = document.currentScript?.nonce ?? '';

async function unpacked(): Promise<string> {
  const bytes = Uint8Array.from(atob(PACKED), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}

/**
 * Runs it as a script of the page, under the nonce that the local host gives its scripts. Where a page may hold an inline script
 * it may also insert one: a content security policy has one rule for both.
 */
function run(text: string): void {
  const script = document.createElement('script');
  script.nonce = nonce;
  script.textContent = text;
  document.body.append(script);
}

unpacked().then(run, () => document.getElementById('page')?.append(TOO_OLD));
