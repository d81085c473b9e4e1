import { type Day, parseDay, yearOf } from '../../domain/core/day.ts';
import { tidy } from '../../domain/core/word.ts';
import { namesDay } from '../../domain/report/report.ts';
import type { Report, ReportNames } from '../../domain/report/report-model.ts';
import { readDay, sayDayFormally, withDaysWrittenOut } from '../core/day.ts';
import type { Frame, Run } from '../paper/paper.ts';
import { BLANK, blank, plain, typedOrBlank, unbroken } from '../paper/runs.ts';
import { saySubject } from './report-titles.ts';

const SHORT_UNIT = 'UBND';
const LONG_UNIT = 'Ủy ban nhân dân';
const UNIT_PREFIX = /^(?:UBND|[ỦU][yỷ] ban nhân dân)\s+/iu;
const AS_ABOVE = 'Như trên';
const ARCHIVE = 'Lưu';

/** The frame of Nghị định 30/2020 with the names of the report's own date. */
export function reportFrame(report: Report): Frame {
  const { names, period } = report;
  return {
    ...officialFrame(names),
    number: sayNumberLine(period.reportNumber),
    placeAndDay: `${names.place ?? BLANK}, ${sayReportDay(period.signedOn, namesDay(report))}`,
    docType: 'BÁO CÁO',
    subject: saySubject(period).replace(/nhiệm vụ .*$/u, unbroken),
    addressees: names.addressees.map(tidy),
    recipients: recipientsOf(names),
  };
}

/** A letter of the unit (công văn): no type, «V/v …» under a number that names the office; its day stays blank until it is signed. */
export function letterFrame(names: ReportNames, { about, to, on }: { about: string; to: string; on: Day }): Frame {
  const office = names.draftingUnit === null ? 'VP' : tidy(names.draftingUnit);
  return {
    ...officialFrame(names),
    number: `Số:       /UBND-${office.toUpperCase()}`,
    about: `V/v ${about}`,
    placeAndDay: `${names.place ?? BLANK}, ${sayReportDay(null, on)}`,
    docType: '',
    subject: '',
    addressees: [tidy(to)],
    recipients: recipientsOf({
      ...names,
      draftingUnit: office,
      addressees: [to],
      recipients: [`Lãnh đạo ${shortUnit(names.unit)}`],
    }),
  };
}

/** Who writes, and who signs: «TM. ỦY BAN NHÂN DÂN», then «KT. CHỦ TỊCH» and «PHÓ CHỦ TỊCH» each on a line. */
function officialFrame(names: ReportNames): Pick<Frame, 'superior' | 'issuer' | 'signature'> {
  const title = (names.signerTitle ?? 'Chủ tịch').split(/[\n;]/u).map(tidy);
  return {
    superior: names.superior === null ? null : tidy(names.superior).toUpperCase(),
    issuer: issuerLines(names.unit),
    signature: {
      authority: (names.signerAuthority ?? `TM. ${LONG_UNIT}`).toUpperCase(),
      title: title
        .filter((line) => line !== '')
        .join('\n')
        .toUpperCase(),
      name: names.signerName ?? '',
    },
  };
}

/** «UBND xã Gia Lương» in running text, whichever way the setting is written. */
export function shortUnit(unit: string | null): string {
  return unit === null ? `${SHORT_UNIT} ${BLANK}` : tidy(unit).replace(UNIT_PREFIX, `${SHORT_UNIT} `);
}

function issuerLines(unit: string | null): string[] {
  const place = unit === null ? BLANK : tidy(unit).replace(UNIT_PREFIX, '');
  return [LONG_UNIT, place].map((line) => line.toUpperCase());
}

/** Văn thư gives the number after signing (Điều 15): until it is typed in `Kỳ báo cáo` it stays blank. */
export function sayNumberLine(typed: string): string {
  const number = /\d+/u.exec(typed)?.[0];
  return number === undefined ? 'Số:       /BC-UBND' : `Số: ${number.padStart(2, '0')}/BC-UBND`;
}

function sayReportDay(signedOn: Day | null, on: Day): string {
  return signedOn === null ? `ngày      tháng      năm ${yearOf(on)}` : sayDayFormally(signedOn);
}

/** «(Kèm theo Báo cáo số …/BC-UBND ngày … tháng … năm … của …)». */
export function sayAnnexReference(report: Report): string {
  const number = sayNumberLine(report.period.reportNumber).replace('Số:', 'số');
  const day = sayReportDay(report.period.signedOn, namesDay(report));
  return `(Kèm theo Báo cáo ${number} ${day} của ${unbroken(shortUnit(report.names.unit))})`;
}

function recipientsOf({ addressees, recipients, draftingUnit }: ReportNames): string[] {
  const bare = recipients.map((recipient) =>
    tidy(recipient)
      .replace(/^[-–]\s*/u, '')
      .replace(/[;.]+$/u, ''),
  );
  const others = bare.filter((recipient) => !recipient.startsWith(AS_ABOVE) && !recipient.startsWith(ARCHIVE));
  const archive = ['VT', ...(draftingUnit === null ? [] : [tidy(draftingUnit)])].join(', ');
  return [...(addressees.length === 0 ? [] : [AS_ABOVE]), ...others, `${ARCHIVE}: ${archive}`];
}

/** «Kế hoạch số ……/KH-UBND ngày ……»: what is not known stays blank. */
export function planCitation(number: string | null, issuedOn: string | null): Run[] {
  const bare = number === null ? '' : tidy(number).replace(/^(?:kế hoạch\s+)?(?:số\s+)?/iu, '');
  const numbered = bare === '' ? [blank(), plain('/KH-UBND')] : [plain(bare)];
  return [plain('Kế hoạch số '), ...numbered, plain(' ngày '), typedOrBlank(issuedOn === null ? null : sayTypedDay(issuedOn))];
}

type YearPlan = Pick<Report['names'], 'yearPlanNumber' | 'yearPlanIssuedOn'>;

/** A year's plan as typed beside the period («12/KH-UBND ngày 15/01/2024»), else by its own row, or the blanks of both. */
export function yearPlanCitation(typed: string, { yearPlanNumber, yearPlanIssuedOn }: YearPlan): Run[] {
  const bare = tidy(typed).replace(/^(?:kế hoạch\s+)?(?:số\s+)?/iu, '');
  return bare === '' ? planCitation(yearPlanNumber, yearPlanIssuedOn) : [plain(`Kế hoạch số ${withDaysWrittenOut(bare)}`)];
}

function sayTypedDay(typed: string): string {
  const on = parseDay(typed) ?? readDay(typed);
  return on === null ? typed : sayDayFormally(on).replace(/^ngày /u, '');
}

/** The fixed words of an official document, and its lists as they print (Nghị định 30/2020, Phụ lục I). */

export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
export const RECIPIENTS_LABEL = 'Nơi nhận:';

/** One addressee stands on the same line; several each on their own, with dashes. */
export function addresseeLines({ addressees }: Frame): string[] {
  const [first, ...others] = addressees;
  if (first === undefined) return [];
  return others.length === 0 ? [`Kính gửi: ${first}.`] : ['Kính gửi:', ...dashed(addressees)];
}

export function recipientLines({ recipients }: Frame): string[] {
  return dashed(recipients);
}

function dashed(items: readonly string[]): string[] {
  return items.map((item, index) => `- ${item}${index === items.length - 1 ? '.' : ';'}`);
}
