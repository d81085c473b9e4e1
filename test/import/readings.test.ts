import { describe, expect, it } from 'vitest';
import type { ImportedRow, PlanImport } from '../../src/domain/import/row.ts';
import { type MadeBlock, makeDocx } from './made/docx.ts';
import { planIn } from './made/known.ts';

const HEAD = ['UBND XÃ MẪU', 'KẾ HOẠCH', 'Cải cách hành chính năm 2026', 'Căn cứ Nghị quyết số 76/NQ-CP;'];

/** A plan of lines and of tables; a cell `3:…` reaches over three columns. */
function plan(...parts: readonly (string | readonly (readonly string[])[])[]): PlanImport {
  const blocks = [...HEAD, ...parts].map((part): MadeBlock => {
    if (typeof part === 'string') return { text: part };
    const cellOf = (text: string) => {
      const [, span = '1', words = ''] = /^(\d):(.*)$/u.exec(text) ?? [];
      return /^\d:/u.test(text) ? { text: words, span: Number(span) } : { text };
    };
    return { rows: part.map((row) => row.map(cellOf)) };
  });
  return planIn(makeDocx(blocks));
}
/** The same as pasted or typed text. */
const typed = (...lines: readonly string[]): PlanImport => planIn(new TextEncoder().encode([...HEAD, ...lines].join('\n')));

const target = ({ op, target_from, target_to, unit, years, mood }: ImportedRow): unknown[] => [
  op,
  target_from,
  target_to,
  unit,
  years,
  mood,
];
const task = ({ field, text, deadline, due, lead, with: support, product }: ImportedRow): unknown[] => [
  field,
  text,
  deadline,
  due,
  lead,
  support,
  product,
];

const TASKS = ['STT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời gian hoàn thành', 'Sản phẩm'];

