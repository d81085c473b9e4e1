import { createContext, Script } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { googleBundle } from '../../scripts/bundling.mjs';
import { asGlobals } from './fake.ts';

/** Counts each evaluation of the .docx engine. */
const counting: Plugin = {
  name: 'counting',
  setup({ onLoad }) {
    const count = (what: string) => `globalThis.evaluated.push(${JSON.stringify(what)});`;
    onLoad({ filter: /paper\/docx\/engine\.ts$/ }, () => ({
      contents: `${count('engine')} export const toDocx = () => new Uint8Array(); export const partsOf = () => ({});`,
    }));
  },
};

describe('the bundle', () => {
  let code: Script;
  beforeAll(async () => {
    const result = await build({
      ...googleBundle,
      define: { BUILD_VERSION: '"test"' },
      plugins: [counting],
    });
    code = new Script(result.outputFiles[0]?.text ?? '');
  });

  it('loads in a realm that has nothing at all', () => {
    expect(() => code.runInContext(createContext({ evaluated: [] }))).not.toThrow();
  });

  it('evaluates no .docx engine on load, on opening and on an edit', () => {
    const { google } = asGlobals();
    const evaluated: string[] = [];
    const realm = createContext({ evaluated, ...google });
    code.runInContext(realm);
    realm['event'] = { range: google.SpreadsheetApp.getActiveSpreadsheet().getSheets()[0]?.getRange(3, 1, 1, 1) };
    new Script('SoCchc.onOpen(); SoCchc.onEdit(event);').runInContext(realm);
    expect(evaluated).toEqual([]);
  });
});
