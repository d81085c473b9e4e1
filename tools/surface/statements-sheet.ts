import { REFERENCE, statementsOf, throws } from './statement.ts';

const GUARDED = 'You are trying to edit a protected cell or object';
const TAB_GUARDED = 'sheet().protect().removeEditors([OTHER])';
const SHEETS = `${REFERENCE}/spreadsheet`;

/** One tab. */
export const SHEET = statementsOf('Sheet', `${SHEETS}/sheet`, {
  getSheetId: [
    ['typeof sheet().getSheetId()', 'number'],
    ["book().insertSheet('b', 1).getSheetId() !== sheet().getSheetId()", true, 'sheet-id'],
  ],
  getName: [
    ['sheet().getName()', 'Trang tính1'],
    ["book().insertSheet('Nhập số liệu', 1).getName()", 'Nhập số liệu'],
  ],
  getDataRange: [
    ['[sheet().getDataRange().getNumRows(), sheet().getDataRange().getNumColumns()]', [1, 1], 'data-range-blank'],
    ["(at(5, 3).setValues([['x']]), [sheet().getDataRange().getNumRows(), sheet().getDataRange().getNumColumns()])", [5, 3]],
    ['(at(7, 1).setValues([[false]]), sheet().getDataRange().getNumRows())', 7, 'data-range-false'],
    ['(at(9, 1).setValues([[\'=""\']]), sheet().getDataRange().getNumRows())', 9, 'data-range-formula'],
  ],
  getRange: [
    ['at(1000, 26).getRow()', 1000, 'new-sheet'],
    ['at(0, 1)', throws('The starting row of the range is too small.'), 'grid-start'],
    ['at(1, 0)', throws('The starting column of the range is too small.'), 'grid-start'],
    ['at(1, 1, 0, 1)', throws('The number of rows in the range must be at least 1.'), 'grid-empty'],
    ['at(1, 1, 1, 0)', throws('The number of columns in the range must be at least 1.'), 'grid-empty'],
    ['at(1001, 1)', throws('outside the dimensions of the sheet'), 'grid-end'],
    [
      "sheet().getRange('x', 1, 1, 1)",
      throws("(String,number,number,number) don't match the method signature"),
      'grid-signature',
    ],
  ],
  getMaxRows: [
    ['sheet().getMaxRows()', 1000, 'new-sheet'],
    ['sheet().insertRowsAfter(1000, 5).getMaxRows()', 1005, 'grid-grows'],
  ],
  getMaxColumns: [
    ['sheet().getMaxColumns()', 26, 'new-sheet'],
    ['sheet().insertColumnsAfter(26, 2).getMaxColumns()', 28, 'grid-grows'],
  ],
  insertRowsAfter: [
    ["(put('x'), sheet().insertRowsAfter(1, 2), at(2, 1).setValues([['y']]), at(1, 1, 3, 1).getValues())", [['x'], ['y'], ['']]],
    ["(at(2, 1).setValues([['x']]), sheet().insertRowsAfter(1, 2), at(4, 1).getValues())", [['x']], 'insert-moves'],
    ['sheet().insertRowsAfter(2000, 1)', throws('Those rows are out of bounds.'), 'grid-out-of-bounds'],
    ['sheet().insertRowsAfter(1, 0)', throws('Those rows are out of bounds.'), 'grid-out-of-bounds'],
    [
      `(at(1, 1, 5, 1).protect().removeEditors([OTHER]), asOther(() => sheet().insertRowsAfter(2, 1)))`,
      throws(GUARDED),
      'protect-insert',
    ],
  ],
  insertColumnsAfter: [
    ["(at(1, 2).setValues([['x']]), sheet().insertColumnsAfter(1, 1), at(1, 3).getValues())", [['x']], 'insert-moves'],
    ['sheet().insertColumnsAfter(99, 1)', throws('Those columns are out of bounds.'), 'grid-out-of-bounds'],
  ],
  isSheetHidden: [
    ['sheet().isSheetHidden()', false],
    ["(book().insertSheet('b', 1), sheet().hideSheet().isSheetHidden())", true],
  ],
  hideSheet: [
    ['sheet().hideSheet()', throws('hide all the sheets'), 'last-visible'],
    [`(book().insertSheet('b', 1), ${TAB_GUARDED}, asOther(() => sheet().hideSheet()))`, throws(GUARDED), 'protect-tab'],
  ],
  showSheet: [["(book().insertSheet('b', 1), sheet().hideSheet().showSheet().isSheetHidden())", false]],
  setFrozenRows: [['sheet().setFrozenRows(2)', undefined]],
  setFrozenColumns: [['sheet().setFrozenColumns(1)', undefined]],
  setColumnWidths: [
    ['sheet().setColumnWidths(1, 3, 120) === sheet()', true],
    [`(${TAB_GUARDED}, asOther(() => sheet().setColumnWidths(1, 1, 9)))`, throws(GUARDED), 'protect-tab'],
  ],
  setTabColor: [
    ["sheet().setTabColor('#ff0000') === sheet()", true],
    ['sheet().setTabColor(null) === sheet()', true],
  ],
  getConditionalFormatRules: [
    ['sheet().getConditionalFormatRules()', []],
    ["(sheet().setConditionalFormatRules([rule('=A1>1')]), sheet().getConditionalFormatRules()[0].getRanges()[0].getRow())", 1],
  ],
  setConditionalFormatRules: [
    [
      "(sheet().setConditionalFormatRules([rule('=1=1')]), sheet().setConditionalFormatRules([rule('=2=2')]), sheet().getConditionalFormatRules().length)",
      1,
      'paints-replaced',
    ],
    [
      'sheet().setConditionalFormatRules([{}])',
      throws("don't match the method signature for SpreadsheetApp.Sheet.setConditionalFormatRules"),
      'grid-signature',
    ],
  ],
  getProtections: [
    ['sheet().getProtections(SpreadsheetApp.ProtectionType.SHEET)', []],
    [
      '(sheet().protect(), at(1, 1).protect(), [tabGuards().length, sheet().getProtections(SpreadsheetApp.ProtectionType.RANGE).length])',
      [1, 1],
    ],
  ],
  protect: [["(sheet().protect().setDescription('a'), sheet().protect().getDescription())", 'a', 'protect-again']],
  getCharts: [
    ['sheet().getCharts()', []],
    ['(putChart(), sheet().getCharts().length)', 1, 'chart-put-in'],
  ],
  getDrawings: [['sheet().getDrawings()', []]],
  getImages: [['sheet().getImages()', []]],
  newChart: [['sheet().newChart().asBarChart().addRange(at(1, 1)).build().getRanges().length', 1]],
  insertChart: [['(putChart(), putChart(), sheet().getCharts().length)', 2, 'chart-put-in']],
  updateChart: [
    [
      "(putChart(), sheet().updateChart(chart().modify().setOption('title', 'b').build()), chart().getOptions().get('title'))",
      'b',
      'chart-changed',
    ],
  ],
});

