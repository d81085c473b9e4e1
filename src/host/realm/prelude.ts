import { Script } from 'node:vm';

/**
 * Runs first inside every realm. It sets the modelled clock into the realm's own `Date` and hands out the few makers the
 * membrane needs, so that every object the script can touch was born in its own realm.
 */
export const PRELUDE = new Script(
  `(function (now) {
    'use strict';
    const RealDate = Date;
    function ModelledDate(...parts) {
      if (new.target === undefined) return new RealDate(now()).toString();
      return Reflect.construct(RealDate, parts.length === 0 ? [now()] : parts, new.target);
    }
    Object.defineProperties(ModelledDate, {
      name: { value: 'Date' },
      length: { value: 7 },
      prototype: { value: RealDate.prototype },
      now: { value: function () { return now(); }, writable: true, configurable: true },
      UTC: { value: RealDate.UTC, writable: true, configurable: true },
      parse: { value: RealDate.parse, writable: true, configurable: true },
    });
    Object.defineProperty(RealDate.prototype, 'constructor', { value: ModelledDate, writable: true, configurable: true });
    const hidden = { enumerable: false, writable: true, configurable: true };
    Object.defineProperty(globalThis, 'Date', { value: ModelledDate, ...hidden });
    for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics']) delete globalThis[name];
    function failureOf(thrown) {
      if (thrown instanceof Error) return { message: thrown.name + ': ' + thrown.message, stack: thrown.stack };
      return { message: String(thrown), stack: '' };
    }
    return {
      list: () => [],
      record: () => ({}),
      date: (milliseconds) => new RealDate(milliseconds),
      method: (call) => function (...args) {
        const done = call(args);
        if (done.failure === null) return done.value;
        const failure = new Error(done.failure.message);
        failure.name = done.failure.name;
        throw failure;
      },
      define: (name, value) => { Object.defineProperty(globalThis, name, { value, ...hidden }); },
      globals: () => Object.getOwnPropertyNames(globalThis),
      attempt: (load, name, args) => {
        try {
          load();
          const found = globalThis[name];
          if (typeof found !== 'function') throw new Error('Script function not found: ' + name);
          return { value: found(...args), failure: null };
        } catch (thrown) {
          return { value: undefined, failure: failureOf(thrown) };
        }
      },
    };
  })`,
  { filename: 'prelude.js' },
);
