import { describe, expect, it } from 'vitest';
import { openBook } from '../../src/app/base/open-book.ts';
import { undo, undoPreview } from '../../src/app/history/undo.ts';
import { draftNarratives } from '../../src/app/report/draft-narratives.ts';
import { makeReport } from '../../src/app/report/make-report.ts';
import { draftKindsOf } from '../../src/words/report/drafts.ts';
import { NARRATIVES } from '../../src/workbook/tabs/narratives.ts';
import { type Memory, memory } from './memory-ports.ts';
import { type } from './operations.ts';
import { actual, entry, H1, indicator, JUSTICE, on, type Row, smallPlan, task } from './small-plan.ts';

const part = (place: string, title: string, more: Row = {}): Row => ({ period: H1, place, title, ...more });
const heading = (place: string, level: number, title: string): Row => ({
  place,
  level,
  title,
  source: 'Nội dung báo cáo',
  reports: '',
});

const office = (written: Row = {}): Memory =>
  memory({
    tabs: smallPlan({
      indicators: [indicator('T1', { title: 'Tỷ lệ số hóa' })],
      actuals: [actual('T1', { numerator: 310, denominator: 500, cause: 'Thiếu người nhập.', proposal: 'bố trí thêm 01 người' })],
      tasks: [
        task('N1', { title: 'Tự kiểm tra văn bản', due: on('2024-05-31') }),
        task('N2', { title: 'Rà soát thủ tục', due: on('2024-09-30') }),
      ],
      entries: [entry('N1', { progress: 'Đang thực hiện', cause: 'chờ hướng dẫn' }), entry('N2', { progress: 'Đang thực hiện' })],
      outline: [
        heading('III.2', 2, 'Tồn tại, hạn chế'),
        heading('III.3', 2, 'Nguyên nhân'),
        heading('IV', 1, 'Phương hướng, nhiệm vụ trọng tâm'),
        heading('V', 1, 'Kiến nghị, đề xuất'),
        heading('VI', 1, 'Phần khác'),
      ],
      narratives: [
        part('III.2', 'Tồn tại, hạn chế'),
        part('III.3', 'Nguyên nhân'),
        part('IV', 'Phương hướng'),
        part('V', 'Kiến nghị, đề xuất', written),
        part('VI', 'Phần khác'),
      ],
    }),
  });

const textOf = (desk: Memory, place: string) => openBook(desk.ports).narratives.find((row) => row.place === place);

describe('drafting the parts that the office writes itself', () => {
  it('takes causes, proposals, what is not met, overdue and due next into the blank cells, and says whose they are', () => {
    const desk = office();
    expect(draftNarratives(desk.ports, { period: H1 }).places).toEqual(['III.2', 'III.3', 'IV', 'V']);
    expect(textOf(desk, 'III.2')?.text.split('\n')).toEqual([
      '- Tỷ lệ số hóa chưa đạt chỉ tiêu Kế hoạch.',
      '- Tự kiểm tra văn bản quá hạn chưa hoàn thành.',
    ]);
    expect(textOf(desk, 'III.3')?.text.split('\n')).toEqual([
      '- Về tỷ lệ số hóa: thiếu người nhập.',
      '- Về tự kiểm tra văn bản: chờ hướng dẫn.',
    ]);
    expect(textOf(desk, 'IV')?.text).toContain('- Hoàn thành đúng hạn: rà soát thủ tục (thời hạn 30/09/2024).');
    expect(textOf(desk, 'V')).toMatchObject({
      text: '- Bố trí thêm 01 người (về tỷ lệ số hóa).',
      author: `Dự thảo, chờ duyệt (theo: ${JUSTICE})`,
      isDraft: true,
    });
    expect(textOf(desk, 'VI')?.text).toBe('');
  });

  it('never writes over what somebody wrote, nor a second time', () => {
    const desk = office({ text: 'Không có kiến nghị.' });
    expect(draftNarratives(desk.ports, { period: H1 }).places).toEqual(['III.2', 'III.3', 'IV']);
    expect(textOf(desk, 'V')?.text).toBe('Không có kiến nghị.');
    expect(draftNarratives(desk.ports, { period: H1 }).places).toEqual([]);
  });

  it('is a draft until a person puts a name to it', () => {
    const desk = office();
    draftNarratives(desk.ports, { period: H1 });
    const waiting = 'Dự thảo chờ duyệt, mục V: Kiến nghị, đề xuất';
    expect(makeReport(desk.ports, { period: H1 })).toMatchObject({ draft: true, missing: expect.arrayContaining([waiting]) });
    type(desk.tab(NARRATIVES.name), ['V', 'Người soạn'], 'Người thực hiện');
    expect(makeReport(desk.ports, { period: H1 }).missing).not.toContain(waiting);
  });

  it('is one thing that can be taken back, as long as nobody has changed it', () => {
    const desk = office();
    const texts = () => openBook(desk.ports).narratives.map(({ text, author }) => [text, author]);
    const before = texts();
    draftNarratives(desk.ports, { period: H1 });
    undo(desk.ports, { of: undoPreview(desk.ports)?.of ?? '' });
    expect(texts()).toEqual(before);
    draftNarratives(desk.ports, { period: H1 });
    type(desk.tab(NARRATIVES.name), ['V', 'Nội dung'], 'Viết lại.');
    expect(() => undo(desk.ports, { of: undoPreview(desk.ports)?.of ?? '' })).toThrow('đã được sửa sau việc này');
  });
});

it.each([
  ['Tồn tại, hạn chế', ['shortcomings']],
  ['Tồn tại, hạn chế, nguyên nhân', ['shortcomings', 'causes']],
  ['Mặt tích cực', ['achievements']],
  ['Phương hướng, nhiệm vụ trọng tâm', ['next']],
  ['Kiến nghị, đề xuất', ['proposals']],
  ['Cải cách thể chế', []],
])('the heading «%s» is about %j', (heading_, kinds) => {
  expect(draftKindsOf(heading_)).toEqual(kinds);
});
