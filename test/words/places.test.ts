import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { partsOfUnit, postsOf, UNIT_KINDS, unitNameOf } from '../../src/words/set-up/offices.ts';
import { placeNameOf } from '../../src/words/set-up/set-up.ts';

const FOLDER = 'src/words';
/** Where the kinds of unit are themselves what is spoken of: the ministry's own labels and the terms of a date, too. */
const KINDS: readonly string[] = ['set-up/offices.ts', 'report/form-rows.ts', 'report/terms.ts'];
/** An office may be called so; «xã hội» is another word, and an example in the help is one. */
const PLACE = /(?<!\p{L})(?:xã(?!\s+hội)|huyện|thị trấn|(?<!UBND )phường)(?!\p{L})/iu;
const CODE = /(?<![\p{L}\d#])(?:TK|T|N|V|CT|NV)\d+(?:\.\d+)+\p{L}?(?![\p{L}\d])/u;

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'));

function linesOf(name: string): string[] {
  const text = readFileSync(`${FOLDER}/${name}`, 'utf8').replace(/\/\*[\s\S]*?\*\//gu, '');
  return text.split('\n').map((line) => line.replace(/(^|\s)\/\/.*$/u, ''));
}

describe('no sentence of the product', () => {
  it('says by itself what kind of unit the office is: that is a setting', () => {
    const said = files
      .filter((name) => !KINDS.includes(name))
      .flatMap((name) => linesOf(name).filter((line) => PLACE.test(line)));
    expect(said).toEqual([]);
  });

  it('names a row of one plan', () => {
    expect(files.flatMap((name) => linesOf(name).filter((line) => CODE.test(line)))).toEqual([]);
  });

  it('is looked for in all files of words, and would be found', () => {
    expect(files.length).toBeGreaterThan(60);
    for (const line of ["'Cả xã còn'", "'chờ UBND xã xác nhận'", "'do huyện giao'", "'của phường'"]) expect(line).toMatch(PLACE);
    for (const line of ["'Văn hóa – Xã hội'", 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '--unit "UBND phường …"'])
      expect(line).not.toMatch(PLACE);
    for (const line of ["'Chỉ tiêu T3.4'", "'(nhập tại TK3.9)'"]) expect(line).toMatch(CODE);
  });
});

describe('the name of an office', () => {
  it.each(UNIT_KINDS.map((kind) => [kind, unitNameOf(kind, ' Bình Yên ')] as const))(
    'of a %s is «%s», and is taken apart again',
    (kind, unit) => {
      expect(partsOfUnit(unit)).toEqual({ kind, name: 'Bình Yên' });
      expect(placeNameOf(unit)).toBe('Bình Yên');
    },
  );

  it('of a kind that is no more, or written out, still names its place', () => {
    expect(partsOfUnit('Ủy ban nhân dân thị trấn Gia Lộc')).toEqual({ kind: null, name: 'Gia Lộc' });
    expect(placeNameOf('Văn phòng')).toBe('Văn phòng');
  });

  it('decides how its department of the economy is called', () => {
    expect(postsOf('posts-2025', 'xã')).toContain('Phòng Kinh tế');
    expect(postsOf('posts-2025', 'phường')).toContain('Phòng Kinh tế, Hạ tầng và Đô thị');
    expect(postsOf('posts-2021', 'phường')).not.toContain('Phòng Kinh tế');
  });
});
