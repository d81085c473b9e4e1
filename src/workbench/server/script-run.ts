export type ServedPage = {
  readonly html: string;
  readonly token: string;
  readonly nonce: string;
  /** Where its calls go, and by which its parent knows it. */
  readonly number: number;
  /** Whose page it is, told with each call: a program that runs anew does not know the numbers of the run before. */
  readonly window: string;
};

/**
 * A page of the script with `google.script.run` as a browser has it: any function by name, plain arguments, ten calls at once,
 * failures as errors; `google.script.host.close` tells the parent window, and so does `show`, which Google does not have.
 */
export function withScriptRun({ html, token, nonce, number, window }: ServedPage): string {
  const guarded = html.replaceAll(/<script(?=[\s>])/gu, `<script nonce="${nonce}"`);
  const shim = `<script nonce="${nonce}">${shimOf(number, token, window)}</script>`;
  const head = guarded.indexOf('<script ');
  return head < 0 ? `${shim}${guarded}` : `${guarded.slice(0, head)}${shim}${guarded.slice(head)}`;
}

const shimOf = (number: number, token: string, window: string): string => `(function () {
    function nothing() {}
    var running = 0, waiting = [];
    function next() {
      if (running === 10 || waiting.length === 0) return;
      running += 1;
      waiting.shift()().then(function () { running -= 1; next(); });
    }
    function call(name, args, succeed, fail) {
      var body = JSON.stringify({ name: name, args: Array.prototype.slice.call(args) });
      waiting.push(function () {
        return fetch('/goi/${number}?ma=${token}&cua-so=${window}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: body })
          .then(function (reply) { if (!reply.ok) throw new Error('HTTP ' + reply.status); return reply.json(); })
          .then(function (told) { if (told.ok) succeed(told.value); else fail(new Error(told.message)); }, fail).catch(nothing);
      });
      next();
    }
    function runner(succeed, fail) {
      return new Proxy({}, { get: function (_, name) {
        if (name === 'withSuccessHandler') return function (handle) { return runner(handle, fail); };
        if (name === 'withFailureHandler') return function (handle) { return runner(succeed, handle); };
        return function () { call(String(name), arguments, succeed, fail); };
      } });
    }
    var host = {
      close: function () { parent.postMessage({ closed: location.pathname + location.search }, location.origin); },
      show: function (said) { parent.postMessage(said, location.origin); },
      editor: { focus: nothing }, setHeight: nothing, setWidth: nothing,
    };
    window.google = { script: { run: runner(nothing, nothing), host: host } };
  })();`;
