import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLAIMS } from '../../tools/self-test/claims.ts';
import { anchorsOf } from '../helpers/citations.ts';
import { FACTS, type Fact, factCounts } from './facts.ts';

const proved = readdirSync('test/facts')
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap((name) => [...readFileSync(`test/facts/${name}`, 'utf8').matchAll(/\bproves\('([\w-]+)'/gu)])
  .map(([, id]) => id ?? '');

describe('the list of facts', () => {
  it('has one test for each fact, and no test without a fact', () => {
    expect([...proved].sort()).toEqual(FACTS.map(({ id }) => id).sort());
  });

  it('names each fact, and each check of the self-test, once', () => {
    const checks = FACTS.flatMap((fact) => ('selfTest' in fact ? [fact.selfTest] : []));
    for (const names of [FACTS.map(({ id }) => id), FACTS.map(({ fact }) => fact), checks])
      expect(new Set(names).size).toBe(names.length);
  });

  it('says of each fact where it comes from, or that it is assumed', () => {
    const vague = FACTS.filter(
      ({ source }) => source !== 'assumed' && !/^(https?:\/\/\S+\.\S+|docs\/platform\.md#[a-z-]+)$/u.test(source),
    );
    expect(vague).toEqual([]);
  });

  it('cites sections that docs/platform.md has', () => {
    const sections = anchorsOf(readFileSync('docs/platform.md', 'utf8'));
    const cited = FACTS.flatMap(({ source }) => /^docs\/platform\.md#(.+)$/u.exec(source)?.[1] ?? []);
    expect(cited.filter((anchor) => !sections.has(anchor))).toEqual([]);
    expect(cited.length).toBeGreaterThan(10);
  });

  it('has a question of the self-test for each that is only assumed, or a reason why none is asked', () => {
    const open: readonly Fact[] = FACTS.filter(({ source }) => source === 'assumed');
    expect(
      open.filter(({ selfTest, notAsked }) => (selfTest === undefined) === (notAsked === undefined)).map(({ id }) => id),
    ).toEqual([]);
    const asked = FACTS.flatMap((fact: Fact) => fact.selfTest ?? []);
    expect(asked.filter((id) => !Object.hasOwn(CLAIMS, id))).toEqual([]);
  });

  it('is counted in docs/differences.md', () => {
    const { sourced, assumed } = factCounts();
    expect(readFileSync('docs/differences.md', 'utf8')).toContain(`${sourced} sourced, ${assumed} assumed`);
  });
});
