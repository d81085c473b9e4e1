import { describe, expect, it } from 'vitest';
import { ask } from '../../src/app/ask.ts';
import type { Ports } from '../../src/app/base/ports.ts';
import type { Answer, CallName, Calls } from '../../src/app/calls.ts';
import { day } from '../../src/domain/core/day.ts';
import { checkTemplate, partsOf, toDocx } from '../../src/paper/docx/engine.ts';
import { readDocx } from '../../src/paper/nd30/read-docx.ts';
import { readCsv } from '../../src/words/core/csv.ts';
import { type Memory, memory } from './memory-ports.ts';
import { actual, CLERK, entry, H1, indicator, JUSTICE, on, PERIOD_ROWS, smallPlan, task } from './small-plan.ts';

function office(over: Parameters<typeof smallPlan>[0] = {}): { readonly environment: Memory; readonly ports: Ports } {
  const environment = memory({ tabs: smallPlan(over) });
  return { environment, ports: { ...environment.ports, docx: { toDocx, partsOf, checkTemplate } } };
}

function asked<Name extends CallName>(ports: Ports, call: Name, carried: Calls[Name]['request']): Answer<Name> {
  return JSON.parse(ask(ports, JSON.stringify({ call, with: carried })));
}

function reply<Name extends CallName>(ports: Ports, call: Name, carried: Calls[Name]['request']): Calls[Name]['reply'] {
  const answer = asked(ports, call, carried);
  if (!answer.ok) throw new Error(answer.sentence);
  return answer.reply;
}

const textOf = (bytes: Uint8Array | undefined): string =>
  readDocx(partsOf(bytes ?? new Uint8Array()))
    .paragraphs.map(({ text }) => text)
    .join('\n');

const LATE = {
  indicators: [indicator('T1'), indicator('T2', { lead: CLERK })],
  actuals: [actual('T1', { numerator: 310, denominator: 500, cause: 'thiếu người nhập', proposal: 'Bố trí thêm 01 người' })],
  tasks: [
    task('N1', { due: on('2024-05-31'), title: 'Tự kiểm tra văn bản' }),
    task('N2', { due: on('2024-07-02'), title: 'Rà soát thủ tục' }),
  ],
  entries: [entry('N1', { progress: 'Đang thực hiện' }), entry('N2', { progress: 'Đang thực hiện' })],
};

describe('the page for the chairman', () => {
  it('says what is not met, whose and why, what he is asked and what is missing', () => {
    const { environment, ports } = office(LATE);
    const { files, text } = reply(ports, 'brief', { period: H1 });
    expect(files).toHaveLength(1);
    const page = textOf(environment.files[0]?.bytes);
    expect(page).toContain(
      `Chưa đạt: Tỷ lệ hồ sơ của T1 (T1): đạt 62% (310/500), thấp hơn 13 điểm phần trăm so với chỉ tiêu (từ 75% trở lên). Chủ trì: ${JUSTICE}. Nguyên nhân: thiếu người nhập.`,
    );
    expect(page).toContain('Xin ý kiến đồng chí: 01 việc\n1) Bố trí thêm 01 người (T1)');
    expect(page).toContain(`${CLERK} 0`);
    expect(page).toContain('Tài liệu nội bộ');
    expect(text).toMatch(/^KẾT QUẢ CẢI CÁCH HÀNH CHÍNH 6 THÁNG ĐẦU NĂM 2024\n/u);
  });

  it('comes with a text for the group chat that names neither a person nor a unit that is behind', () => {
    const { ports } = office(LATE);
    const { text } = reply(ports, 'brief', { period: H1 });
    expect(text).toContain('- Tỷ lệ hồ sơ của T1: 62% (310/500), chỉ tiêu từ 75% trở lên');
    expect(text).not.toContain(JUSTICE);
    expect(text).not.toContain(CLERK);
    expect(text).not.toContain('thiếu người nhập');
  });
});

