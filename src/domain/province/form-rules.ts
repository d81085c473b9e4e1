import type { FormRow } from '../report/forms.ts';

/**
 * How a line of the statistical forms is told of many units: counts add; a rate follows from the sums of its two parts; a coded answer is counted; and
 * procedures of one common list (the same ones in every commune) are not added, because the sum would count each as often as there are communes.
 */
export type FormRule = 'heading' | 'add' | 'rate' | 'answer' | 'common-list';

/** Counts of procedures that every commune has of the one list that the province publishes; form 7's 4.3 says «Thủ tục» of dossiers. */
const COMMON_LIST = /^(?:3\.1(?:\.\d+)*|3\.2\.2|7\.4\.1\.\d|7\.4\.2\.\d|7\.4\.5\.\d)$/u;

export function ruleOf(form: string, { code, unit }: Pick<FormRow, 'code' | 'unit'>): FormRule {
  if (unit === '') return 'heading';
  if (unit === '%') return 'rate';
  if (unit.includes('=')) return 'answer';
  return COMMON_LIST.test(`${form}.${code}`) ? 'common-list' : 'add';
}
