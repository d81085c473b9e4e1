/** The grid, what guards it, and how writes reach it. */
import { describe, expect } from 'vitest';
import type { HostAtWork } from '../helpers/host.ts';
import { host, inEdit, OTHER, OWNER, proves, TAB, value } from './proves.ts';

const REFUSED = 'You are trying to edit a protected cell or object.';
const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

describe('the grid', () => {
  const MADE = "(made => [made.getMaxRows(), made.getMaxColumns()])(book().insertSheet('Mới', 1))";
  proves('new-sheet', () => expect(value(MADE)).toEqual([1000, 26]));
  proves('grid-end', () =>
    expect(value('[said(() => at(1001, 1)), said(() => at(1, 27))]')).toEqual(Array(2).fill(`Exception: ${OUTSIDE}`)),
  );
  proves('grid-start', () => expect(() => value('at(0, 1)')).toThrow('The starting row of the range is too small.'));
  proves('grid-empty', () => expect(() => value('at(1, 1, 0)')).toThrow('The number of rows in the range must be at least 1.'));
  proves('grid-signature', () =>
    expect(() => value("at('A1', 1)")).toThrow(
      "The parameters (String,number,number,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ),
  );
  proves('grid-grows', () =>
    expect(
      value('(sheet().insertRowsAfter(1000, 5).insertColumnsAfter(26, 2), [sheet().getMaxRows(), sheet().getMaxColumns()])'),
    ).toEqual([1005, 28]),
  );
  proves('grid-out-of-bounds', () =>
    expect(() => value('sheet().insertRowsAfter(2000, 1)')).toThrow('Those rows are out of bounds.'),
  );
  proves('insert-moves', () => {
    const book = host(`function go() {
      at(5, 1).setValues([['x']]);
      at(5, 1).setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['x'], true).build());
      sheet().setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=TRUE').setRanges([at(5, 1)]).build()]);
      at(5, 1).protect();
      sheet().insertRowsAfter(2, 3);
      return at(8, 1).getValues()[0][0];
    }`);
    expect(book.run('go')).toBe('x');
    const [sheet] = book.model.sheets;
    const moved = [sheet?.validations[0], sheet?.paints[0], book.sidecar.protections[0]?.area];
    expect(moved.map((part) => part?.row)).toEqual([8, 8, 8]);
  });
  const HEIGHT = 'function go() { return sheet().getDataRange().getNumRows(); }';
  proves('data-range-formula', () => {
    const book = host(HEIGHT);
    book.typeAll([{ tab: TAB, row: 7, column: 1, rows: [['=""']] }]);
    expect(book.run('go')).toBe(7);
  });
  proves('data-range-false', () => expect(value('(at(9, 2).setValues([[false]]), sheet().getDataRange().getNumRows())')).toBe(9));
  proves('data-range-blank', () =>
    expect(value('(all => [all.getNumRows(), all.getNumColumns()])(sheet().getDataRange())')).toEqual([1, 1]),
  );
  proves('blank-text', () => expect(value('get()')).toBe(''));
  proves('error-text', () => {
    const book = host('function go() { return get(); }');
    book.typeAll([{ tab: TAB, row: 1, column: 1, rows: [['=NA()']] }]);
    Object.assign(book.model.sheets[0]?.cells.get(1)?.get(1) ?? {}, { value: '#N/A' });
    expect(book.run('go')).toBe('#N/A');
  });
  proves('sheet-id', () => {
    const book = host('function go() { return [sheet().getSheetId(), sheet().getName()]; }');
    const [id] = book.run('go') as unknown[];
    for (const sheet of book.model.sheets) sheet.name = 'Tên khác';
    expect(book.run('go')).toEqual([id, 'Tên khác']);
  });
  proves('sheet-name-taken', () => expect(() => value(`book().insertSheet('${TAB}', 0)`)).toThrow('already exists'));
  proves('last-sheet', () =>
    expect(() => value('book().deleteSheet(sheet())')).toThrow("You can't remove all the sheets in a document."),
  );
  proves('last-visible', () => expect(() => value('sheet().hideSheet()')).toThrow('hide all the sheets'));
});

describe('validations', () => {
  const under = (allowInvalid: boolean, text: string): unknown =>
    value(`(() => {
      const rule = SpreadsheetApp.newDataValidation().requireValueInList(['Quyết'], true).setAllowInvalid(${allowInvalid}).build();
      at(1, 1).setDataValidation(rule).setValues([[${JSON.stringify(text)}]]);
      return said(() => SpreadsheetApp.flush()) + '/' + get();
    })()`);
  const VIOLATES = 'Exception: The data you entered in cell A1 violates the data validation rules set on this cell.';
  proves('validation-rejects', () => expect(under(false, 'khác')).toContain(VIOLATES));
  proves('validation-warns', () => expect(under(true, 'khác')).toBe('nothing/khác'));
  proves('validation-blank', () => expect(under(false, '')).toBe('nothing/'));
  proves('validation-exact', () => expect(under(false, 'Quyết'.normalize('NFD'))).toContain(VIOLATES));
  proves('paints-replaced', () => {
    const rule = "SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=TRUE').setRanges([at(1, 1)]).build()";
    const set = `sheet().setConditionalFormatRules([${rule}])`;
    expect(value(`(${set}, ${set}, sheet().getConditionalFormatRules().length)`)).toBe(1);
  });
});

describe('protections', () => {
  const PROTECT = `
    function alone() { at(1, 1).protect().setDescription('d'); }
    function closed() { const p = at(1, 1).protect(); p.removeEditors(p.getEditors().map((one) => one.getEmail())); }
    function warned() { closed(); sheet().getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].setWarningOnly(true); }
    function twice() { alone(); closed(); at(1, 1).protect(); }
    function tab() { const p = sheet().protect(); p.removeEditors(p.getEditors().map((one) => one.getEmail())); book().insertSheet('b', 1); }
    function wide() { const p = at(1, 1, 5, 1).protect(); p.removeEditors(p.getEditors().map((one) => one.getEmail())); }
    function write() { return said(() => { put('x'); SpreadsheetApp.flush(); }); }
    function hide() { return said(() => sheet().hideSheet()); }
    function drop() { return said(() => book().deleteSheet(sheet())); }
    function insert(after) { return said(() => sheet().insertRowsAfter(after, 1)); }
    function editors() { return sheet().getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getEditors().map((one) => one.getEmail()); }
    function daily() { console.log(write()); }
    function onEdit() { console.log(write()); }`;
  const guarded = (how: string): HostAtWork => {
    const book = host(PROTECT);
    book.run(how);
    book.setUser(OTHER);
    return book;
  };
  proves('protect-alone', () => expect(guarded('alone').run('write')).toBe('nothing'));
  proves('protect-denies', () => expect(guarded('closed').run('write')).toContain(REFUSED));
  proves('protect-owner', () => {
    const book = guarded('closed');
    book.setUser(OWNER);
    expect(book.run('write')).toBe('nothing');
  });
  proves('protect-self', () => {
    const book = host(PROTECT);
    book.setUser(OTHER);
    expect(() => book.run('closed')).toThrow('remove yourself');
    expect([book.run('editors'), book.run('write')]).toEqual([[OTHER], 'nothing']);
  });
  const GUARD = `const p = () => sheet().protect();`;
  proves('protect-self-throws', () => {
    const ask = (email: string, user: string): unknown => {
      const book = host(`${GUARD} function go(email) { return said(() => p().removeEditors([email])); }`);
      book.setUser(user);
      return book.run('go', email);
    };
    expect([ask(OTHER, OTHER), ask(OWNER, OTHER), ask(OWNER, OWNER)]).toEqual(
      Array(3).fill(expect.stringContaining('Exception: You can’t remove yourself or the owner')),
    );
    expect(ask(OTHER, OWNER)).toBe('nothing');
  });
  proves('protect-warning-editors', () =>
    expect(
      value(
        `[said(() => sheet().protect().setWarningOnly(true).addEditors(['a@b.vn'])), said(() => sheet().protect().removeEditors([]))]`,
      ),
    ).toEqual(Array(2).fill(expect.stringContaining('only shows a warning'))),
  );
  proves('protect-again', () =>
    expect(
      value(`(sheet().protect().setDescription('a'), [sheet().protect().getDescription(), at(1, 1).protect().getDescription(),
        sheet().getProtections(SpreadsheetApp.ProtectionType.SHEET).length])`),
    ).toEqual(['a', '', 1]),
  );
  proves('protect-stranger', () =>
    expect(value(`said(() => sheet().protect().addEditors(['la@b.vn']))`, { strangers: ['la@b.vn'] })).toContain(
      'Invalid email: la@b.vn',
    ),
  );
  proves('protect-owner-unlisted', () => {
    const book = host(PROTECT);
    book.run('alone');
    expect(book.run('editors')).toEqual([OTHER]);
  });
  proves('protect-warning', () => expect(guarded('warned').run('write')).toBe('nothing'));
  proves('protect-overlap', () => expect(guarded('twice').run('write')).toContain(REFUSED));
  proves('protect-clerk-script', () => {
    const book = guarded('closed');
    book.type({ tab: TAB, row: 9, column: 9, rows: [['x']] });
    expect(book.logged().join()).toContain(REFUSED);
  });
  proves('protect-owner-trigger', () => {
    const book = guarded('closed');
    book.sidecar.triggers.push({ handler: 'daily', user: OWNER, atHour: 7, everyDays: 1 });
    book.passDay(book.now().day);
    expect(book.logged()).toEqual(['nothing']);
  });
  proves('protect-tab', () => {
    const book = guarded('tab');
    expect([book.run('hide'), book.run('drop')]).toEqual([expect.stringContaining(REFUSED), expect.stringContaining(REFUSED)]);
  });
  proves('protect-insert', () => {
    const book = guarded('wide');
    expect([book.run('insert', 3), book.run('insert', 5)]).toEqual([expect.stringContaining(REFUSED), 'nothing']);
  });
});

describe('writes', () => {
  const LONG = "'a'.repeat(50001)";
  const TOO_LONG = 'Your input contains more than the maximum of 50000 characters in a single cell.';
  proves('rows-differ', () =>
    expect(() => value('at(1, 1, 2).setValues([[1], [2], [3]])')).toThrow(
      'The number of rows in the data does not match the number of rows in the range. The data has 3 but the range has 2.',
    ),
  );
  proves('columns-differ', () =>
    expect(() => value('at(1, 1, 1, 2).setValues([[1]])')).toThrow(
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ),
  );
  proves('too-long', () => {
    expect(value("(put('a'.repeat(50000)), get().length)")).toBe(50_000);
    expect(() => value(`(put(${LONG}), get())`)).toThrow(TOO_LONG);
  });
  proves('error-at-read', () =>
    expect(value(`[said(() => put(${LONG})), said(get)]`)).toEqual(['nothing', `Exception: ${TOO_LONG}`]),
  );
  proves('error-at-flush', () =>
    expect(value(`[said(() => put(${LONG})), said(() => SpreadsheetApp.flush())]`)).toEqual([
      'nothing',
      `Exception: ${TOO_LONG}`,
    ]),
  );
  proves('error-at-end', () => {
    const late = host(`function go() { console.log(said(() => put(${LONG})), 'done'); }`);
    expect(() => late.run('go')).toThrow(TOO_LONG);
    expect(late.logged()).toEqual(['nothing done']);
  });
  proves('bad-block', () => expect(value(`(at(1, 1, 2).setValues([['good'], [${LONG}]]), said(get), get())`)).toBe(''));
  proves('formula-overwritten', () => expect(value("(put('=1+1'), put(5), get())")).toBe(5));
});

describe('edits', () => {
  const EVENT = `function onEdit(e) {
    console.log([e.range.getRow(), e.range.getColumn(), e.range.getNumRows(), 'value' in e ? e.value : '-', 'oldValue' in e ? e.oldValue : '-', get()].join(' '));
  }`;
  const edit = (row: number, ...texts: string[]) => ({ tab: TAB, row, column: 2, rows: texts.map((text) => [text]) });
  const heard = (...edits: ReturnType<typeof edit>[]): string[] => {
    const book = host(EVENT);
    for (const one of edits) book.type(one);
    return book.logged().map((line) => line.trim());
  };
  proves('edit-range', () => expect(heard(edit(4, 'a', 'b'))).toEqual(['4 2 2 - -']));
  proves('edit-value', () => expect(heard(edit(4, 'a'), edit(6, 'b', 'c'))).toEqual(['4 2 1 a -', '6 2 2 - -']));
  proves('edit-old-value', () =>
    expect(heard(edit(4, 'a'), edit(4, 'b'), edit(4, 'c', 'd'))).toEqual(['4 2 1 a -', '4 2 1 b a', '4 2 2 - -']),
  );
  proves('edit-cleared', () => expect(heard(edit(4, 'a'), edit(4, ''))[1]).toBe('4 2 1 - a'));
  proves('edit-checkbox', () => expect(heard(edit(4, 'TRUE'))).toEqual(['4 2 1 TRUE -']));
  proves('edit-day', () => expect(heard(edit(4, '14/6/2024'))).toEqual(['4 2 1 45457 -']));
  const fast = (): string[] => {
    const book = host(EVENT);
    book.typeFast([1, 2, 3, 4, 5].map((row) => ({ tab: TAB, row, column: 1, rows: [[`số ${row}`]] })));
    return [...book.logged()];
  };
  proves('edit-queue', () => expect(fast()).toHaveLength(2));
  proves('edit-late', () => {
    const book = host('function onEdit(e) { console.log(at(5, 1).getValues()[0][0]); }');
    book.typeFast([1, 5].map((row) => ({ tab: TAB, row, column: 1, rows: [[`số ${row}`]] })));
    expect(book.logged()).toEqual(['số 5', 'số 5']);
  });
  proves('edit-not-by-script', () => {
    const book = host(
      `function onEdit() { console.log('fired'); put('again'); } function go() { put('x'); SpreadsheetApp.flush(); }`,
    );
    book.run('go');
    expect(book.logged()).toEqual([]);
    book.type(edit(4, 'a'));
    expect(book.logged()).toEqual(['fired']);
    expect(inEdit('(put(1), 2)')).toBe('2');
  });
});