/** Guards. */
export const PROTECTION = statementsOf('Protection', `${SHEETS}/protection`, {
  getDescription: [['sheet().protect().getDescription()', '']],
  setDescription: [
    ["sheet().protect().setDescription('a').getDescription()", 'a'],
    [`(${TAB_GUARDED}, asOther(() => tabGuards()[0].setDescription('b')))`, throws(GUARDED), 'protect-denies'],
  ],
  setWarningOnly: [
    ['sheet().protect().setWarningOnly(true).isWarningOnly()', true],
    ['sheet().protect().setWarningOnly(true).setWarningOnly(false).isWarningOnly()', false],
  ],
  isWarningOnly: [['sheet().protect().isWarningOnly()', false]],
  canEdit: [
    ['sheet().protect().canEdit()', true],
    [`(${TAB_GUARDED}, asOther(() => tabGuards()[0].canEdit()))`, false],
  ],
  addEditors: [
    ["(sheet().protect().addEditors(['a@b.vn']), editors())", ['can-bo@example.vn', 'a@b.vn']],
    ["sheet().protect().setWarningOnly(true).addEditors(['a@b.vn'])", throws('only shows a warning'), 'protect-warning-editors'],
    ["sheet().protect().addEditors(['x'])", throws('Invalid email: x'), 'protect-stranger'],
  ],
  getEditors: [['(sheet().protect(), editors())', ['can-bo@example.vn'], 'protect-owner-unlisted']],
  removeEditors: [
    ['(sheet().protect().removeEditors([OTHER]), editors())', []],
    ['sheet().protect().removeEditors([ME])', throws('remove yourself or the owner'), 'protect-self-throws'],
    ['asOther(() => sheet().protect().removeEditors([ME]))', throws('remove yourself or the owner'), 'protect-self-throws'],
    ['sheet().protect().setWarningOnly(true).removeEditors([])', throws('only shows a warning'), 'protect-warning-editors'],
  ],
  canDomainEdit: [['sheet().protect().canDomainEdit()', false]],
  setDomainEdit: [['sheet().protect().setDomainEdit(false)', throws('does not belong to a domain')]],
  remove: [
    ['(sheet().protect().remove(), tabGuards().length)', 0],
    [`(${TAB_GUARDED}, asOther(() => tabGuards()[0].remove()))`, throws(GUARDED), 'protect-denies'],
  ],
});

