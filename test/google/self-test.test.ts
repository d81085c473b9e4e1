import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SelfTestResult } from '../../src/google/self-test/run.ts';
import type { Observed } from '../../src/google/self-test/scratch.ts';
import { bundleCode } from '../../src/host/core/dist.ts';
import type { Screen } from '../../src/host/core/environment.ts';
import type { Claim } from '../../tools/self-test/claim.ts';
import { CLAIMS } from '../../tools/self-test/claims.ts';
import { differences, sayDifferences } from '../../tools/self-test/compare.ts';
import { selfTestOnHost } from '../../tools/self-test/on-host.ts';
import { readResult } from '../../tools/self-test/read-result.ts';
import { FACTS } from '../facts/facts.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { aHost, type HostAtWork } from '../helpers/host.ts';

type Seen = Readonly<Record<string, Observed>>;
const CLERK = 'van-thu@example.vn';
const claims = Object.entries<Claim>(CLAIMS);

let seen: Seen;
beforeAll(() => {
  ensureBuilt();
  seen = readResult(selfTestOnHost(), 'host').observed;
});

describe('on the host', () => {
  it('every probe answers as the table claims', () => {
    expect(differences(seen, 'host')).toEqual([]);
  });

  it('every probe answers as the table claims to somebody who does not own the file, too', () => {
    const { observed, person } = readResult(selfTestOnHost('editor'), 'host');
    expect([person, differences(observed, 'host', person)]).toEqual(['editor', []]);
    process.stdout.write(`self-test: ${claims.length} questions, by owner and editor\n`);
  });

  it.each(['docx-converted', 'docx-seen', 'page-seen', 'error-text', 'no-web-assembly', 'protect-stranger'])(
    '%s is where the host is known to fall short of Google',
    (id) => {
      expect(differences(seen, 'google').map((one) => one.id)).toContain(id);
    },
  );

  it('falls short nowhere else', () => {
    expect(differences(seen, 'google')).toHaveLength(6);
  });
});

describe('the table', () => {
  it('names facts that are in the list of facts', () => {
    const known = new Set<string>(FACTS.map(({ id }) => id));
    expect(claims.flatMap(([, { fact }]) => (fact === null || known.has(fact) ? [] : [fact]))).toEqual([]);
  });

  it('has the area, the question and the place in the host of every probe', () => {
    for (const [, { area, question, hostPlace }] of claims)
      expect(Math.min(area.length, question.length, hostPlace.length)).toBeGreaterThan(0);
  });
});

describe('a planted lie', () => {
  const asClaimed = (): Record<string, Observed> => Object.fromEntries(claims.map(([id, { expected }]) => [id, expected]));

  it('is not seen where there is none', () => {
    expect(differences(asClaimed(), 'google')).toEqual([]);
  });

  it.each(claims)('about %s is reported with its place in the host', (id, { hostPlace, expected, timed }) => {
    const lie = timed ? Number(expected) * 2 + 1 : 'a lie';
    const found = differences({ ...asClaimed(), [id]: lie }, 'google');
    expect(found).toMatchObject([{ id, kind: timed ? 'slower' : 'other', observed: lie, hostPlace }]);
    expect(sayDifferences(asClaimed(), found).join('\n')).toContain(hostPlace);
  });

  it('about time is none while a call is at most twice as slow', () => {
    expect(differences({ ...asClaimed(), 'time-read': 600 }, 'google')).toEqual([]);
  });

  it('that is a failure, an answer left out and an answer nobody asked for are distinguished', () => {
    const { 'typed-day': _, ...rest } = asClaimed();
    const found = differences({ ...rest, 'typed-zero': 'threw no', strange: 1 }, 'google');
    expect(found.map(({ id, kind }) => [id, kind])).toEqual([
      ['typed-day', 'not asked'],
      ['typed-zero', 'threw'],
      ['strange', 'unknown'],
    ]);
  });
});

describe('clean-up', () => {
  let host: HostAtWork;
  afterEach(() => host.remove());

  const start = (code = bundleCode(), answers: Screen['answers'] = [{ button: 'YES' }]): Screen => {
    const screen: Screen = { answers, shown: [] };
    host = aHost({ code, user: CLERK, screen });
    return screen;
  };
  const left = () => ({
    tabs: host.model.sheets.map(({ name }) => name),
    triggers: host.sidecar.triggers.length,
    protections: host.sidecar.protections.length,
    properties: Object.keys(host.sidecar.properties),
  });
  const NOTHING = { tabs: ['Trang tính1'], triggers: 0, protections: 0, properties: [] };
  const results = (): string[] => readdirSync(join(host.folder, 'bao-cao')).sort();

  it('does nothing when the person does not agree', () => {
    start(undefined, [{ button: 'NO' }]);
    host.run('menuSelfTest');
    expect(left()).toEqual(NOTHING);
  });

  it('keeps one trigger and one note after the first click, and nothing but the results after the second', () => {
    const { shown } = start();
    host.run('menuSelfTest');
    expect(left()).toEqual({ ...NOTHING, triggers: 1, properties: ['self-test'] });
    host.passDay(host.now().day);
    host.run('menuSelfTest');
    expect(left()).toEqual(NOTHING);
    expect(results()).toEqual(['so-cchc-tu-kiem-tra (2).json', 'so-cchc-tu-kiem-tra.json']);
    expect(JSON.stringify(shown)).toContain('so-cchc-tu-kiem-tra');
  });

  it.each([
    [true, '0', true, true],
    [false, '0', false, true],
    [false, '', false, false],
  ])('tells of the page that the first click opened: unpacked %s, typed «%s»', (unpacked, text, isUnpacked, isSeen) => {
    const { shown } = start(undefined, [{ button: 'YES' }, { button: 'OK' }, { button: 'OK', text }]);
    host.run('menuSelfTest');
    expect(shown.at(-1)).toMatchObject({ kind: 'sidebar' });
    if (!unpacked) host.page('showPlainPage', 'today');
    host.run('menuSelfTest');
    const { observed } = readResult(readFileSync(join(host.folder, 'bao-cao', results()[0] ?? ''), 'utf8'), 'host');
    expect([observed['page-unpacked'], observed['page-seen']]).toEqual([isUnpacked, isSeen]);
  });

  it('happens also when the trigger never went off', () => {
    start();
    host.run('menuSelfTest');
    host.run('menuSelfTest');
    expect(left()).toEqual(NOTHING);
  });

  /** Google that fails in one of its services. */
  const broken = (service: string, method: string): string =>
    `${bundleCode()}\n${service}.${method} = function () { throw new Error('planted'); };`;

  it('happens also when probes throw, and their failure is their answer', () => {
    start(
      broken('Utilities', 'formatDate').replace(
        "throw new Error('planted')",
        "if (arguments[2] === 'd/M/yyyy HH:mm:ss') throw new Error('planted'); return '2024-06-20'",
      ),
    );
    host.run('menuSelfTest');
    host.run('menuSelfTest');
    expect(left()).toEqual(NOTHING);
    const saved: SelfTestResult = JSON.parse(readFileSync(join(host.folder, 'bao-cao', results()[0] ?? ''), 'utf8'));
    expect(saved.observed['format-date']).toBe('threw planted');
  });

  it('happens also when the result cannot be saved, and the text itself is shown', () => {
    const { shown } = start(broken('Drive.Files', 'create'));
    host.run('menuSelfTest');
    host.run('menuSelfTest');
    expect(left()).toEqual(NOTHING);
    expect(JSON.stringify(shown)).toContain('threw planted');
  });
});
