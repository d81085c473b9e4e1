import { rowsOf } from '../../src/host/core/look.ts';
import type { WorkbookModel } from '../../src/xlsx/model.ts';

/** The roles of each address of `Phân công`. */
export function rolesByAddress(book: WorkbookModel): Map<string, string[]> {
  const roles = new Map<string, string[]>();
  for (const row of rowsOf(book, 'Phân công', ['Chức danh', 'Thư điện tử'])) {
    const [role = '', email = ''] = [row.get('Chức danh'), row.get('Thư điện tử')];
    if (email !== '') roles.set(email, [...(roles.get(email) ?? []), role]);
  }
  return roles;
}

/** Where each person comes in, as the program prints it: by the roles that the person holds. */
export function addressesIn(lines: readonly string[], book: WorkbookModel): Map<string, string> {
  const printed = new Map(
    lines.flatMap((line) => [...line.matchAll(/^- (.*): (https?:\S+)$/gu)].map(([, who = '', url = '']) => [who, url] as const)),
  );
  return new Map(
    [...rolesByAddress(book)].flatMap(([email, roles]) => {
      const url = printed.get(roles.join('; '));
      return url === undefined ? [] : [[email, url] as const];
    }),
  );
}
