import { REFUSALS } from '../../words/core/refusals.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';

/** Scrolls to a cell; reads the tab first, so that a page left open too long gets a sentence. */
export function goTo(
  { workbook }: Ports,
  { tab, row, column }: { readonly tab: string; readonly row: number; readonly column: number },
): Record<string, never> {
  const [found] = workbook.read([tab]).tabs;
  if (found === undefined) refuse(REFUSALS.unknownPlace(tab));
  workbook.show(tab, row, column);
  return {};
}
