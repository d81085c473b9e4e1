import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer, CallName } from '../../src/app/calls.ts';
import * as actions from '../../src/google/actions.ts';
import type { MenuContext } from '../../src/google/menu-context.ts';
import { hostEnvironment } from '../contract/environment.ts';

/** The door is stubbed: the tests are about what menu items ask of it, not about what it does. */
const door = vi.hoisted(() => ({
  asked: [] as { call: string }[],
  answer: {} as unknown,
  preview: null as unknown,
  /** What may be taken over of the office's own layout; nothing, but where a test says so. */
  near: { proposals: [] as string[], token: 'dấu', adopted: 0 },
}));
vi.mock('../../src/app/ask.ts', () => ({
  ask: (_: unknown, request: string) => {
    const asked: { call: string } = JSON.parse(request);
    door.asked.push(asked);
    if (asked.call === 'adopt') return JSON.stringify({ ok: true, reply: door.near });
    return JSON.stringify(asked.call === 'report-preview' ? door.preview : door.answer);
  },
}));
vi.mock('../../src/app/checks/proposal-lines.ts', () => ({
  proposedPeriods: () => ({ toOpen: 'Quý III 2024', entering: '6 tháng đầu năm 2024' }),
}));

function answers<Name extends CallName>(answer: Answer<Name>): void {
  door.answer = answer;
}

/** What the clerk sees before a report is made. */
function previews(text: string, draft: boolean): void {
  door.preview = { ok: true, reply: { period: 'Quý I 2024', draft, text } };
}

/** A person who answers each question with the next of these words; `null` cancels. */
function aSession(...words: readonly (string | boolean | null)[]) {
  const said: string[] = [];
  const left = [...words];
  const { google, ports } = hostEnvironment();
  const next = (question: string): string | boolean | null => {
    said.push(question);
    return left.shift() ?? null;
  };
  const session: MenuContext = {
    google,
    ports: { ...ports, templates: { keys: () => ['mau'], load: () => ({ key: 'mau', title: 'Mẫu thử', tabs: {} }) } },
    screen: {
      tell: (text) => void said.push(text),
      hint: (text) => void said.push(text),
      ask: (question) => {
        const word = next(question);
        return typeof word === 'string' ? word : null;
      },
      agrees: (question) => next(question) === true,
      openSidebar: (part) => void said.push(`page at ${part}`),
      openDialog: (part) => void said.push(`dialog ${part}`),
      openPlain: (part) => void said.push(`plain ${part}`),
      handOver: ({ said: lines, files }) =>
        void said.push(...lines, ...files.map(({ name, data }) => `bytes of ${name}: ${data}`)),
    },
  };
  return { session, said };
}

beforeEach(() => {
  door.near = { proposals: [], token: 'dấu', adopted: 0 };
  door.asked.length = 0;
});

describe('the way without a page', () => {
  it.each([
    ['1', 'Kỳ cần mở: Quý III 2024', { call: 'open-period', with: { period: 'Quý III 2024' } }],
    ['2', 'Kỳ cần chốt: 6 tháng đầu năm 2024', { call: 'close-period', with: { period: '6 tháng đầu năm 2024' } }],
  ])('asks which of them, and goes on by questions: %s', (number, question, asked) => {
    answers({ ok: false, sentence: 'Kỳ đã chốt.' });
    const { session, said } = aSession(number, '');
    actions.byPrompt(session);
    expect(said[0]).toContain('1 – Mở kỳ báo cáo; 2 – Chốt kỳ báo cáo; 3 – Thiết lập lần đầu;');
    expect(said[1]).toContain(question);
    expect(door.asked).toEqual([asked]);
  });

  it('sets up, too', () => {
    answers<'set-up'>({
      ok: true,
      reply: {
        upgraded: null,
        made: [],
        kept: [],
        added: [],
        dropped: null,
        refused: [],
        indicators: 1,
        tasks: 1,
        statistics: 0,
      },
    });
    const { session, said } = aSession('3', true);
    actions.byPrompt(session);
    expect(door.asked).toContainEqual({ call: 'set-up', with: { template: 'mau' } });
    expect(said[1]).toContain('Tạo các trang còn thiếu theo mẫu');
  });

  it('does nothing when it is cancelled or answered with something else', () => {
    for (const word of [null, 'mở', '10', '']) {
      const { session, said } = aSession(word);
      actions.byPrompt(session);
      expect(said.slice(1)).toEqual(word === null ? [] : [said[0]]);
    }
    expect(door.asked).toEqual([]);
  });
});

describe('the question for what is proposed', () => {
  it.each([
    ['', []],
    ['tất cả', [{ call: 'confirm-proposals', with: { ids: [] } }]],
    ['N1; N2', [{ call: 'confirm-proposals', with: { ids: ['N1', 'N2'] } }]],
  ])('answered by «%s» asks %j: an empty box confirms nothing', (typed, asked) => {
    answers<'confirm-proposals'>({ ok: true, reply: { confirmed: ['N1'], left: 0 } });
    actions.confirmProposals(aSession(typed).session);
    expect(door.asked).toEqual(asked);
  });
});