describe('a table of tasks', () => {
  it('takes one cell over the whole row for a section', () => {
    const { rows, tables } = plan([
      TASKS,
      ['6:A. Lĩnh vực thủ tục hành chính'],
      ['1', 'Niêm yết thủ tục', 'Văn phòng', 'Trung tâm', 'Tháng 3', 'Bảng niêm yết'],
      ['6:B. Lĩnh vực công vụ'],
      ['2', 'Bồi dưỡng công chức', 'Phòng Văn hóa', '', 'Quý II/2026', 'Lớp học'],
    ]);
    expect(tables.sections).toBe(2);
    expect(rows.map(task)).toEqual([
      ['Lĩnh vực thủ tục hành chính', 'Niêm yết thủ tục', 'Tháng 3', '2026-03-31', 'Văn phòng', 'Trung tâm', 'Bảng niêm yết'],
      ['Lĩnh vực công vụ', 'Bồi dưỡng công chức', 'Quý II/2026', '2026-06-30', 'Phòng Văn hóa', null, 'Lớp học'],
    ]);
  });

  it('keeps the field of a section whose parts have headings of their own', () => {
    const { rows } = plan([
      TASKS,
      ['II', '5:CẢI CÁCH THỦ TỤC HÀNH CHÍNH'],
      ['1', '5:Kiểm soát thủ tục'],
      ['1.1', 'Rà soát thủ tục', 'Văn phòng', '', 'Tháng 6', 'Báo cáo'],
      ['2', 'Khảo sát sự hài lòng', 'Trung tâm', '', 'Tháng 9', 'Báo cáo'],
    ]);
    expect(rows.map(({ field, text }) => [field, text])).toEqual([
      ['CẢI CÁCH THỦ TỤC HÀNH CHÍNH', 'Rà soát thủ tục'],
      ['CẢI CÁCH THỦ TỤC HÀNH CHÍNH', 'Khảo sát sự hài lòng'],
    ]);
  });

  it('takes the end of two columns of time, and of a row without one how often it is', () => {
    const { rows } = plan([
      ['TT', 'Nội dung công việc', 'Đơn vị thực hiện', 'Thời gian bắt đầu', 'Thời gian kết thúc'],
      ['1', 'Rà soát văn bản', 'Văn phòng', '01/2026', '9/2026'],
      ['2', 'Đánh giá công chức', 'Văn phòng', 'Hằng quý', ''],
      ['3', 'Sắp xếp hồ sơ', 'Văn phòng', 'Quý I/2026', ''],
    ]);
    expect(rows.map(({ deadline, due }) => [deadline, due])).toEqual([
      ['9/2026', '2026-09-30'],
      ['Hằng quý', null],
      [null, null],
    ]);
  });

  it('parts who leads from who helps only where the cell says so, and tells where it does not', () => {
    const { rows, doubts } = plan([
      ['TT', 'Nhiệm vụ', 'Đơn vị chủ trì/phối hợp', 'Thời gian'],
      ['1', 'Tổ chức hội nghị', 'Văn phòng chủ trì; các thôn phối hợp', 'Quý II/2026'],
      ['2', 'Viết tin bài', 'Chủ trì: Phòng Văn hóa; Phối hợp: Đài truyền thanh', 'Hằng tháng'],
      ['3', 'Niêm yết', 'Trung tâm/ các phòng', 'Tháng 3'],
    ]);
    expect(rows.map(({ lead, with: support }) => [lead, support])).toEqual([
      ['Văn phòng', 'các thôn'],
      ['Phòng Văn hóa', 'Đài truyền thanh'],
      ['Trung tâm/ các phòng', null],
    ]);
    expect(doubts.filter(({ kind }) => kind === 'lead-and-with').map(({ words }) => words)).toEqual(['Trung tâm/ các phòng']);
  });

  it('in each field stands under its heading', () => {
    const both = plan(
      'I. CẢI CÁCH THỂ CHẾ',
      '1. Nhiệm vụ',
      [TASKS, ['1', 'Rà soát văn bản', 'Tư pháp', '', 'Tháng 6', 'Báo cáo']],
      'II. CẢI CÁCH TÀI CHÍNH CÔNG',
      '1. Nhiệm vụ',
      [TASKS, ['1', 'Công khai ngân sách', 'Kế toán', '', 'Hằng quý', 'Bảng']],
    );
    expect(both.rows.map(({ field, text }) => [field, text])).toEqual([
      ['CẢI CÁCH THỂ CHẾ', 'Rà soát văn bản'],
      ['CẢI CÁCH TÀI CHÍNH CÔNG', 'Công khai ngân sách'],
    ]);
  });

  it('takes a code for no task, and what was reached for nobody who does it', () => {
    const { rows, facts } = typed(
      'KHUNG THEO DÕI NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026',
      'STT\tMã nhiệm vụ\tNội dung nhiệm vụ\tĐơn vị chủ trì\tHạn hoàn thành',
      '1\tA-01\tRà soát văn bản\tTư pháp\t30/6/2026',
      '',
      'TT\tChỉ tiêu\tĐVT\tNăm 2025 (thực hiện)\tNăm 2026\tĐơn vị theo dõi',
      '1\tHồ sơ đúng hạn\t%\t97,5\t98\tTrung tâm',
    );
    expect(facts.years).toEqual({ from: 2026, to: 2026 });
    expect(rows.map(({ text, lead, years, due }) => [text, lead, years, due])).toEqual([
      ['Hồ sơ đúng hạn', null, { 2026: 98 }, null],
      ['Rà soát văn bản', 'Tư pháp', null, '2026-06-30'],
    ]);
  });

  it('is read from text that was pasted out of Word, merged rows and broken cells too', () => {
    const { rows } = typed(
      TASKS.join('\t'),
      'I\tCải cách thể chế',
      '1\tRà soát\nvăn bản\tTư pháp\tCác phòng\tTháng 10/2026\tBáo cáo',
      'II\tCải cách tài chính công',
      '1\tCông khai ngân sách\tKế toán\tCác phòng\tHằng quý\tBảng công khai',
    );
    expect(rows.map(task)).toEqual([
      ['Cải cách thể chế', 'Rà soát văn bản', 'Tháng 10/2026', '2026-10-31', 'Tư pháp', 'Các phòng', 'Báo cáo'],
      ['Cải cách tài chính công', 'Công khai ngân sách', 'Hằng quý', null, 'Kế toán', 'Các phòng', 'Bảng công khai'],
    ]);
  });
});