describe('the page for the meeting', () => {
  it('is a document and a picture that say the same: each field, what is not met and why, what is to be decided', () => {
    const { environment, ports } = office(LATE);
    const { files, text } = reply(ports, 'meeting', { period: H1 });
    expect(files.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^Trang họp CCHC .*\.docx$/u),
      expect.stringMatching(/^Trang họp CCHC .*\.svg$/u),
    ]);
    expect(text).toBeNull();
    const page = textOf(environment.files[0]?.bytes);
    expect(page).toContain('1. Theo lĩnh vực: đạt 0/1 chỉ tiêu được đánh giá');
    expect(page).toContain(`Tỷ lệ hồ sơ của T1\n62% (310/500); chỉ tiêu từ 75% trở lên\n${JUSTICE}\nthiếu người nhập`);
    expect(page).toMatch(/Tự kiểm tra văn bản\nQuá hạn \d+ ngày làm việc; thời hạn 31\/05\/2024\n.*\nChưa nêu/u);
    expect(page).toContain('3. Đề nghị cuộc họp quyết định: 02 việc\n1) Bố trí thêm 01 người (mục 1).');
    expect(page).toContain(`2) Giao chủ trì (${JUSTICE}) báo cáo hướng khắc phục, thời hạn hoàn thành: mục 2.`);
    expect(page).toContain('Rà soát thủ tục (02/07/2024)');
    const picture = new TextDecoder().decode(environment.files[1]?.bytes);
    expect(picture).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /u);
    const bare = (said: string): string => said.replace(/\s+/gu, '');
    const shown = bare(picture.replace(/^.*?<\/title>/su, '').replace(/<[^>]*>/gu, '')).replace(/&quot;/gu, '"');
    for (const line of page.split('\n').filter((said) => said.trim() !== '')) expect(shown).toContain(bare(line));
  });

  it('counts what it has no room for, and names what only stands outside of its table', () => {
    const many = Array.from({ length: 14 }, (_, at) => `T${at + 1}`);
    const { environment, ports } = office({
      indicators: many.map((id) => indicator(id)),
      actuals: many.map((id) => actual(id, { numerator: 310, denominator: 500, proposal: id === 'T14' ? 'Thêm máy quét' : '' })),
      tasks: [],
      entries: [],
    });
    reply(ports, 'meeting', { period: H1 });
    const page = textOf(environment.files[0]?.bytes);
    expect(page).toContain('2. Chưa đạt, quá hạn: 14 nội dung');
    expect(page).toContain('Còn 05 nội dung khác');
    expect(page).toContain('Thêm máy quét (về: Tỷ lệ hồ sơ của T14).');
    expect(page).toMatch(/thời hạn hoàn thành: mục 1, 2, 3, 4, 5, 6, 7, 8, 9 và 04 nội dung khác\./u);
  });
});

describe('the letters', () => {
  it('go one to each unit with something outstanding, in the frame of a công văn, and blame nobody', () => {
    const { environment, ports } = office(LATE);
    environment.environment.today = day('2024-06-28');
    const { files, layout } = reply(ports, 'letters', { period: H1 });
    expect(files.map(({ name }) => name)).toEqual([
      `Công văn đôn đốc - ${JUSTICE} (28-06-2024).docx`,
      'Công văn đôn đốc - Văn phòng – Thống kê (28-06-2024).docx',
    ]);
    expect(layout).toEqual([]);
    const letter = textOf(environment.files[0]?.bytes);
    expect(letter).toMatch(/Số: +\/UBND-VP\nV\/v đôn đốc thực hiện nhiệm vụ, cung cấp số liệu cải cách hành chính/u);
    expect(letter).toContain(`Kính gửi: Công chức ${JUSTICE}.`);
    expect(letter).toMatch(/01 nhiệm vụ đã đến thời hạn theo Kế hoạch\n(?:.*\n){5}Tự kiểm tra văn bản\nBáo cáo\n31\/05\/2024/u);
    expect(letter).toMatch(/01 nhiệm vụ sắp đến thời hạn\n(?:.*\n){5}Rà soát thủ tục/u);
    expect(letter).not.toMatch(/quá hạn|chậm trễ|BÁO CÁO/u);
    expect(textOf(environment.files[1]?.bytes)).toContain('Chỉ tiêu T2: Tỷ lệ hồ sơ của T2');
  });

  it('are refused in a sentence when nobody has anything outstanding', () => {
    const { ports } = office({ indicators: [], actuals: [], tasks: [], entries: [] });
    expect(asked(ports, 'letters', { period: H1 })).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(/không lập công văn/u),
    });
  });
});