describe('the question for a period', () => {
  it('takes the proposal when it is left empty', () => {
    answers<'open-period'>({ ok: true, reply: { period: 'Quý III 2024', added: 120, kept: 0 } });
    const { session, said } = aSession('');
    actions.openPeriod(session);
    expect(door.asked).toEqual([{ call: 'open-period', with: { period: 'Quý III 2024' } }]);
    expect(said).toEqual([
      'Kỳ cần mở: Quý III 2024. Đúng thì để trống và bấm OK; kỳ khác thì gõ tên kỳ.',
      'Đã mở kỳ Quý III 2024: thêm 120 dòng.',
    ]);
  });

  it('takes what is typed', () => {
    answers<'close-period'>({ ok: true, reply: { period: 'Quý I 2024', version: 1, facts: 90, package: '' } });
    actions.closePeriod(aSession('Quý I 2024').session);
    expect(door.asked).toEqual([{ call: 'close-period', with: { period: 'Quý I 2024' } }]);
  });

  it('asks nothing of the door when it is cancelled', () => {
    for (const action of [actions.openPeriod, actions.makeReport, actions.closePeriod, actions.setUp])
      action(aSession(null).session);
    expect(door.asked).toEqual([]);
  });
});

it('tells a refusal as it is', () => {
  answers({ ok: false, sentence: 'Kỳ «Quý I 2024» đã chốt.' });
  const { session, said } = aSession('Quý I 2024');
  actions.openPeriod(session);
  expect(said[1]).toBe('Kỳ «Quý I 2024» đã chốt.');
});

it('gives the links of a report, what is missing in it and what its layout lacks', () => {
  const files = [{ name: 'Báo cáo CCHC Quý I 2024 (dự thảo 1).docx', url: 'https://drive.example/1', data: '' }];
  const missing = ['T3.4: chưa có số liệu'];
  const layout = ['khổ giấy phải là A4.'];
  answers<'report'>({
    ok: true,
    reply: {
      period: 'Quý I 2024',
      version: 1,
      draft: true,
      unchanged: false,
      again: false,
      files,
      notKept: null,
      missing,
      layout,
    },
  });
  previews('Còn thiếu 01 nội dung', true);
  const { session, said } = aSession('', true);
  actions.makeReport(session);
  expect(said[1]).toBe('Còn thiếu 01 nội dung\n\nVẫn tạo bản dự thảo?');
  const told = ['https://drive.example/1', 'Còn thiếu 01 nội dung', 'T3.4: chưa có số liệu', 'Thể thức cần xem lại:\n- khổ giấy'];
  for (const part of told) expect(said[2]).toContain(part);
});

it('makes no report when the clerk, having seen what is missing, says no', () => {
  previews('Còn thiếu 12 nội dung', true);
  const { session, said } = aSession('', false);
  actions.makeReport(session);
  expect(door.asked.map(({ call }) => call)).toEqual(['report-preview']);
  expect(said).toHaveLength(2);
});

it('says that a report is still the last one when nothing has changed', () => {
  const files = [{ name: 'Báo cáo CCHC Quý I 2024 (dự thảo 2).docx', url: 'https://drive.example/2', data: '' }];
  answers<'report'>({
    ok: true,
    reply: {
      period: 'Quý I 2024',
      version: 2,
      draft: true,
      unchanged: true,
      again: false,
      files,
      notKept: null,
      missing: [],
      layout: [],
    },
  });
  previews('Đã đủ số liệu, nội dung.', false);
  const { session, said } = aSession('', true);
  actions.makeReport(session);
  expect(said[1]).toBe('Đã đủ số liệu, nội dung.\n\nTạo báo cáo?');
  expect(said[2]).toMatch(/^Không có gì thay đổi so với bản 2; tệp cũ còn nguyên\.\n/u);
  expect(said[2]).toContain('https://drive.example/2');
});

it('hands the files over as bytes where Drive did not take them, and says why', () => {
  const files = [{ name: 'Khung.docx', url: '', data: 'UEs=' }];
  answers<'matrix'>({ ok: true, reply: { files, notKept: 'Chưa lưu được tệp vào Drive.', text: null, layout: [] } });
  const { session, said } = aSession();
  actions.matrix(session);
  expect(said).toEqual(['Chưa lưu được tệp vào Drive.', 'Đã tạo 01 tệp:', '- Khung.docx', 'bytes of Khung.docx: UEs=']);
});

