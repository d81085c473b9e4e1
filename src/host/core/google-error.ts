/** What Google throws at a script: the realm sees `Exception: message`, never a stack of ours. */
export class GoogleError extends Error {
  override readonly name: string = 'Exception';
}

/** An argument of a kind the service does not take. */
export function wrongSignature(method: string, args: readonly unknown[]): GoogleError {
  return new GoogleError(`The parameters (${args.map(kindOf).join(',')}) don't match the method signature for ${method}.`);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'number[]';
  return { string: 'String', number: 'number', boolean: 'Boolean' }[typeof value as string] ?? '(class)';
}
