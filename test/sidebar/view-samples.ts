import type { PreviewReply } from '../../src/app/replies/actions.ts';
import type { RollOverState } from '../../src/app/replies/plan.ts';
import type { IndicatorReply, IndicatorsReply, OpenChoices, SetUpState, ToClose } from '../../src/app/replies/views.ts';
import { day } from '../../src/domain/core/day.ts';
import { PLACES, type ReportKind } from '../domain/builders.ts';
import { at, HOSTILE } from './samples.ts';

const H1 = '6 tháng đầu năm 2024';
const shares = (numerator: number, denominator: number) => ({ kind: 'ratio', numerator, denominator, scale: 100 }) as const;

/** The indicators of two fields, the worse one second. */
export function theIndicators(): IndicatorsReply {
  const row = (id: string, verdict: IndicatorsReply['rows'][number]['verdict'], title = `Chỉ tiêu ${id}`) => ({
    id,
    field: id.startsWith('T1') ? 'Cải cách thể chế' : 'Cải cách thủ tục hành chính',
    title,
    verdict,
    why:
      verdict === 'not-met'
        ? 'đạt 62% (310/500), thấp hơn 13 điểm phần trăm so với chỉ tiêu (từ 75% trở lên)'
        : 'chưa có số liệu',
    proposed: false,
  });
  return {
    period: H1,
    open: [H1],
    rows: [
      row('T1.1', 'met'),
      row('T1.2', 'track-only'),
      row('T3.1', 'met', 'Công khai thủ tục'),
      row('T3.4', 'not-met', 'Hồ sơ trả kết quả đúng hạn'),
      row('T3.5', 'no-data', HOSTILE),
    ],
  };
}

type Moment = { readonly kind: ReportKind; readonly year: number; readonly name: string; readonly end: string };
const MOMENTS: readonly Moment[] = [
  { kind: 'h1', year: 2023, name: '6 tháng đầu năm 2023', end: '2023-06-14' },
  { kind: 'q1', year: 2024, name: 'Quý I 2024', end: '2024-03-14' },
  { kind: 'h1', year: 2024, name: H1, end: '2024-06-14' },
  { kind: 'q3', year: 2024, name: 'Quý III 2024', end: '2024-09-14' },
  { kind: 'year', year: 2024, name: 'Năm 2024', end: '2024-12-14' },
];

/** One indicator with the results of some of five periods, raw as kept (`h1 2023`, `q1`) or as typed. */
export function anIndicatorReply(
  reached: readonly (readonly [number, number] | null)[] = [
    [50, 100],
    [60, 100],
    [62, 100],
  ],
  about: Partial<IndicatorReply['about']> = {},
): IndicatorReply {
  return {
    about: {
      id: 'T3.4',
      title: 'Hồ sơ trả kết quả đúng hạn',
      field: 'Cải cách thủ tục hành chính',
      kind: 'at-least',
      unit: '%',
      baseline: null,
      tolerance: null,
      measure: '',
      links: null,
      sumOf: null,
      judged: 'every-period',
      data: 'cumulative',
      lead: 'Văn phòng – Thống kê',
      planPlace: 'II.2.3.a',
      origin: 'plan',
      note: '',
      plan: '',
      parent: '',
      part: null,
      form: '',
      quote: '',
      follows: [],
      ...about,
    },
    targets: [
      [2023, { kind: 'number', value: 70 }],
      [2024, { kind: 'number', value: 75 }],
    ],
    period: { name: H1, year: 2024 },
    verdict: 'not-met',
    why: 'đạt 62% (62/100), thấp hơn 13 điểm phần trăm so với chỉ tiêu (từ 75% trở lên)',
    cause: HOSTILE,
    proposal: 'Bố trí thêm 01 người',
    places: { plan: at('C15', 'Kế hoạch - Chỉ tiêu'), entry: at('J12') },
    history: MOMENTS.map(({ end, kind, ...moment }, place) => {
      const result = reached[place] ?? null;
      const isKept = place < 2 && result !== null;
      return {
        ...moment,
        ...PLACES[kind],
        end: day(end),
        cumulative: kind !== 'q3',
        kept: isKept ? result.join('/') : null,
        measured: result === null || isKept ? null : shares(...result),
      };
    }),
  };
}