it.each([
  { act: actions.matrix, call: 'matrix', words: [], carried: {} },
  { act: actions.letters, call: 'letters', words: [''], carried: { period: '6 tháng đầu năm 2024' } },
  { act: actions.brief, call: 'brief', words: ['Quý I 2024'], carried: { period: 'Quý I 2024' } },
  { act: actions.meeting, call: 'meeting', words: [''], carried: { period: '6 tháng đầu năm 2024' } },
  {
    act: actions.slip,
    call: 'slip',
    words: ['', 'Tư pháp – Hộ tịch'],
    carried: { period: '6 tháng đầu năm 2024', role: 'Tư pháp – Hộ tịch' },
  },
] as const)('asks for «$call» and tells the files and the text', ({ act, call, words, carried }) => {
  const files = [{ name: 'Công văn.docx', url: 'https://drive.example/3', data: '' }];
  answers({ ok: true, reply: { files, notKept: null, text: call === 'brief' ? 'KẾT QUẢ CCHC' : null, layout: [] } });
  const { session, said } = aSession(...words);
  act(session);
  expect(door.asked).toEqual([{ call, with: carried }]);
  const last = said[said.length - 1] ?? '';
  expect(last).toContain('Đã tạo 01 tệp:\n- Công văn.docx\n  https://drive.example/3');
  expect(last.includes('Tin gửi nhóm (Zalo):\nKẾT QUẢ CCHC')).toBe(call === 'brief');
});

it('asks for no paper when the question for a period is cancelled', () => {
  for (const action of [actions.letters, actions.brief, actions.meeting, actions.slip]) action(aSession(null).session);
  actions.slip(aSession('', null).session);
  expect(door.asked).toEqual([]);
});

it('counts problems after a check and opens the page at them', () => {
  answers<'check'>({
    ok: true,
    reply: { counts: { problems: { 'must-fix': 2, review: 5, note: 10 } } as never, problems: [], proposals: [] },
  });
  const { session, said } = aSession();
  actions.check(session);
  expect(said).toEqual(['Phải sửa 02, cần xem lại 05, lưu ý 10.', 'page at check']);
});

it('sets up the only template after a yes', () => {
  answers<'set-up'>({
    ok: true,
    reply: {
      upgraded: null,
      made: ['Tổng quan'],
      kept: ['Phân công'],
      added: [],
      dropped: null,
      refused: [],
      indicators: 37,
      tasks: 57,
      statistics: 40,
    },
  });
  const { session, said } = aSession(true);
  actions.setUp(session);
  expect(door.asked).toEqual([
    { call: 'adopt', with: { agreed: '' } },
    { call: 'set-up', with: { template: 'mau' } },
  ]);
  expect(said[1]).toContain('Kế hoạch có 37 chỉ tiêu, 57 nhiệm vụ, 40 số liệu thống kê.');
});

describe('a layout of the office that is nearly ours', () => {
  const line = 'trang «Bảng số liệu» dùng làm trang «Nhập số liệu»';
  it.each([true, false])('is asked for before set-up, and the answer goes with it: %s', (agrees) => {
    door.near.proposals = [line];
    const reply = {
      upgraded: null,
      made: [],
      kept: [],
      added: [],
      dropped: null,
      refused: [],
      indicators: 37,
      tasks: 57,
      statistics: 40,
    };
    answers<'set-up'>({ ok: true, reply });
    const { session, said } = aSession(true, agrees);
    actions.setUp(session);
    expect(said[1]).toContain(line);
    expect(door.asked.at(-1)).toEqual({ call: 'set-up', with: { template: 'mau', adopt: agrees } });
  });

  it('is taken over by its own menu item after a yes to just what was shown', () => {
    door.near = { proposals: [line], token: 'dấu', adopted: 1 };
    const { session, said } = aSession(true);
    actions.adopt(session);
    expect(said[0]).toContain(line);
    expect(door.asked.at(-1)).toEqual({ call: 'adopt', with: { agreed: 'dấu' } });
    expect(said[1]).toContain('Đã nhận 01 mục');
  });

  it('is left alone after a no, and where there is none the person is told', () => {
    door.near.proposals = [line];
    actions.adopt(aSession(false).session);
    door.near.proposals = [];
    const { session, said } = aSession();
    actions.adopt(session);
    expect(door.asked.filter((asked) => JSON.stringify(asked).includes('dấu'))).toEqual([]);
    expect(said).toEqual(['Không có trang, cột nào gần giống mà chưa nhận.']);
  });
});

it.each([
  [
    'the mail that would go',
    { subject: '01 chỉ tiêu chưa đạt', text: 'Kính gửi đồng chí' },
    '01 chỉ tiêu chưa đạt\n\nKính gửi đồng chí',
  ],
  ['that there is none', { subject: null, text: null }, 'Hôm nay không có nội dung mới để gửi Chủ tịch UBND.'],
])('previews %s', (_, mail, shown) => {
  answers<'mail'>({ ok: true, reply: { outcome: 'preview', html: null, mails: [], queued: 0, ...mail } });
  const { session, said } = aSession();
  actions.previewMail(session);
  expect(door.asked).toEqual([{ call: 'mail', with: { preview: true } }]);
  expect(said).toEqual([shown]);
});
