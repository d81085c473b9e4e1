/** Says "this cannot happen". A failure here is a bug in our code, never a mistake in a sheet. */
export function invariant(condition: boolean, why: string): asserts condition {
  if (!condition) throw new Error(`Bug: ${why}`);
}

/** Closes a switch over a union: a case that was forgotten does not compile. */
export function never(value: never): never {
  throw new Error(`Bug: unexpected ${JSON.stringify(value)}`);
}
