import type { Source } from '../../domain/core/source.ts';
import { fold } from '../../domain/core/word.ts';
import { TAB_OF } from '../core/address.ts';
import type { TabSpec } from '../core/tab.ts';
import { TABS } from '../tabs/all.ts';
import { columnKeyOf, headerOf } from './find-columns.ts';

const BETWEEN = ' | ';

/** A cell by tab, key and header, «Nhập số liệu | T3.4 | Quý I 2024 | Tử số»: true wherever people sort, insert or rename. */
export function cellName({ of, id, period, field }: Source): string {
  const spec = specOf(of);
  return [spec.name, id, ...(period === '' ? [] : [period]), headerOf(spec, field)].join(BETWEEN);
}

/** The cell that such a name means, or `null`. */
export function cellNamed(name: string): Source | null {
  const [tab = '', id = '', ...rest] = name.split(BETWEEN);
  const spec = TABS.find((each) => fold(each.name) === fold(tab));
  const of = Object.entries(TAB_OF).find(([, key]) => key === spec?.key)?.[0] as Source['of'] | undefined;
  const header = rest[rest.length - 1] ?? '';
  const field = spec === undefined ? null : columnKeyOf(spec, header);
  if (of === undefined || field === null || rest.length > 2) return null;
  return { of, id, period: rest.length === 2 ? (rest[0] ?? '') : '', field };
}

function specOf(of: Source['of']): TabSpec {
  const spec = TABS.find(({ key }) => key === TAB_OF[of]);
  if (spec === undefined) throw new Error(`Bug: no tab holds ${of}`);
  return spec;
}
