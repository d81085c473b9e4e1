import { REFUSALS } from '../../words/core/refusals.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import type { Calls } from '../calls.ts';

/** Brings a cell before the eyes of who asks; reads the tab first, so that a page left open too long gets a sentence. */
export function goTo({ workbook }: Ports, { tab, row, column }: Calls['go-to']['request']): Record<string, never> {
  const [found] = workbook.read([tab]).tabs;
  if (found === undefined) refuse(REFUSALS.unknownPlace(tab));
  workbook.show(tab, row, column);
  return {};
}
