import { DEMO_PAGE } from '../../words/demo.ts';

export type PageParts = {
  readonly lines: readonly string[];
  readonly files: readonly string[];
  readonly token: string;
};

/** Text for HTML, in content and in quoted attributes. */
function escapeHtml(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/gu, (sign) => signs[sign] ?? sign);
}

const STYLE = `
  body { margin: 0 auto; max-width: 68rem; padding: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; color: #1f2933; background: #fff; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 0; }
  .columns { display: flex; flex-wrap: wrap; gap: 2rem; align-items: flex-start; }
  section { flex: 1 1 min(24rem, 100%); min-width: 0; } section.side { flex: 0 0 min(340px, 100%); }
  li { margin-bottom: .35rem; overflow-wrap: anywhere; } a { color: #0b5394; }
  iframe { width: 100%; height: 42rem; border: 1px solid #9aa5b1; }
  .note { color: #52606d; }`;

/** The plain page of the demonstration: what was found, what was made, and the sidebar beside it. */
export function demoPage({ lines, files, token }: PageParts): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${DEMO_PAGE.title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${DEMO_PAGE.title}</h1>
<div class="columns">
<section><h2>${DEMO_PAGE.summary}</h2><ul>${lines.map((line) => `<li>${escapeHtml(line.replace(/^- /u, ''))}</li>`).join('')}</ul>
<h2>${DEMO_PAGE.files}</h2>${fileList(files, token)}
<p class="note">${DEMO_PAGE.note}</p></section>
<section class="side"><h2>${DEMO_PAGE.sidebar}</h2>
<iframe src="/the-ben?ma=${token}" title="${DEMO_PAGE.sidebar}"></iframe></section>
</div>
</main>
</body>
</html>
`;
}

function fileList(files: readonly string[], token: string): string {
  if (files.length === 0) return `<p>${DEMO_PAGE.noFiles}</p>`;
  const link = (file: string): string =>
    `<li><a href="/tep/${file.split('/').map(encodeURIComponent).join('/')}?ma=${token}">${escapeHtml(file)}</a></li>`;
  return `<ul>${files.map(link).join('')}</ul>`;
}

/** `google.script.run` for the sidebar: JSON texts only, ten calls at once as on Google, to this server's one door. */
export function withScriptRun(sidebar: string, { token, nonce }: { token: string; nonce: string }): string {
  const shim = `(function () {
    function nothing() {}
    var running = 0, waiting = [];
    function next() {
      if (running === 10 || waiting.length === 0) return;
      running += 1;
      waiting.shift()().then(function () { running -= 1; next(); });
    }
    function runner(succeed, fail) {
      return {
        withSuccessHandler: function (handle) { return runner(handle, fail); },
        withFailureHandler: function (handle) { return runner(succeed, handle); },
        ask: function (request) {
          waiting.push(function () {
            return fetch('/ask?ma=${token}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: String(request) })
              .then(function (reply) { if (!reply.ok) throw new Error('refused'); return reply.text(); })
              .then(succeed, fail).catch(nothing);
          });
          next();
        },
      };
    }
    window.google = { script: { run: runner(nothing, nothing), host: { close: nothing, editor: { focus: nothing } } } };
  })();`;
  const guarded = sidebar.replaceAll('<script>', `<script nonce="${nonce}">`);
  const head = guarded.indexOf('<script ');
  return `${guarded.slice(0, head)}<script nonce="${nonce}">${shim}</script>${guarded.slice(head)}`;
}
