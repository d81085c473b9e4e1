import type { Conflict } from '../replies/enter.ts';

/** A polite refusal: the sentence is shown to the person as it is, and nothing was written. */
export class Refusal extends Error {
  readonly sentence: string;
  readonly conflicts: readonly Conflict[] | undefined;

  constructor(sentence: string, conflicts?: readonly Conflict[]) {
    super(sentence);
    this.conflicts = conflicts;
    this.name = 'Refusal';
    this.sentence = sentence;
  }
}

/** Stops the action with a sentence that says what is wrong and what to do. */
export function refuse(sentence: string, conflicts?: readonly Conflict[]): never {
  throw new Refusal(sentence, conflicts);
}
