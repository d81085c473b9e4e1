/** A polite refusal: the sentence is shown to the person as it is, and nothing was written. */
export class Refusal extends Error {
  readonly sentence: string;

  constructor(sentence: string) {
    super(sentence);
    this.name = 'Refusal';
    this.sentence = sentence;
  }
}

/** Stops the action with a sentence that says what is wrong and what to do. */
export function refuse(sentence: string): never {
  throw new Refusal(sentence);
}
