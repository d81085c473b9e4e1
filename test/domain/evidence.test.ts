import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceFiles, evidenceIn } from '../../src/domain/checks/evidence.ts';

const said = (text: string): string[] =>
  evidenceIn(text).map((each) => `${each.is === 'broken' ? each.why : each.is}: ${each.text}`);
const ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz012345';

describe('what Minh chứng names', () => {
  it.each([
    ['', []],
    ['Báo cáo số 12/BC-UBND ngày 05/6/2024', ['words: Báo cáo số 12/BC-UBND ngày 05/6/2024']],
    ['https://xagialuong.gov.vn/tin/12.', ['link: https://xagialuong.gov.vn/tin/12']],
    [`https://drive.google.com/file/d/${ID}/view?usp=sharing`, [`link: https://drive.google.com/file/d/${ID}/view?usp=sharing`]],
    [
      `https://docs.google.com/spreadsheets/d/${ID}/edit#gid=0`,
      [`link: https://docs.google.com/spreadsheets/d/${ID}/edit#gid=0`],
    ],
    [`https://drive.google.com/drive/folders/${ID}`, [`link: https://drive.google.com/drive/folders/${ID}`]],
    ['https://drive.google.com/drive/my-drive', ['no-file: https://drive.google.com/drive/my-drive']],
    ['https://drive.google.com/file/d/1AbC', ['no-file: https://drive.google.com/file/d/1AbC']],
    ['drive.google.com/file/d/1', ['no-scheme: drive.google.com/file/d/1']],
    ['xem www.gialuong.vn/a', ['words: xem', 'no-scheme: www.gialuong.vn/a']],
    ['http:/gialuong.vn/a', ['not-whole: http:/gialuong.vn/a']],
    ['https://gialuong', ['not-whole: https://gialuong']],
    ['htps://gialuong.vn', ['not-whole: htps://gialuong.vn']],
    ['C:\\Users\\Hoa\\bao cao.docx', ['own-machine: C:\\Users\\Hoa\\bao cao.docx']],
    ['file:///D:/bc.pdf', ['own-machine: file:///D:/bc.pdf']],
    ['\\\\maychu\\chung\\bc.pdf', ['own-machine: \\\\maychu\\chung\\bc.pdf']],
    ['minh-chung/T3.4 - biên bản (2).pdf', ['file: minh-chung/T3.4 - biên bản (2).pdf']],
    ['minh-chung\\2026\\bb.pdf; Sổ theo dõi', ['words: Sổ theo dõi', 'file: minh-chung/2026/bb.pdf']],
    ['minh-chung/../so-cchc.xlsx', ['outside: minh-chung/../so-cchc.xlsx']],
    ['minh-chung/.ssh/id', ['outside: minh-chung/.ssh/id']],
    ['- BC 12\nminh-chung/a.pdf', ['words: BC 12', 'file: minh-chung/a.pdf']],
    ['Phần mềm một cửa: 1.250 hồ sơ', ['words: Phần mềm một cửa: 1.250 hồ sơ']],
    ['hoa@www.vn', ['words: hoa@www.vn']],
  ])('in «%s» is %j', (text, wanted) => {
    expect(said(text)).toEqual(wanted);
  });

  it('is never a file outside of its folder, whatever is typed', () => {
    const step = fc.oneof(fc.constantFrom('..', '.', 'minh-chung', 'a', ' ', '~', '\\', 'C:'), fc.string({ maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.constantFrom('/', '\\'), (steps, stroke) => {
        for (const file of evidenceFiles([`minh-chung${stroke}${steps.join(stroke)}`])) {
          expect(file.startsWith('minh-chung/')).toBe(true);
          expect(file).not.toMatch(/(^|\/)\.{1,2}(\/|$)|\\/u);
        }
      }),
    );
  });
});
