import type { Verdict } from '../../domain/judging/verdict.ts';
import { VERDICT_LABELS } from '../../words/core/labels.ts';

/** The word of a verdict; its colour only helps. */
export function VerdictWord({ verdict }: { verdict: Verdict }) {
  return <strong class={`said ${verdict}`}>{VERDICT_LABELS[verdict]}</strong>;
}

/** Whether the sentence says more than the word of the verdict. */
export function saysMore(why: string): boolean {
  return /\d|:|;|chờ/u.test(why);
}