describe('a table of targets', () => {
  it.each([
    ['%', '≥ 98', ['>=', 98, null, '%']],
    ['%', '80', ['=', 80, null, '%']],
    ['%', '5 - 10', ['range', 5, 10, '%']],
    ['Phút', 'Không quá 15', ['<=', 15, null, 'Phút']],
    ['Kênh', 'Từ 03 trở lên', ['>=', 3, null, 'Kênh']],
    ['Hạng', 'Top 20', ['rank<=', 20, null, 'hạng']],
    ['', 'Khá trở lên', ['grade>=', 'Khá', null, 'xếp loại']],
    ['', 'Hoàn thành', ['yes', null, null, '']],
  ])('reads a level in «%s» «%s»', (unit, level, wanted) => {
    const { rows } = plan([
      ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Chỉ tiêu năm 2026', 'Đơn vị chủ trì theo dõi'],
      ['1', 'Kết quả của xã', unit, level, 'Văn phòng'],
    ]);
    expect(rows.map((row) => [...target(row).slice(0, 4), row.lead])).toEqual([[...wanted, 'Văn phòng']]);
  });
});

describe('a table of targets and of tasks', () => {
  const readTargets = (rows: readonly (readonly string[])[]) =>
    plan(rows).rows.map((row) => [row.kind, row.text, row.op, row.target_from, row.years, row.lead, row.due]);

  it('takes a column of bare levels beside the content for the levels of targets', () => {
    expect(
      readTargets([
        ['TT', 'Nội dung', 'Chỉ tiêu', 'Đơn vị thực hiện'],
        ['1', 'Hồ sơ đúng hạn', '98%', 'Trung tâm'],
        ['2', 'Hồ sơ trực tuyến', 'từ 80% trở lên', 'Trung tâm'],
      ]),
    ).toEqual([
      ['indicator', 'Hồ sơ đúng hạn', '=', 98, null, 'Trung tâm', null],
      ['indicator', 'Hồ sơ trực tuyến', '>=', 80, null, 'Trung tâm', null],
    ]);
  });

  it('reads the targets that stand beside the tasks', () => {
    expect(
      readTargets([
        ['TT', 'Mục tiêu', 'Nhiệm vụ', 'Chủ trì', 'Hoàn thành'],
        ['1', '100% hồ sơ số hóa', 'Mua máy quét', 'Văn phòng', 'Quý I/2026'],
      ]),
    ).toEqual([
      ['indicator', '100% hồ sơ số hóa', '=', 100, null, null, null],
      ['task', 'Mua máy quét', null, null, null, 'Văn phòng', '2026-03-31'],
    ]);
  });

  it('takes no year before the plan for a level, and «Căn cứ thực hiện» for nobody', () => {
    expect(
      readTargets([
        ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện 2025', 'Lộ trình thực hiện 2026', 'Căn cứ thực hiện'],
        ['1', 'Hồ sơ đúng hạn', '%', '97', '98', 'Nghị quyết 76'],
      ]),
    ).toEqual([['indicator', 'Hồ sơ đúng hạn', '=', 98, { 2026: 98 }, null, null]]);
  });
});

