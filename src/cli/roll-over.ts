import type { Calls } from '../app/calls.ts';
import { fold } from '../domain/core/word.ts';
import type { Fate } from '../domain/plan/roll-over.ts';
import { CALENDARS } from '../domain/plan/set-up.ts';
import { Unusable } from '../host/core/unusable.ts';
import { FATE_LABELS, ROLL_OVER_REFUSALS } from '../words/plan/roll-over.ts';
import { chosen, yearsIn } from './set-up.ts';

type Asked = Calls['roll-over']['request'];
type State = Calls['roll-over-state']['reply'];

/** What the command line says of the next plan; what it leaves out is as the workbook proposes. */
export type RollOverWish = Omit<Asked, 'plan'> & {
  readonly plan: { readonly id: string; readonly title: string; readonly years: readonly number[] };
};

type Given = { readonly text: (option: string) => string | null; readonly on: (option: string) => boolean };

/** `roll-over … --plan KH2 --title "…" --years 2026-2030 [--from KH1] [--periods cchc|monthly|none] [--levels] [--baselines] [--map "T1.1=bỏ; …"]`. */
export function rollOverIn({ text, on }: Given): RollOverWish {
  const years = text('years');
  const periods = chosen('periods', text('periods'), CALENDARS, (each) => each) ?? 'cchc';
  return {
    from: text('from') ?? '',
    plan: { id: text('plan') ?? '', title: text('title') ?? '', years: years === null ? [] : yearsIn(years) },
    periods: periods === 'template' ? 'cchc' : periods,
    levels: on('levels'),
    baselines: on('baselines'),
    rows: fatesIn(text('map') ?? ''),
  };
}

/** The request: what was not said is as the workbook proposes. */
export function requestOf({ plan, ...wish }: RollOverWish, { next }: State): Asked {
  const [first = next.first] = plan.years;
  const last = plan.years[plan.years.length - 1] ?? next.last;
  return { ...wish, plan: { ...next, first, last, id: plan.id || next.id, title: plan.title || next.title } };
}

/** «T1.1=bỏ; T1.2=gộp T1.3; T1.4=đổi tên Tên mới; T1.5=là CT-05; T1.6=giữ». */
function fatesIn(text: string): Asked['rows'] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [id = '', ...rest] = part.split('=');
      const said = rest.join('=').trim();
      const way = WAYS.find(([word]) => fold(said) === word || fold(said).startsWith(`${word} `));
      if (id.trim() === '' || way === undefined) throw new Unusable(ROLL_OVER_REFUSALS.map(part));
      return { id: id.trim(), fate: way[1], with: said.slice(way[0].length).trim() };
    });
}

/** How a fate is typed; the labels of the screen too. */
const WAYS: readonly (readonly [string, Fate])[] = [
  ...(Object.entries(FATE_LABELS) as [Fate, string][]).map(([fate, label]): [string, Fate] => [fold(label), fate]),
  ['gộp', 'merge'],
  ['là', 'become'],
];