describe('the Khung', () => {
  it('prints every task of the plan and marks what is only proposed', () => {
    const { environment, ports } = office({
      tasks: [task('N1', { title: 'Việc một' }), task('N2', { title: 'Việc hai', origin: 'Đề xuất, chờ xác nhận' })],
    });
    reply(ports, 'matrix', {});
    const text = textOf(environment.files[0]?.bytes);
    for (const part of ['KHUNG KẾ HOẠCH', 'Việc một', 'Việc hai', 'Đến hết ngày 31/05/2024', 'Có 01 dòng tô vàng'])
      expect(text).toContain(part);
    expect(text.match(/Đề xuất, chờ xác nhận/gu)).toHaveLength(1);
    expect(
      readDocx(partsOf(environment.files[0]?.bytes ?? new Uint8Array())).sections.map(({ width, height }) => width > height),
    ).toEqual([true]);
  });
});

describe('the slip to sign', () => {
  it('holds what a role has told and names what it still owes', () => {
    const { environment, ports } = office(LATE);
    reply(ports, 'slip', { period: H1, role: JUSTICE });
    const text = textOf(environment.files[0]?.bytes);
    expect(text).toContain('62% (310/500)');
    expect(text).toContain('Tự kiểm tra văn bản');
    expect(text).not.toContain('của T2');
    expect(text).toContain('NGƯỜI TỔNG HỢP');
  });

  it('asks for the role where nobody can be told from the address', () => {
    const { ports } = office(LATE);
    expect(asked(ports, 'slip', { period: H1, role: '' })).toMatchObject({
      ok: false,
      sentence: expect.stringContaining(JUSTICE),
    });
  });
});

describe('the work of a year', () => {
  const tasks = [...LATE.tasks, task('N3', { lead: CLERK, due: on('2024-04-30') })];
  const entries = [
    entry('N1', { progress: 'Đã hoàn thành', completedOn: on('2024-06-10'), returned: 2 }),
    entry('N2', { progress: 'Đang thực hiện' }),
    entry('N3', { progress: 'Đã hoàn thành', completedOn: on('2024-04-20') }),
  ];

  it('is a table to sign and the same rows as .xlsx and .csv, whose codes stay', () => {
    const { environment, ports } = office({ ...LATE, tasks, entries });
    reply(ports, 'year-work', { period: H1, role: '' });
    const [paper, sheet, csv] = environment.files;
    expect(textOf(paper?.bytes)).toContain('BẢNG TỔNG HỢP CÔNG VIỆC CẢI CÁCH HÀNH CHÍNH NĂM 2024');
    expect(sheet?.name).toBe('Công việc CCHC năm 2024.xlsx');
    const rows = readCsv(new TextDecoder().decode(csv?.bytes)).filter(({ length }) => length > 1);
    expect(rows.map(([id, , post, , month, , ...counts]) => [id, post, month, ...counts.slice(0, 5)])).toEqual([
      ['Mã công việc', 'Chức danh', 'Tháng', 'Được giao', 'Hoàn thành', 'Đúng hạn', 'Quá hạn', 'Số lần trả lại'],
      ['N1/2024-05', JUSTICE, '5', '1', '1', '0', '1', '2'],
      ['N2/2024-07', JUSTICE, '7', '1', '0', '0', '0', '0'],
      ['N3/2024-04', CLERK, '4', '1', '1', '1', '0', '0'],
    ]);
  });

  it('is an official’s own alone, and names nobody in the export', () => {
    const roles = [
      { role: CLERK, person: 'Trần Thị B', email: 'clerk@example.vn' },
      { role: JUSTICE, person: 'Phạm Thị D', email: 'tu-phap@example.vn' },
    ];
    const { environment, ports } = office({ ...LATE, tasks, entries, roles });
    environment.environment.email = 'tu-phap@example.vn';
    reply(ports, 'year-work', { period: H1, role: '' });
    const [paper, , csv] = environment.files.map(({ bytes }) => bytes);
    expect(textOf(paper)).toContain(`Phạm Thị D – ${JUSTICE}`);
    expect(textOf(paper)).not.toContain('Trần Thị B');
    const text = new TextDecoder().decode(csv);
    expect([text.includes('N3/'), text.includes('Phạm Thị D')]).toEqual([false, false]);
  });

  it('is nothing where the year has no row', () => {
    const { ports } = office({ ...LATE, tasks: [], entries: [] });
    expect(asked(ports, 'year-work', { period: H1, role: '' })).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('Năm 2024 chưa có công việc nào'),
    });
  });
});

