import { childrenOf } from './elements.ts';
import { childEdit, type Edit, type Ordered, tagNames } from './place-child.ts';
import { encode } from './xml.ts';

/** A sheet whose first rows are printed again on every page; `index` is its place among all sheets. */
export type PrintTitle = { readonly index: number; readonly sheet: string; readonly rows: number };

/** Adds print titles behind the names a workbook has already. */
export function printTitleEdits(parent: Ordered, titles: readonly PrintTitle[]): Edit[] {
  if (titles.length === 0) return [];
  const tag = tagNames(parent.root);
  const added = titles.map((title) => titleXml(title, tag)).join('');
  const held = parent.children.find(({ name }) => name === 'definedNames');
  if (held !== undefined && childrenOf(held).length > 0) return [{ from: held.insideEnd, to: held.insideEnd, text: added }];
  return [childEdit(parent, 'definedNames', `<${tag('definedNames')}>${added}</${tag('definedNames')}>`)];
}

function titleXml({ index, sheet, rows }: PrintTitle, tag: (name: string) => string): string {
  const place = encode(`'${sheet.replace(/'/gu, "''")}'!$1:$${rows}`);
  return `<${tag('definedName')} name="_xlnm.Print_Titles" localSheetId="${index}">${place}</${tag('definedName')}>`;
}
