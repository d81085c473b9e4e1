/** Texts typed or pasted by a person, from a cell to the right and down. */
export type HumanEdit = {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
  readonly rows: readonly (readonly string[])[];
};
