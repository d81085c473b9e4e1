import type { HumanAct, HumanKind } from './acts.ts';
import { HEADER_ROW, LAST_ROW } from './toy-workbook.ts';

/** One human edit on the toy workbook, and what the person did before the script ran. */
export type Placed = { readonly what: HumanAct; readonly before: readonly HumanAct[] };

const FIRST = HEADER_ROW + 1;
const block = (...[row, column, rows, columns]: readonly [number, number, number, number]) => ({ row, column, rows, columns });
const TYPED: HumanAct = { kind: 'paste-over', row: FIRST, column: 5, rows: [['sửa tay']] };
const INSERTED: HumanAct = { kind: 'insert-row', row: 5, side: 'above' };

const WHERE: { readonly [Kind in HumanKind]: readonly Extract<HumanAct, { kind: Kind }>[] } = {
  'insert-row': [
    { kind: 'insert-row', row: 1, side: 'above' },
    { kind: 'insert-row', row: HEADER_ROW, side: 'above' },
    { kind: 'insert-row', row: FIRST, side: 'above' },
    { kind: 'insert-row', row: 5, side: 'below' },
    { kind: 'insert-row', row: LAST_ROW, side: 'below' },
  ],
  'delete-row': [1, HEADER_ROW, FIRST, 5, LAST_ROW].map((row) => ({ kind: 'delete-row', row })),
  sort: [
    { kind: 'sort', from: FIRST, to: LAST_ROW, column: 3, descending: false },
    { kind: 'sort', from: FIRST, to: LAST_ROW, column: 1, descending: true },
  ],
  filter: [{ kind: 'filter' }],
  'move-column': [
    { kind: 'move-column', from: 4, to: 1 },
    { kind: 'move-column', from: 4, to: 5 },
    { kind: 'move-column', from: 5, to: 1 },
    { kind: 'move-column', from: 1, to: 4 },
    { kind: 'move-column', from: 3, to: 5 },
  ],
  'add-column': [1, 4, 5].map((before) => ({ kind: 'add-column', before })),
  'rename-header': [1, 3, 4].map((column) => ({ kind: 'rename-header', row: HEADER_ROW, column, text: 'Tên khác' })),
  'rename-tab': [{ kind: 'rename-tab', name: 'Số liệu năm nay' }],
  hide: [
    { kind: 'hide', axis: 'row', line: FIRST },
    { kind: 'hide', axis: 'column', line: 4 },
  ],
  merge: [
    { kind: 'merge', area: block(FIRST, 4, 1, 2) },
    { kind: 'merge', area: block(4, 2, 2, 1) },
  ],
  clear: [
    { kind: 'clear', area: block(4, 2, 2, 2) },
    { kind: 'clear', area: block(5, 1, 1, 1) },
  ],
  'paste-over': [
    { kind: 'paste-over', row: 4, column: 3, rows: [['30'], ['4,5']] },
    { kind: 'paste-over', row: 4, column: 1, rows: [['T9']] },
    { kind: 'paste-over', row: FIRST, column: 2, rows: [['Khác', '8', 'gõ nhầm', 'mới']] },
  ],
  undo: [{ kind: 'undo' }],
  'duplicate-tab': [{ kind: 'duplicate-tab' }],
  'change-locale': [{ kind: 'change-locale', locale: 'en_US' }],
  'change-zone': [{ kind: 'change-zone', timeZone: 'America/New_York' }],
  protect: [
    { kind: 'protect', area: null },
    { kind: 'protect', area: block(FIRST, 4, 5, 1) },
  ],
};

/** How many kinds of human edits there are. */
export const KINDS = Object.keys(WHERE).length;

/** Every kind of human edit, each at the places where it can hurt. */
export const PLACEMENTS: readonly Placed[] = Object.values(WHERE)
  .flat()
  .flatMap((what): Placed[] =>
    what.kind === 'undo' ? [TYPED, INSERTED].map((before) => ({ what, before: [before] })) : [{ what, before: [TYPED] }],
  );
