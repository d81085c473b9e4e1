import type { Day } from '../../domain/core/day.ts';
import { yearOf } from '../../domain/core/day.ts';
import { type Consolidated, type Measure, rateValue } from '../../domain/province/consolidate.ts';
import type { Ranked, RankedBy } from '../../domain/province/rank.ts';
import { sayDayPadded } from '../core/day.ts';
import { sayCount, sayNumber, sayPercent } from '../core/number.ts';
import type { Annex, Block, Paper, Table } from '../paper/paper.ts';
import { BLANK, blank, cell, centred, head, paragraph, plain, strong, words } from '../paper/runs.ts';
import { SAMPLE_BANNER } from '../report/report.ts';
import { sayPeriod, sayPeriodAndOutlook } from '../report/report-titles.ts';
import { formNote, formValue, sayRankedBy } from './sheets.ts';

type Asked = { readonly ranking: readonly Ranked[]; readonly by: RankedBy; readonly madeOn: Day };

/** The consolidated report in the frame of Nghị định 30/2020: what is known of all units is said, what the province alone can say stays blank. */
export function sayProvinceReport(all: Consolidated, asked: Asked): Paper {
  const { unit, sample } = all;
  const place = unit.replace(/^(?:UBND|[ỦU][yỷ] ban nhân dân)\s+/iu, '');
  const annexes = annexesOf(all, asked);
  return {
    title: subjectOf(all),
    frame: {
      superior: null,
      issuer: ['ỦY BAN NHÂN DÂN', place.toUpperCase()],
      number: 'Số:       /BC-UBND',
      placeAndDay: `${place.replace(/^(?:thành phố|tỉnh)\s+/iu, '')}, ngày      tháng      năm ${yearOf(asked.madeOn)}`,
      docType: 'BÁO CÁO',
      subject: subjectOf(all),
      addressees: ['Bộ Nội vụ'],
      recipients: ['Như trên', 'Lưu: VT, NV'],
      signature: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: '' },
    },
    banner: sample ? SAMPLE_BANNER : null,
    blocks: [opening(all), ...sending(all), ...results(all), ...judged(all), ...outlook(), closing(all, annexes)],
    annexes,
  };
}

function subjectOf({ period }: Consolidated): string {
  return `Kết quả công tác cải cách hành chính ${sayPeriodAndOutlook({ ...period, outlook: '' })}`;
}

const text = (said: string): Block => paragraph('body', plain(said));

function opening({ unit, period, units, missing }: Consolidated): Block {
  return text(
    `Trên cơ sở số liệu đã chốt của ${sayCount(units.length)}/${sayCount(units.length + missing.length)} đơn vị cấp xã, ${unit} báo cáo kết quả công tác cải cách hành chính ${sayPeriod(period)} (số liệu từ ngày ${sayDayPadded(period.start)} đến ngày ${sayDayPadded(period.end)}) như sau:`,
  );
}

function sending({ units, missing }: Consolidated): Block[] {
  const late = units.filter((unit) => unit.late);
  const named = missing.length === 0 || missing.length > MOST_NAMED ? '' : ` (${missing.map(({ name }) => name).join('; ')})`;
  return [
    paragraph('part', plain('I. TÌNH HÌNH GỬI SỐ LIỆU')),
    text(
      `Có ${sayCount(units.length)} đơn vị gửi số liệu, trong đó ${sayCount(late.length)} đơn vị chốt số liệu sau hạn; ${sayCount(missing.length)} đơn vị chưa gửi hoặc gửi số liệu chưa dùng được${named}. Số liệu của các đơn vị đó không có trong báo cáo này.`,
    ),
  ];
}

const MOST_NAMED = 12;

