import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FACTS, factCounts } from './facts.ts';

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
    const vague = FACTS.filter(({ source }) => source !== 'assumed' && !/^§\d[\d.]*(, §\d[\d.]*)*; \w/u.test(source));
    expect(vague).toEqual([]);
  });

  it('is counted in the README', () => {
    const { sourced, assumed } = factCounts();
    expect(readFileSync('README.md', 'utf8')).toContain(`${sourced} sourced, ${assumed} assumed`);
  });
});
