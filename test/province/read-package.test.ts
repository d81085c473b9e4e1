import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPackage } from '../../src/host/province/read-package.ts';
import { writeZip } from '../../src/paper/zip/write-zip.ts';
import { openZip, unzip } from '../../src/xlsx/zip.ts';
import { madeFacts, packed, periodsOf } from '../../tools/province/made-unit.ts';
import { times } from '../helpers/sweep.ts';

const UNIT = { code: '10001', name: 'UBND xã Một' };
const [PERIOD] = periodsOf(2026, 4);
if (PERIOD === undefined) throw new Error('no period');
const FACTS = madeFacts(1, UNIT, PERIOD, null);
const WHOLE = packed({ unit: UNIT, period: PERIOD }, FACTS);

/** The package with one of its parts as somebody else wrote it. */
function rewritten(part: string, change: (text: string) => string): Uint8Array {
  const zip = openZip(WHOLE);
  return writeZip(
    new Map(
      [...zip.entries.keys()].map((name) => {
        const text = Buffer.from(unzip(zip, name) ?? []).toString('utf8');
        return [name, name === part ? change(text) : text];
      }),
    ),
  );
}

const faultOf = (bytes: Uint8Array): string => {
  const read = readPackage('x.zip', bytes);
  return read.ok ? 'none' : read.fault;
};

describe('reading a package', () => {
  it('gives every line without its head', () => {
    const read = readPackage('x.zip', WHOLE);
    expect(read.ok && [...read.tables].map(([name, lines]) => [name, lines.split('\r\n').length - 1])).toEqual([
      ['indicators', FACTS.indicators.length],
      ['tasks', FACTS.tasks.length],
      ['forms', FACTS.forms.length],
      ['scores', FACTS.scores.length],
      ['surveys', FACTS.surveys.length],
    ]);
  });

  it('takes the apostrophe off that guards a text from being run', () => {
    const facts = { ...FACTS, tasks: FACTS.tasks.map((row) => ({ ...row, title: '- Của "HĐND", =1+1' })) };
    const read = readPackage('x.zip', packed({ unit: UNIT, period: PERIOD }, facts));
    const lines = read.ok ? (read.tables.get('tasks') ?? '') : '';
    expect(lines).toContain(',"- Của ""HĐND"", =1+1",');
    expect(lines).not.toContain("'");
  });

  it('of a later minor version reads the columns it knows', () => {
    const longer = (text: string): string =>
      text
        .split('\r\n')
        .map((line, at) => (line === '' ? '' : `${line},${at === 0 ? '"more"' : '"mới"'}`))
        .join('\r\n');
    const bytes = rewritten('tasks.csv', longer);
    expect(faultOf(bytes)).toBe('bad-table');
    const zip = openZip(bytes);
    const newer = writeZip(
      new Map(
        [...zip.entries.keys()].map((name) => [
          name,
          Buffer.from(unzip(zip, name) ?? [])
            .toString('utf8')
            .replace('facts/1.0', 'facts/1.3'),
        ]),
      ),
    );
    const [read, own] = [readPackage('x.zip', newer), readPackage('x.zip', WHOLE)];
    expect(read.ok && own.ok && read.tables.get('tasks')).toBe(own.ok && own.tables.get('tasks'));
  });

  it.each<[string, string, (text: string) => string]>([
    ['a line is missing', 'forms.csv', (text) => text.replace(/\r\n[^\r]+\r\n$/u, '\r\n')],
    ['a line is there twice', 'forms.csv', (text) => `${text}${text.split('\r\n')[1]}\r\n`],
    ['a number is a word', 'forms.csv', (text) => text.replace(/,\d+,"",""\r\n/u, ',nhiều,"",""\r\n')],
    ['a text holds a line end', 'tasks.csv', (text) => text.replace('Nhiệm vụ 1 ', 'Nhiệm vụ\r\n1 ')],
    ['the columns stand in another order', 'tasks.csv', (text) => text.replace('"id","plan"', '"plan","id"')],
    ['a table is gone', 'tasks.csv', () => ''],
    ['a day is none', 'tasks.csv', (text) => text.replace('2026-03-14', '14/3/2026')],
  ])('is refused as a whole when %s', (_, part, change) => expect(faultOf(rewritten(part, change))).toBe('bad-table'));

  it('answers whatever bytes come, and never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(WHOLE.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 20 }),
        fc.nat(WHOLE.length),
        (edits, length) => {
          const bytes = WHOLE.slice(0, length === 0 ? WHOLE.length : length);
          for (const [at, value] of edits) if (at < bytes.length) bytes[at] = value;
          expect(typeof faultOf(bytes)).toBe('string');
        },
      ),
      { numRuns: times(5_000, 200) },
    );
  });
});
