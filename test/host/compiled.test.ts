import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { bundleCache, bundleCode } from '../../src/host/core/dist.ts';
import { compiled } from '../../src/host/realm/compiled.ts';
import { openRealm } from '../../src/host/realm/realm.ts';

const resultOf = (script: Script): unknown => openRealm({ script, services: {}, now: () => 0 }).call('go', []);

describe('the compiled script', () => {
  it('is made once for the same text', () => {
    expect(compiled('function go() { return 1; }')).toBe(compiled('function go() { return 1; }'));
  });

  it('is another for another text of the same length', () => {
    expect([1, 2].map((n) => resultOf(compiled(`function go() { return ${n}; }`)))).toEqual([1, 2]);
  });

  it('keeps nothing of one realm for the next', () => {
    const script = compiled('var runs = (globalThis.runs || 0) + 1; function go() { return runs; }');
    expect([resultOf(script), resultOf(script)]).toEqual([1, 1]);
  });

  it('of the bundle is what the build kept, under the sum of its text, and this engine takes it', () => {
    const kept = bundleCache();
    const sum = createHash('sha256').update(bundleCode()).digest();
    expect(kept?.subarray(0, sum.length).equals(sum)).toBe(true);
    const script = new Script(bundleCode(), { filename: 'Code.js', cachedData: kept?.subarray(sum.length) ?? Buffer.of() });
    expect(script.cachedDataRejected).toBe(false);
  });

  it('is compiled anew where the data is none', () => {
    const script = new Script('function go() { return 3; }', { cachedData: Buffer.from('no data of the engine') });
    expect([script.cachedDataRejected, resultOf(script)]).toEqual([true, 3]);
  });
});
