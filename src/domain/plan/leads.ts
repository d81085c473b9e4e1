/** The roles that lead a row together, on lines or between `;`; none when the plan names none. */
export function leadsOf(lead: string): string[] {
  return lead
    .split(/[\n;]/u)
    .map((role) => role.trim())
    .filter((role) => role !== '');
}
