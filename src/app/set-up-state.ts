import { setting } from '../domain/settings.ts';
import { REFUSALS } from '../words/app.ts';
import { layoutsOf } from '../workbook/layouts.ts';
import { TABS } from '../workbook/tabs/all.ts';
import { PERIODS } from '../workbook/tabs/periods.ts';
import { SETTINGS } from '../workbook/tabs/settings.ts';
import { sayNear } from './adopt.ts';
import { openNear } from './open-book.ts';
import type { Ports } from './ports.ts';
import { refuse } from './refusal.ts';
import { mayKeepPlan } from './roles.ts';
import { unitIn, yearsIn } from './set-up-wish.ts';
import type { SetUpState } from './view-calls.ts';

/** What the first set-up may choose among, and what is there already; writes nothing. */
export function setUpState(ports: Ports): SetUpState {
  const { book, proposals } = openNear(ports);
  const today = ports.clock.today();
  if (!mayKeepPlan(book.plan, ports.who.email(), today)) refuse(REFUSALS.notAllowed);
  const templates = ports.templates.keys().flatMap((key) => {
    const template = ports.templates.load(key);
    if (template === null) return [];
    const rowsOf = (name: string) => layoutsOf(template).find((layout) => layout.name === name)?.rows ?? [];
    const [unit, years] = [unitIn(rowsOf(SETTINGS.name), today), yearsIn(rowsOf(PERIODS.name))];
    return [{ key, title: template.title, unit, years }];
  });
  const there = TABS.filter(({ key }) => book.tables.has(key));
  return {
    templates,
    made: there.map(({ name }) => name),
    lacking: TABS.filter((spec) => !there.includes(spec)).map(({ name }) => name),
    unit: setting(book.plan, 'unit-name', today) ?? '',
    years: [...new Set(book.plan.periods.map(({ year }) => year))],
    near: proposals.map(sayNear),
  };
}