/** Field by field: how many units reach what is asked, each rate of the whole with its fraction. */
function results(all: Consolidated): Block[] {
  const measures = all.measures.filter(({ kind }) => kind !== 'statistic');
  const fields = [...new Set(measures.map(({ field }) => field))];
  const total = totals(all);
  return [
    paragraph('part', plain('II. KẾT QUẢ THỰC HIỆN')),
    text(
      `Các đơn vị có ${sayNumber(total.judged)} lượt chỉ tiêu được đánh giá, đạt ${sayNumber(total.met)} lượt${rateOf(total.met, total.judged)}. Có ${sayNumber(total.tasks)} nhiệm vụ, đã hoàn thành ${sayNumber(total.done)} nhiệm vụ${rateOf(total.done, total.tasks)}, trong đó ${sayNumber(total.doneLate)} nhiệm vụ hoàn thành quá hạn; còn ${sayNumber(total.overdue)} nhiệm vụ quá hạn chưa hoàn thành.`,
    ),
    ...fields.flatMap((field, at) => [
      paragraph('section', plain(`${at + 1}. ${field === '' ? 'Nội dung khác' : field}`)),
      text(
        measures
          .filter((measure) => measure.field === field)
          .map(sentenceOf)
          .join(' '),
      ),
    ]),
  ];
}

const rateOf = (part: number, whole: number): string => (whole === 0 ? '' : `, đạt ${sayPercent((100 * part) / whole)}`);

function totals({ units }: Consolidated): Record<'judged' | 'met' | 'tasks' | 'done' | 'doneLate' | 'overdue', number> {
  const sum = { judged: 0, met: 0, tasks: 0, done: 0, doneLate: 0, overdue: 0 };
  for (const unit of units) for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += unit[key];
  return sum;
}

/** «Tỷ lệ … 97,28% (12.345/12.690), 100/109 đơn vị đạt.» */
function sentenceOf({ title, id, unit, rate, verdicts, units }: Measure): string {
  const judged = verdicts.met + verdicts['nearly-met'] + verdicts['not-met'];
  const known =
    rate === null
      ? ''
      : ` ${unit === '%' ? sayPercent(rateValue(rate, unit)) : `${sayNumber(rateValue(rate, unit))} ${unit}`} (${sayNumber(rate.numerator)}/${sayNumber(rate.denominator)})`;
  const met = judged === 0 ? `${sayCount(units)} đơn vị có số liệu` : `${sayCount(verdicts.met)}/${sayCount(judged)} đơn vị đạt`;
  return `${title === '' ? id : title}${known}, ${met}.`;
}

const MOST_MEASURES = 5;

/** What most units reach and what most do not; why, only the province can say. */
function judged({ measures, outliers }: Consolidated): Block[] {
  const shares = measures
    .map((measure) => ({
      measure,
      missed: measure.verdicts['not-met'] + measure.verdicts['nearly-met'],
      met: measure.verdicts.met,
    }))
    .filter(({ missed, met }) => missed + met > 0);
  const behind = shares
    .filter(({ missed }) => missed > 0)
    .sort((a, b) => b.missed - a.missed)
    .slice(0, MOST_MEASURES);
  const all = shares.filter(({ missed }) => missed === 0);
  const name = ({ title, id }: Measure): string => (title === '' ? id : title);
  return [
    paragraph('part', plain('III. ĐÁNH GIÁ CHUNG')),
    paragraph('section', plain('1. Mặt tích cực')),
    text(`Có ${sayCount(all.length)}/${sayCount(shares.length)} chỉ tiêu mà mọi đơn vị được đánh giá đều đạt.`),
    paragraph('section', plain('2. Tồn tại, hạn chế và nguyên nhân')),
    ...(behind.length === 0
      ? []
      : [
          text(
            `Các chỉ tiêu còn nhiều đơn vị chưa đạt: ${behind.map(({ measure, missed }) => `${name(measure)} (${sayCount(missed)} đơn vị)`).join('; ')}.`,
          ),
        ]),
    ...(outliers.length === 0
      ? []
      : [
          text(
            `Có ${sayCount(outliers.length)} số liệu khác thường so với các đơn vị khác hoặc so với năm trước, đang hỏi lại đơn vị.`,
          ),
        ]),
    paragraph('body', plain('Nguyên nhân: '), blank()),
  ];
}

