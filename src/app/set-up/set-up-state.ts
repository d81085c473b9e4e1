import { setting } from '../../domain/plan/settings.ts';
import { TABS } from '../../workbook/tabs/all.ts';
import { PERIODS } from '../../workbook/tabs/periods.ts';
import { SETTINGS } from '../../workbook/tabs/settings.ts';
import { openNear } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import type { SetUpState } from '../replies/views.ts';
import { sayNear } from './adopt.ts';

/** What the first set-up may choose among, and what is there already; writes nothing. */
export function setUpState({ templates, ...ports }: Ports): SetUpState {
  const { book, proposals } = openNear(ports);
  return {
    templates: templates.keys().flatMap((key) => {
      const template = templates.load(key);
      if (template === null) return [];
      const { title, tabs } = template;
      return [{ key, title, settings: tabs[SETTINGS.name] ?? [], periods: tabs[PERIODS.name] ?? [] }];
    }),
    made: book.tables.size,
    lacking: TABS.length - book.tables.size,
    unit: setting(book.plan, 'unit-name', ports.clock.today()) ?? '',
    years: [...new Set(book.plan.periods.map(({ year }) => year))],
    near: proposals.map(sayNear),
  };
}