describe('the lines of a plan', () => {
  it('give a task what stands labelled in brackets behind it', () => {
    const { rows } = typed(
      'I. CẢI CÁCH THỂ CHẾ',
      '1. Nhiệm vụ',
      '- Theo dõi thi hành pháp luật (Chủ trì: Tư pháp; thời gian: Quý II/2026; sản phẩm: Báo cáo).',
      '- Kiểm tra văn bản. Thời gian hoàn thành: tháng 8. Đơn vị thực hiện: Văn phòng.',
    );
    expect(rows.map(task)).toEqual([
      ['CẢI CÁCH THỂ CHẾ', 'Theo dõi thi hành pháp luật', 'Quý II/2026', '2026-06-30', 'Tư pháp', null, 'Báo cáo'],
      ['CẢI CÁCH THỂ CHẾ', 'Kiểm tra văn bản', 'tháng 8', '2026-08-31', 'Văn phòng', null, null],
    ]);
  });

  it('take years and mood from the headings above them, but not for what holds every year', () => {
    const { rows } = typed(
      'I. MỤC TIÊU',
      '1. Đến năm 2028',
      '- Phấn đấu:',
      '+ 100% hồ sơ được lập điện tử;',
      '+ Trên 90% người dân hài lòng hằng năm.',
      '2. Đến năm 2030',
      '- Tối thiểu 60% hồ sơ được số hóa.',
    );
    expect(rows.map(target)).toEqual([
      ['=', 100, null, '%', { 2028: 100 }, 'phấn đấu'],
      ['>', 90, null, '%', null, 'phấn đấu'],
      ['>=', 60, null, '%', { 2030: 60 }, null],
    ]);
  });

  it('keep their mark apart from the number behind it, and their field where a task opens a list', () => {
    const { rows } = typed(
      'I. CẢI CÁCH TÀI CHÍNH CÔNG',
      '1. Mục tiêu',
      '1.1. 100% dự toán được công khai.',
      '1.2. ≥ 95% vốn được giải ngân (trong đó đầu tư công đạt 98%).',
      '2. Nhiệm vụ',
      'a) Rà soát thủ tục hành chính:',
      '- Lập danh mục cần rà soát trong Quý I.',
    );
    expect(rows.map(({ field, text }) => [field, text])).toEqual([
      ['CẢI CÁCH TÀI CHÍNH CÔNG', '100% dự toán được công khai'],
      ['CẢI CÁCH TÀI CHÍNH CÔNG', '≥ 95% vốn được giải ngân'],
      ['CẢI CÁCH TÀI CHÍNH CÔNG', 'trong đó đầu tư công đạt 98%'],
      ['CẢI CÁCH TÀI CHÍNH CÔNG', 'Lập danh mục cần rà soát trong Quý I'],
    ]);
  });

  it('that only say where the list is are no tasks', () => {
    const { rows } = typed('I. MỤC TIÊU', '- 100% hồ sơ đúng hạn.', 'II. NHIỆM VỤ', '(Chi tiết tại Phụ lục kèm theo)');
    expect(rows.map(({ kind }) => kind)).toEqual(['indicator']);
  });
});

describe('a count that the document says', () => {
  it.each([
    ['Kế hoạch này gồm 12 nhiệm vụ.', [12]],
    ['Các phòng triển khai 15 nhiệm vụ nêu trên.', [15]],
    ['Căn cứ Kế hoạch số 12/KH-UBND của tỉnh (gồm 52 nhiệm vụ);', []],
    ['Cụ thể hóa 49 nhiệm vụ của tỉnh.', []],
    ['Năm trước xã đã hoàn thành 35 nhiệm vụ.', []],
    ['Bám sát Kế hoạch số 88/KH-UBND với 47 nhiệm vụ.', []],
    ['Hoàn thành 20 nhiệm vụ được giao.', []],
  ])('«%s» is held against the rows only where it is its own', (line, wanted) => {
    const { counts } = typed('I. MỤC TIÊU', '- 100% hồ sơ đúng hạn.', 'II. TỔ CHỨC THỰC HIỆN', line);
    expect(counts.map(({ said }) => said)).toEqual(wanted);
  });
});
