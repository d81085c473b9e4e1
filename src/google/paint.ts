import type { PaintRule } from '../workbook/layout.ts';
import type { ConditionalFormatRule, Sheet, SpreadsheetApp } from './surface/spreadsheet.ts';

/**
 * Puts our colour rules on a sheet and keeps the office's: setting rules replaces all of them (platform.md §8.1), so the
 * ones with a formula of ours are taken out and ours are put behind the others.
 */
export function paintSheet(app: SpreadsheetApp, sheet: Sheet, paint: readonly PaintRule[]): void {
  if (paint.length === 0) return;
  const ours = new Set(paint.map((rule) => plain(rule.formula)));
  const theirs = sheet.getConditionalFormatRules().filter((rule) => !ours.has(plain(formulaOf(rule))));
  sheet.setConditionalFormatRules([...theirs, ...paint.map((rule) => builtRule(app, sheet, rule))]);
}

function formulaOf(rule: ConditionalFormatRule): string {
  return String(rule.getBooleanCondition()?.getCriteriaValues()[0] ?? '');
}

/** As far as a host may write it differently. */
function plain(formula: string): string {
  return formula.replace(/^=|\s+/gu, '');
}

function builtRule(app: SpreadsheetApp, sheet: Sheet, rule: PaintRule): ConditionalFormatRule {
  return app
    .newConditionalFormatRule()
    .whenFormulaSatisfied(rule.formula)
    .setRanges([sheet.getRange(rule.row, rule.column, rule.rows, rule.columns)])
    .setBackground(rule.background)
    .setFontColor(rule.fontColor)
    .setBold(rule.bold)
    .build();
}
