import type { Calls } from '../app/calls.ts';
import { sameWord, tidy } from '../domain/core/word.ts';
import type { Years } from '../domain/plan/plan.ts';
import { CALENDARS, POST_SETS } from '../domain/plan/set-up.ts';
import { Unusable } from '../host/core/unusable.ts';
import { USAGE_SENTENCES } from '../words/host/local.ts';
import { partsOfUnit, SET_UP_REFUSALS, unitNameOf } from '../words/set-up/offices.ts';

/** What set-up is asked for, but the consent to tabs of the office. */
export type SetUpAsked = Omit<Calls['set-up']['request'], 'adopt'>;

const BLANK_PLAN = 'blank';
const DEFAULT_PLAN = 'gia-luong-2021-2025';
/** The farthest that a plan reaches. */
const MOST_YEARS = 20;

/** `setup … --plan blank|<template>|<document> --unit "…" --years 2026-2030 --periods cchc|monthly|none`. Throws `Unusable` for what it does not understand. */
export function setUpIn(text: (option: string) => string | null): SetUpAsked {
  const given = (option: string): string | undefined => text(option) ?? undefined;
  const years = text('years');
  const asked = {
    unit: given('unit'),
    since: given('since'),
    years: years === null ? undefined : yearsIn(years),
    periods: chosen('periods', text('periods'), CALENDARS, (each) => each),
    addressees: given('to'),
    posts: chosen('posts', text('posts'), POST_SETS, (each) => each.replace('posts-', '')),
    keeper: given('keeper'),
  };
  const said = Object.entries(asked).filter(([, value]) => value !== undefined);
  return { template: text('plan') ?? DEFAULT_PLAN, ...Object.fromEntries(said) };
}

/** Whether `--plan` names a document rather than a template. */
export function isDocument(plan: string | null): plan is string {
  return plan !== null && /\.(?:docx?|xlsx?|pdf|txt)$/iu.test(plan);
}

/** A blank workbook for a plan that was read: of the office and the years that it names, unless other ones are asked for. */
export function setUpForPlan(
  asked: SetUpAsked,
  { unit, years }: { readonly unit: string | null; readonly years: Years | null },
): SetUpAsked {
  const span = years === null ? [] : Array.from({ length: years.last - years.first + 1 }, (_, at) => years.first + at);
  return {
    ...(unit === null ? {} : { unit: unitIn(unit) }),
    ...(span.length === 0 ? {} : { years: span }),
    ...asked,
    template: BLANK_PLAN,
  };
}

/** «ỦY BAN NHÂN DÂN XÃ ĐÔNG PHÚ», as a letterhead has it, is «UBND xã Đông Phú». */
function unitIn(letterhead: string): string {
  const { kind, name } = partsOfUnit(tidy(letterhead));
  if (kind === null) return tidy(letterhead);
  const isLoud = name === name.toUpperCase();
  const words = name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  return unitNameOf(kind, isLoud ? words : name);
}

export function chosen<Choice extends string>(
  option: string,
  text: string | null,
  choices: readonly Choice[],
  written: (choice: Choice) => string,
): Choice | undefined {
  if (text === null) return undefined;
  const found = choices.find((choice) => sameWord(written(choice), text));
  if (found === undefined) throw new Unusable(USAGE_SENTENCES.option(`--${option} ${choices.map(written).join('|')}`));
  return found;
}

/** «2026-2030», «2026»; the years from the first to the last. */
export function yearsIn(text: string): number[] {
  const [, first, last] = /^\s*(\d{4})(?:\s*[-–—]\s*(\d{4}))?\s*$/u.exec(text) ?? [];
  const [from, to] = [Number(first), Number(last ?? first)];
  if (first === undefined || to < from || to - from > MOST_YEARS) throw new Unusable(SET_UP_REFUSALS.years(text));
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
