import type { OutgoingMail } from '../../src/app/base/ports.ts';
import { recordOpinion } from '../../src/app/mail/record-opinion.ts';
import { sendMail } from '../../src/app/mail/send-mail.ts';
import { addDays, type Day, day, daysBetween } from '../../src/domain/core/day.ts';
import type { CellValue } from '../../src/workbook/core/cell.ts';
import { type Memory, memory } from './memory-ports.ts';
import { actual, CLERK, entry, indicator, JUSTICE, on, type Row, smallPlan, task } from './small-plan.ts';

export const CHAIRMAN = 'chutich@example.vn';
const CULTURE = 'Văn hóa – Xã hội';
const HEAD = 'Chủ tịch UBND xã';
const H1 = '6 tháng đầu năm 2024';
const JULY = 'Tháng 7 năm 2024';
const Q3 = 'Quý III 2024';
const YEAR = 'Năm 2023';

/** Sixty days of an office: 6 tháng is entered, closed and followed by tháng 7 and quý III side by side; a rank of last year comes out. */
export const FIRST = day('2024-06-05');
export const LAST = addDays(FIRST, 59);

const PERIODS: readonly Row[] = [
  { name: YEAR, kind: 'Năm', start: on('2022-12-15'), end: on('2023-12-14'), cumulative: 'có', state: 'Đã chốt' },
  {
    name: H1,
    kind: '6 tháng',
    start: on('2023-12-15'),
    end: on('2024-06-14'),
    cumulative: 'có',
    entryDueOn: on('2024-06-12'),
    sendDueOn: on('2024-06-25'),
    state: 'Đang nhập',
  },
  {
    name: JULY,
    kind: 'Tháng',
    start: on('2024-07-01'),
    end: on('2024-07-31'),
    cumulative: 'không',
    entryDueOn: on('2024-07-25'),
    state: 'Chưa mở',
  },
  {
    name: Q3,
    kind: 'Quý',
    start: on('2024-06-15'),
    end: on('2024-09-14'),
    cumulative: 'không',
    entryDueOn: on('2024-09-12'),
    sendDueOn: on('2024-09-20'),
    state: 'Chưa mở',
  },
];

const INDICATORS: readonly Row[] = [
  indicator('T1', { title: 'Hồ sơ thủ tục hành chính trả đúng hạn', lead: CLERK, 'Năm 2024': 98, tolerance: 1 }),
  indicator('T2', { title: 'Số hóa kết quả giải quyết thủ tục', lead: JUSTICE }),
  indicator('T3', { title: 'Người dân hài lòng', lead: CULTURE, 'Năm 2024': 90 }),
  indicator('T4', {
    title: 'Xếp hạng cải cách hành chính',
    kind: 'Xếp hạng không quá',
    unit: 'hạng',
    judged: 'Cuối năm',
    lead: HEAD,
    'Năm 2023': 5,
    'Năm 2024': 5,
  }),
];
const TASKS: readonly Row[] = [
  task('N1', { title: 'Phương án sửa chữa bộ phận một cửa', due: on('2024-06-10'), lead: CLERK }),
  task('N2', { title: 'Rà soát văn bản quy phạm pháp luật', due: on('2024-06-14'), lead: JUSTICE }),
  task('N3', { title: 'Đối thoại với người dân', due: on('2024-07-10'), lead: HEAD, supports: CULTURE }),
  task('N4', { title: 'Tuyên truyền cải cách hành chính', frequency: 'Thường xuyên', due: '', lead: CULTURE }),
  task('N5', { title: 'Kiểm tra kỷ luật, kỷ cương', due: on('2024-07-19'), lead: CULTURE, origin: 'Đề xuất, chờ xác nhận' }),
];

function office(): Memory {
  const periods = [H1, JULY, Q3];
  const figures = INDICATORS.flatMap(({ id }) => [YEAR, ...periods].map((period) => actual(String(id), { period })));
  const words = TASKS.flatMap(({ id }) => periods.map((period) => entry(String(id), { period })));
  const settings = [
    ['Chức danh nhận thư cảnh báo', HEAD],
    ['Chức danh thường trực CCHC', CLERK],
    ['Tên đơn vị', 'UBND xã Mẫu'],
    ['Giai đoạn', '2021 - 2025'],
    ['Nhắc cả đơn vị phối hợp (có / không)', 'có'],
    ['Thư hằng tuần cho Chủ tịch khi không có gì mới (có / không)', 'có'],
  ].map(([name = '', value = '']) => ({ name, value }));
  const roles = [
    { role: HEAD, person: '', email: CHAIRMAN },
    { role: CLERK, person: 'Người theo dõi', email: 'vanphong@example.vn' },
    { role: JUSTICE, person: 'Người thực hiện', email: 'tuphap@example.vn' },
    { role: CULTURE, person: '', email: 'vanhoa@example.vn' },
  ];
  const tabs = smallPlan({
    periods: PERIODS,
    indicators: INDICATORS,
    tasks: TASKS,
    actuals: figures,
    entries: words,
    settings,
    roles,
    holidays: [],
  });
  const session = memory({ tabs, today: FIRST });
  session.environment.place = 'https://docs.google.com/spreadsheets/d/so-cchc-mau/edit';
  return session;
}