/** Drop-downs and painted cells. */
export const RULES = [
  ...statementsOf('DataValidationBuilder', `${SHEETS}/data-validation-builder`, {
    requireValueInList: [["SpreadsheetApp.newDataValidation().requireValueInList(['a'], true).build().getAllowInvalid()", true]],
    setAllowInvalid: [['list(false).getAllowInvalid()', false]],
    setHelpText: [["SpreadsheetApp.newDataValidation().setHelpText('h').build().getHelpText()", 'h']],
    build: [['list(true).getHelpText()', null]],
  }),
  ...statementsOf('DataValidation', `${SHEETS}/data-validation`, {
    getHelpText: [['list(true).getHelpText()', null]],
    getAllowInvalid: [['list(true).getAllowInvalid()', true]],
  }),
  ...statementsOf('ConditionalFormatRuleBuilder', `${SHEETS}/conditional-format-rule-builder`, {
    whenFormulaSatisfied: [["rule('=A1>1').getBooleanCondition().getCriteriaValues()", ['=A1>1']]],
    setRanges: [["rule('=A1>1').getRanges().length", 1]],
    setBackground: [
      [
        "SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=1=1').setBackground('#ffffff').setRanges([at(1, 1)]).build().getRanges().length",
        1,
      ],
    ],
    setFontColor: [
      [
        "SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=1=1').setFontColor(null).setRanges([at(1, 1)]).build().getRanges().length",
        1,
      ],
    ],
    setBold: [
      [
        "SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=1=1').setBold(true).setRanges([at(1, 1)]).build().getRanges().length",
        1,
      ],
    ],
    build: [
      ['SpreadsheetApp.newConditionalFormatRule().setRanges([at(1, 1)]).build()', throws('must have a condition')],
      ["SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=1=1').build()", throws('must apply to a range')],
    ],
  }),
  ...statementsOf('ConditionalFormatRule', `${SHEETS}/conditional-format-rule`, {
    getRanges: [["rule('=1=1').getRanges()[0].getNumRows()", 1]],
    getBooleanCondition: [["rule('=1=1').getBooleanCondition().getCriteriaValues().length", 1]],
  }),
  ...statementsOf('BooleanCondition', `${SHEETS}/boolean-condition`, {
    getCriteriaValues: [["rule('=1=1').getBooleanCondition().getCriteriaValues()[0]", '=1=1']],
  }),
];

const BUILDER = `${SHEETS}/embedded-chart-builder`;
/** Charts that float over a tab. */
export const CHARTS = [
  ...statementsOf('EmbeddedChart', `${SHEETS}/embedded-chart`, {
    getRanges: [['(putChart(), chart().getRanges()[0].getNumRows())', 3, 'chart-range']],
    getOptions: [["(putChart(), chart().getOptions().get('title'))", 'a', 'chart-title']],
    modify: [
      ["(putChart(), chart().modify().setOption('title', 'b').build(), chart().getOptions().get('title'))", 'a', 'chart-changed'],
    ],
  }),
  ...statementsOf('ChartOptions', `${REFERENCE}/charts/chart-options`, {
    get: [["(putChart(), chart().getOptions().get('never'))", null, 'chart-title']],
  }),
  ...statementsOf('EmbeddedChartBuilder', BUILDER, {
    asBarChart: [['typeof sheet().newChart().asBarChart().setStacked', 'function']],
    addRange: [['sheet().newChart().addRange(at(1, 1)).build().getRanges().length', 1]],
    clearRanges: [
      [
        'sheet().newChart().addRange(at(1, 1)).clearRanges().addRange(at(2, 2)).build().getRanges()[0].getRow()',
        2,
        'chart-other-range',
      ],
    ],
    setNumHeaders: [['sheet().newChart().setNumHeaders(1).addRange(at(1, 1)).build().getRanges().length', 1]],
    setOption: [["sheet().newChart().addRange(at(1, 1)).setOption('title', 'b').build().getOptions().get('title')", 'b']],
    setPosition: [['sheet().newChart().setPosition(2, 2, 0, 0).addRange(at(1, 1)).build().getRanges().length', 1]],
    build: [['(sheet().newChart().addRange(at(1, 1)).build(), sheet().getCharts().length)', 0, 'chart-put-in']],
  }),
  ...statementsOf('EmbeddedBarChartBuilder', `${SHEETS}/embedded-bar-chart-builder`, {
    setStacked: [['sheet().newChart().asBarChart().setStacked().addRange(at(1, 1)).build().getRanges().length', 1]],
    setColors: [["sheet().newChart().asBarChart().setColors(['#ffffff']).addRange(at(1, 1)).build().getRanges().length", 1]],
    setTitle: [
      ["sheet().newChart().asBarChart().setTitle('t').addRange(at(1, 1)).build().getOptions().get('title')", 't', 'chart-title'],
    ],
    addRange: [['sheet().newChart().asBarChart().addRange(at(1, 1)).build().getRanges().length', 1]],
  }),
];