function outlook(): Block[] {
  return [paragraph('part', plain('IV. PHƯƠNG HƯỚNG, NHIỆM VỤ')), paragraph('body', blank())];
}

function closing({ unit, period }: Consolidated, annexes: readonly Annex[]): Block {
  return text(
    `Trên đây là báo cáo kết quả công tác cải cách hành chính ${sayPeriod(period)} của ${unit} (số liệu chi tiết tại ${annexes.map(({ label }) => label).join(', ')} kèm theo)./.`,
  );
}

function annexesOf(all: Consolidated, { ranking, by, madeOn }: Asked): Annex[] {
  const reference = `(Kèm theo Báo cáo số       /BC-UBND ngày      tháng      năm ${yearOf(madeOn)} của ${all.unit})`;
  return [
    { label: 'Phụ lục I', title: 'KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU', reference, landscape: true, blocks: [measureTable(all)] },
    { label: 'Phụ lục II', title: 'KẾT QUẢ CỦA TỪNG ĐƠN VỊ', reference, landscape: false, blocks: [rankingTable(ranking, by)] },
    { label: 'Phụ lục III', title: 'BIỂU MẪU THỐNG KÊ', reference, landscape: false, blocks: all.forms.flatMap(formBlocks) },
  ];
}

function measureTable({ measures }: Consolidated): Table {
  return {
    is: 'table',
    widths: [6, 38, 8, 10, 8, 8, 8, 18],
    head: head('STT', 'Chỉ tiêu', 'Đơn vị tính', 'Kết quả chung', 'Đơn vị đạt', 'Chưa đạt', 'Chưa có số liệu', 'Tử số/mẫu số'),
    rows: measures
      .filter(({ kind }) => kind !== 'statistic')
      .map(({ title, id, unit, rate, verdicts }, at) => [
        centred(plain(String(at + 1))),
        words(title === '' ? id : title),
        centred(plain(unit)),
        centred(...(rate === null ? [] : [plain(sayNumber(rateValue(rate, unit)))])),
        ...[verdicts.met, verdicts['not-met'] + verdicts['nearly-met'], verdicts['no-data']].map((count) =>
          centred(plain(String(count))),
        ),
        centred(...(rate === null ? [] : [plain(`${sayNumber(rate.numerator)}/${sayNumber(rate.denominator)}`)])),
      ]),
  };
}

function rankingTable(ranking: readonly Ranked[], by: RankedBy): Table {
  return {
    is: 'table',
    widths: [10, 36, 16, 13, 14, 11],
    head: head('Hạng', 'Đơn vị', sayRankedBy(by), 'Chỉ tiêu đạt', 'Nhiệm vụ hoàn thành', 'Quá hạn'),
    rows: ranking.map(({ unit, value, place }) => [
      centred(plain(place === null ? BLANK : String(place))),
      words(unit.name),
      centred(plain(value === null ? BLANK : sayNumber(value))),
      centred(plain(`${unit.met}/${unit.judged}`)),
      centred(plain(`${unit.done}/${unit.tasks}`)),
      centred(plain(String(unit.overdue))),
    ]),
  };
}

function formBlocks({ number, title, rows }: Consolidated['forms'][number]): Block[] {
  return [
    paragraph('centred', strong(`Biểu mẫu ${number}. ${title}`)),
    {
      is: 'table',
      widths: [8, 40, 13, 13, 26],
      head: head('STT', 'Chỉ tiêu thống kê', 'Đơn vị tính', 'Số liệu', 'Ghi chú'),
      rows: rows.map((row) => {
        const value = formValue(row);
        return [
          centred(plain(row.code)),
          row.rule === 'heading' ? cell(strong(row.label)) : words(row.label),
          centred(plain(row.unit)),
          { runs: value === '' ? [] : [plain(typeof value === 'number' ? sayNumber(value) : value)], align: 'right' },
          words(formNote(row)),
        ];
      }),
    },
  ];
}