describe('who may', () => {
  const ROLES = [
    { role: CLERK, person: 'Trần Thị B', email: 'clerk@example.vn' },
    { role: JUSTICE, person: 'Phạm Thị D', email: 'tu-phap@example.vn' },
  ];
  const as = (email: string) => {
    const { environment, ports } = office({ ...LATE, roles: ROLES });
    environment.environment.email = email;
    return ports;
  };

  const KEEPER = 'clerk@example.vn';
  const OFFICIAL = 'tu-phap@example.vn';
  it.each([
    { who: KEEPER, call: 'brief', carried: { period: H1 }, may: true },
    { who: KEEPER, call: 'letters', carried: { period: H1 }, may: true },
    { who: KEEPER, call: 'report-preview', carried: { period: H1 }, may: true },
    { who: KEEPER, call: 'slip', carried: { period: H1, role: JUSTICE }, may: true },
    { who: KEEPER, call: 'matrix', carried: {}, may: true },
    { who: OFFICIAL, call: 'brief', carried: { period: H1 }, may: false },
    { who: OFFICIAL, call: 'letters', carried: { period: H1 }, may: false },
    { who: OFFICIAL, call: 'report-preview', carried: { period: H1 }, may: false },
    { who: OFFICIAL, call: 'slip', carried: { period: H1, role: CLERK }, may: false },
    { who: OFFICIAL, call: 'slip', carried: { period: H1, role: JUSTICE }, may: true },
    { who: OFFICIAL, call: 'slip', carried: { period: H1, role: '' }, may: true },
    { who: OFFICIAL, call: 'matrix', carried: {}, may: true },
    { who: KEEPER, call: 'year-work', carried: { period: H1, role: JUSTICE }, may: true },
    { who: OFFICIAL, call: 'year-work', carried: { period: H1, role: JUSTICE }, may: true },
    { who: OFFICIAL, call: 'year-work', carried: { period: H1, role: CLERK }, may: false },
    { who: 'stranger@example.com', call: 'year-work', carried: { period: H1, role: '' }, may: false },
    { who: 'stranger@example.com', call: 'slip', carried: { period: H1, role: JUSTICE }, may: false },
  ] as const)('$who, $call $carried: $may', ({ who, call, carried, may }) => {
    expect(asked(as(who), call, carried as never).ok).toBe(may);
  });
});

describe('before a report is made', () => {
  it('the clerk sees what is missing and whose, the problems, the recipients; nothing is made', () => {
    const { environment, ports } = office(LATE);
    const preview = reply(ports, 'report-preview', { period: H1 });
    expect(preview).toMatchObject({ version: 1, draft: true, beforeCutOff: false, file: `Báo cáo CCHC ${H1} (dự thảo 1).docx` });
    expect(preview.missing.find(({ role }) => role === CLERK)?.items).toContain('Chỉ tiêu T2: Tỷ lệ hồ sơ của T2');
    expect(preview.recipients[preview.recipients.length - 1]).toMatch(/^Lưu: VT/u);
    expect(preview.text).toMatch(/Vấn đề: phải sửa \d\d, cần xem lại \d\d, lưu ý \d\d\./u);
    expect(environment.files).toEqual([]);
    expect(environment.calls).not.toContain('write');
  });

  it('says that today lies before the cut-off, and the report made is a draft up to today', () => {
    const { environment, ports } = office(LATE);
    environment.environment.today = day('2024-06-07');
    const preview = reply(ports, 'report-preview', { period: H1 });
    expect(preview).toMatchObject({ beforeCutOff: true, asOf: '2024-06-07', draft: true });
    expect(preview.text).toContain('Hôm nay trước ngày chốt số liệu 14/06/2024: báo cáo chỉ có số liệu đến hết ngày 07/06/2024.');
    reply(ports, 'report', { period: H1 });
    expect(textOf(environment.files[1]?.bytes)).toContain('Lập trước ngày chốt số liệu 14/06/2024');
    expect(textOf(environment.files[0]?.bytes)).toContain('(số liệu từ ngày 15/12/2023 đến ngày 07/06/2024)');
  });

  it('notices a day of signing before the cut-off, as a commune’s report of quý I once had', () => {
    const periods = PERIOD_ROWS.map((row) => (row['name'] === H1 ? { ...row, signedOn: on('2024-06-07') } : row));
    const { ports } = office({ ...LATE, periods });
    expect(reply(ports, 'report-preview', { period: H1 }).text).toContain(
      'Ngày ký 07/06/2024 trước ngày chốt số liệu 14/06/2024.',
    );
  });
});