type Typing = readonly [
  tab: 'Nhập số liệu' | 'Nhập tiến độ' | 'Kỳ báo cáo',
  keys: readonly string[],
  cells: Readonly<Record<string, CellValue>>,
];
const figure = (id: string, period: string, cells: Typing[2]): Typing => ['Nhập số liệu', [id, period], cells];
const progress = (id: string, period: string, cells: Typing[2]): Typing => ['Nhập tiến độ', [id, period], cells];
const state = (period: string, said: string): Typing => ['Kỳ báo cáo', [period], { 'Tình trạng': said }];

/** What people typed before the run of that day. */
const TYPED: Readonly<Record<string, readonly Typing[]>> = {
  '2024-06-06': [figure('T1', H1, { 'Tử số': 973, 'Mẫu số': 1000, 'Nguyên nhân, giải trình': 'hồ sơ đất đai chờ xác minh' })],
  '2024-06-11': [
    figure('T2', H1, {
      'Tử số': 310,
      'Mẫu số': 500,
      'Nguyên nhân, giải trình': 'thiếu người nhập',
      'Đề xuất, kiến nghị': 'Bố trí thêm 01 người hỗ trợ số hóa đến hết tháng 10',
    }),
    progress('N1', H1, {
      'Mức độ thực hiện': 'Đang thực hiện',
      'Nguyên nhân chậm': 'chờ báo giá',
      'Đề xuất, kiến nghị': 'Cho chuyển sang quý III',
    }),
  ],
  '2024-06-13': [figure('T3', H1, { 'Tử số': 180, 'Mẫu số': 195 }), progress('N4', H1, { 'Mức độ thực hiện': 'Đang thực hiện' })],
  '2024-06-24': [state(H1, 'Đã chốt'), state(Q3, 'Đang nhập')],
  '2024-07-01': [state(JULY, 'Đang nhập')],
  '2024-07-04': [progress('N2', Q3, { 'Mức độ thực hiện': 'Đã hoàn thành', 'Ngày hoàn thành': on('2024-07-03') })],
  '2024-07-08': [figure('T4', YEAR, { 'Kết quả nhập tay': 8, 'Ngày công bố': on('2024-07-05') })],
  '2024-07-22': [figure('T2', JULY, { 'Tử số': 90, 'Mẫu số': 100 }), figure('T1', JULY, { 'Tử số': 99, 'Mẫu số': 100 })],
  '2024-07-24': [figure('T3', JULY, { 'Tử số': 80, 'Mẫu số': 100 })],
  '2024-07-29': [progress('N1', Q3, { 'Mức độ thực hiện': 'Đang thực hiện', 'Không nhắc đến hết ngày': on('2024-08-15') })],
};

/** What he answered, and the clerk recorded. */
const ANSWERED: Readonly<Record<string, Parameters<typeof recordOpinion>[1]>> = {
  '2024-06-27': { rows: [{ of: 'actual', id: 'T2', period: Q3 }], opinion: 'Đồng ý' },
};

function type({ tab, ports }: Memory, [name, keys, cells]: Typing): void {
  const { values } = tab(name);
  for (const [header, value] of Object.entries(cells)) {
    const headers = values.find((row) => row.includes(header)) ?? [];
    const row = values.find((each) => keys.every((key, at) => each[at] === key));
    if (row === undefined || !headers.includes(header)) throw new Error(`there is no ${name} ${keys.join(' ')} ${header}`);
    row[headers.indexOf(header)] = value;
  }
  ports.workbook.flush();
}

export type Told = { readonly on: Day; readonly mail: OutgoingMail };

/** Plays the story; `morning` is called after each day's run with the mails that went. */
export function tellStory(morning: (session: Memory, went: readonly OutgoingMail[]) => void = () => {}): Told[] {
  const session = office();
  const told: Told[] = [];
  for (let at = 0; at <= daysBetween(FIRST, LAST); at += 1) {
    const today = addDays(FIRST, at);
    session.environment.today = today;
    for (const typing of TYPED[today] ?? []) type(session, typing);
    const answer = ANSWERED[today];
    if (answer !== undefined) recordOpinion(session.ports, answer);
    const before = session.outbox.length;
    sendMail(session.ports, { preview: false });
    const went = session.outbox.slice(before);
    told.push(...went.map((mail) => ({ on: today, mail })));
    morning(session, went);
  }
  return told;
}
