import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeProvince, type Planted, registerLines, type Size } from './made-province.ts';

export const LIST = 'don-vi.csv';
export const SENT = 'gui-ve';

/** A folder with what the units sent and the list of them. */
export function makeFolder(folder: string, size: Size): Planted {
  mkdirSync(join(folder, SENT), { recursive: true });
  const lines = registerLines(size).map(
    ({ code, name, from, until, into }) => `${code},"${name}",${from ?? ''},${until ?? ''},${into}`,
  );
  writeFileSync(join(folder, LIST), ['Mã,Tên đơn vị,Từ ngày,Đến ngày,Sáp nhập vào', ...lines, ''].join('\n'));
  return makeProvince(join(folder, SENT), size);
}
