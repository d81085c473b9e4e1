/** What whoever keeps the plan says of a row before its period is closed, where the office wishes it. */
export const APPRAISALS = ['agreed', 'returned'] as const;
export type Appraisal = (typeof APPRAISALS)[number];

/** `changed`: something was typed since he looked, so that he has to look again. */
export type AppraisalState = 'unseen' | 'changed' | Appraisal;

/** A row with something typed in it, and where its appraisal stands. */
export type AppraisedRow = {
  readonly of: 'actual' | 'entry';
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly period: string;
  readonly state: AppraisalState;
  /** Why it was returned; ''. */
  readonly reason: string;
  /** Of what he looked at: another return of the same row is told anew. */
  readonly seal: string;
};

/** Where an appraisal stands: `said` of what was seen as `seal`, while the row is sealed as `now`. */
export function appraisalState(said: Appraisal | null, seal: string, now: string): AppraisalState {
  if (said === null) return 'unseen';
  return seal === now ? said : 'changed';
}
