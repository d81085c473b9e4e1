import { TOO_OLD } from '../words/pages/sidebar.ts';

/** The script of the page, deflated and in base64 by the build (`scripts/sidebar-page.mjs`): a third of its size. */
declare const PACKED: string;

type Run = { withFailureHandler(handle: () => void): Run; showPlainPage(part: string | null): void };
declare const google: { readonly script: { readonly run: Run } };

/** Only while this very script runs does the document say which one it is. */
const nonce = document.currentScript?.nonce ?? '';

async function unpacked(): Promise<string> {
  const bytes = Uint8Array.from(atob(PACKED), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}

/**
 * Runs it as a script of the page, under the nonce that the local host gives its scripts. Where a page may hold an inline script
 * it may also insert one: a content security policy has one rule for both. A page that may not says nothing, so what ran is looked at.
 */
function run(text: string): void {
  const script = document.createElement('script');
  script.nonce = nonce;
  script.textContent = text;
  document.body.append(script);
  if (document.documentElement.dataset['started'] === undefined) throw new Error('not run');
}

/** The server shows the page once more, its script in it as plain text; that one asks no more. */
function askForPlain(): void {
  try {
    google.script.run.withFailureHandler(giveUp).showPlainPage(document.documentElement.dataset['part'] ?? null);
  } catch {
    giveUp();
  }
}

function giveUp(): void {
  document.getElementById('page')?.append(TOO_OLD);
}

/** Behind the whole document, because the script that says where to start is appended behind this one (`google/screen.ts`). */
function start(): void {
  unpacked().then(run).catch(askForPlain);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
