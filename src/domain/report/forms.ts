import type { Measured } from '../judging/verdict.ts';
import type { Indicator } from '../plan/indicator.ts';
import type { IndicatorItem } from './report-model.ts';

/** One row of a statistical form (biểu mẫu) as the ministry sets it: its code within the form, unit and label. */
export type FormRow = {
  readonly code: string;
  readonly unit: string;
  readonly label: string;
  /** Whether a commune can have it: others count departments, provinces or boards. */
  readonly isCommune: boolean;
};
export type Form = { readonly number: string; readonly title: string; readonly rows: readonly FormRow[] };

/** A row of the workbook as far as the forms ask: of a report, or of the facts that leave the office. */
type Item = { readonly indicator: Indicator; readonly judgement: { readonly measured: Measured | null } };

/** What stands at a row: the workbook's own figure, a rate made of the two rows under it, or nothing. */
export type FormFigure<Of extends Item = IndicatorItem> =
  | { readonly is: 'item'; readonly item: Of }
  | { readonly is: 'rate'; readonly done: Of; readonly all: Of; readonly value: number }
  | { readonly is: 'none' };

export type FilledRow<Of extends Item = IndicatorItem> = FormRow & { readonly figure: FormFigure<Of> };
export type FilledForm<Of extends Item = IndicatorItem> = {
  readonly number: string;
  readonly title: string;
  readonly rows: readonly FilledRow<Of>[];
};

export type FilledForms<Of extends Item = IndicatorItem> = {
  /** Empty where no row of the workbook bears a code: an office that has none keeps its own list. */
  readonly forms: readonly FilledForm<Of>[];
  /** Statistics without a code of these forms: nothing typed is lost. */
  readonly others: readonly Of[];
};

/** The forms filled from the rows that bear their codes in `Mã biểu mẫu` («3.3.2.1»: form 3, row 3.2.1). */
export function filledForms<Of extends Item>(forms: readonly Form[], items: readonly Of[], everyRow: boolean): FilledForms<Of> {
  const byCode = new Map(
    items.flatMap((item) => (item.indicator.form.trim() === '' ? [] : [[codeOf(item.indicator.form), item]])),
  );
  const known = new Set(forms.flatMap(({ number, rows }) => rows.map(({ code }) => `${number}.${code}`)));
  const statistics = items.filter(({ indicator }) => indicator.kind === 'statistic');
  const others = statistics.filter(({ indicator }) => !known.has(codeOf(indicator.form)));
  if (![...byCode.keys()].some((code) => known.has(code))) return { forms: [], others };
  const filled = forms.map(({ number, title, rows }) => ({
    number,
    title,
    rows: rows
      .map((row) => ({ ...row, figure: figureOf(`${number}.${row.code}`, row, { rows, byCode, number }) }))
      .filter(({ isCommune, figure }) => everyRow || isCommune || figure.is !== 'none'),
  }));
  return { forms: filled, others };
}

/** The digits of a code, however it was typed («BM3-3.2.1», «3.3.2.1»). */
export function codeOf(typed: string): string {
  return (typed.match(/\d+/gu) ?? []).join('.');
}

type Around<Of extends Item> = {
  readonly rows: readonly FormRow[];
  readonly byCode: ReadonlyMap<string, Of>;
  readonly number: string;
};

/** A rate of which nothing was typed is the second of the two rows under it over the first. */
function figureOf<Of extends Item>(
  code: string,
  { code: own, unit }: FormRow,
  { rows, byCode, number }: Around<Of>,
): FormFigure<Of> {
  const item = byCode.get(code);
  if (item !== undefined && item.judgement.measured !== null) return { is: 'item', item };
  const under = rows.filter((row) => row.code.startsWith(`${own}.`) && !row.code.slice(own.length + 1).includes('.'));
  const [all, done] = under.map((row) => byCode.get(`${number}.${row.code}`));
  const [whole, part] = [all, done].map((row) => numberOf(row?.judgement.measured ?? null));
  const none: FormFigure<Of> = item === undefined ? { is: 'none' } : { is: 'item', item };
  if (unit !== '%' || under.length !== 2 || all === undefined || done === undefined) return none;
  if (whole == null || part == null || whole <= 0 || part > whole) return none;
  return { is: 'rate', done, all, value: (100 * part) / whole };
}

function numberOf(measured: Measured | null): number | null {
  if (measured === null || measured.kind === 'grade') return null;
  return measured.kind === 'number' ? measured.value : measured.numerator;
}
