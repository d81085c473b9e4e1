import { COMMUNE_2025 } from './commune-2025.ts';
import { PROVINCE_SHAPE } from './province.ts';
import { type CriteriaSet, criteriaSet } from './set.ts';

/** For an office with criteria of its own: the columns, to be filled. */
const BLANK = criteriaSet('trong', 'Bộ trống: đơn vị tự nhập tiêu chí', '1 | Tiêu chí 1 (đề nghị sửa) | 1 | Có / không');

export const CRITERIA_SETS: readonly CriteriaSet[] = [COMMUNE_2025, PROVINCE_SHAPE, BLANK];
