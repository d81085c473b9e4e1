/** The script that Google runs, and what it is made of. */
export declare function googleScript(): Promise<{
  readonly code: string;
  readonly globals: readonly string[];
  readonly eagerBytes: number;
  readonly inputs: readonly string[];
}>;