export function aPreview(parts: Partial<PreviewReply> = {}): PreviewReply {
  return {
    period: H1,
    version: 3,
    draft: true,
    file: 'Báo cáo CCHC 6 tháng đầu năm 2024 (dự thảo 3).docx',
    asOf: '2024-06-14',
    beforeCutOff: false,
    addressees: ['UBND huyện', HOSTILE],
    recipients: [],
    signer: 'TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH',
    missing: [
      { role: 'Tư pháp – Hộ tịch', items: ['T2.1: chưa có số liệu', 'N2.2: chưa cập nhật'] },
      { role: 'Tài chính – Kế toán', items: ['T6.1: chưa có số liệu'] },
    ],
    problems: [{ code: 'negative-number', severity: 'must-fix', text: 'T3.1: số -1 nhỏ hơn 0.', at: at('J14') }],
    text: '',
    made: [
      { version: 2, on: '2024-06-18', files: [{ name: 'bao-cao-2.docx', url: 'https://drive.example/2' }] },
      { version: 1, on: null, files: [{ name: 'bao-cao-1.docx', url: 'file:///bao-cao-1.docx' }] },
    ],
    periods: ['Quý I 2024', H1],
    ...parts,
  };
}

export function aSetUpState(parts: Partial<SetUpState> = {}): SetUpState {
  const ends = ['14/03/2023', '14/12/2023', '14/03/2024'];
  return {
    templates: [
      {
        key: 'mau',
        title: 'Kế hoạch mẫu, giai đoạn 2021 - 2025',
        settings: [
          ['Nội dung', 'Giá trị'],
          ['Tên đơn vị', 'UBND xã Mẫu'],
        ],
        periods: [['Kỳ', 'Đến ngày'], ...ends.map((end, place) => [`Kỳ ${place}`, end])],
        roles: ['Chủ tịch UBND', 'Văn phòng'],
        isBlank: false,
      },
    ],
    made: 0,
    lacking: 16,
    unit: '',
    thisYear: 2024,
    years: [],
    near: [],
    ...parts,
  };
}

export function theOpenChoices(parts: Partial<OpenChoices> = {}): OpenChoices {
  return {
    today: day('2024-06-20'),
    proposed: 'Quý III 2024',
    closed: [
      { name: 'Quý I 2024', state: 'closed' },
      { name: 'Năm 2023', state: 'sent' },
    ],
    choices: [
      {
        name: H1,
        start: day('2023-12-15'),
        end: day('2024-06-14'),
        entryDueOn: day('2024-06-12'),
        state: 'entering',
        rows: { indicators: 0, tasks: 0, sections: 0 },
      },
      {
        name: 'Quý III 2024',
        start: day('2024-06-15'),
        end: day('2024-09-14'),
        entryDueOn: null,
        state: 'unopened',
        rows: { indicators: 83, tasks: 57, sections: 2 },
      },
    ],
    ...parts,
  };
}

export function toClose(parts: Partial<ToClose> = {}): ToClose {
  return {
    period: { name: H1, start: day('2023-12-15'), end: day('2024-06-14') },
    hasEnded: true,
    missing: [
      { role: 'Tư pháp – Hộ tịch', count: 4 },
      { role: '', count: 1 },
    ],
    problems: [
      { code: 'negative-number', severity: 'must-fix', text: `${HOSTILE}. Đề nghị nhập lại.`, at: at('J14') },
      { code: 'counter-falls', severity: 'review', text: 'Số giảm.', at: at('J15') },
    ],
    appraisals: '',
    report: { version: 2, madeOn: day('2024-06-19') },
    ...parts,
  };
}

/** Six rows of a plan that ended, for the next one. */
export function aRollOver(): RollOverState {
  const row = (id: string, of: RollOverState['rows'][number]['of'], fate: 'keep' | 'drop' = 'keep') => ({
    ...{ id, of, field: 'Cải cách thể chế', title: `${id} ${HOSTILE}`, proposed: { fate, with: '' } },
  });
  const rows = [row('T1', 'indicator'), row('T2', 'indicator'), row('T3', 'indicator'), row('TK1', 'statistic')];
  return {
    plans: [{ id: 'KH1', title: 'Kế hoạch giai đoạn 2021 - 2025', kind: 'stage', years: { first: 2021, last: 2025 } }],
    from: 'KH1',
    next: {
      id: 'KH2',
      title: 'Kế hoạch giai đoạn 2026 - 2030',
      kind: 'stage',
      first: 2026,
      last: 2030,
      number: '',
      issuedOn: '',
    },
    rows: [...rows, row('N1', 'task', 'drop'), row('N2', 'task')],
    there: [],
  };
}
