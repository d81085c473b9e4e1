import type { PaintRule } from '../../workbook/layout/layout.ts';
import type { ConditionalFormatRule, Sheet, SpreadsheetApp } from '../surface/spreadsheet.ts';

/** Our rules of a tab, and the formulas of those that earlier builds made, each cell as `#`. */
type Painting = { readonly paint: readonly PaintRule[]; readonly formerPaint: readonly string[] };

/**
 * Puts our colour rules on a sheet and keeps the office's: setting rules replaces all of them (docs/platform.md#typed-entry), so the
 * ones with a formula of ours are taken out and ours are put behind the others.
 */
export function paintSheet(app: SpreadsheetApp, sheet: Sheet, painting: Painting): void {
  const { paint } = painting;
  if (paint.length === 0) return;
  const theirs = sheet.getConditionalFormatRules().filter((rule) => !isFormer(rule, painting));
  sheet.setConditionalFormatRules([...theirs, ...paint.map((rule) => builtRule(app, sheet, rule))]);
}

/** Whether a rule is ours, of today or of an earlier build, whichever cells it stands on. */
export function isFormer(rule: ConditionalFormatRule, { paint, formerPaint }: Painting): boolean {
  const shape = shapeOf(formulaOf(rule));
  return formerPaint.includes(shape) || paint.some(({ formula }) => shapeOf(formula) === shape);
}

function formulaOf(rule: ConditionalFormatRule): string {
  return String(rule.getBooleanCondition()?.getCriteriaValues()[0] ?? '');
}

/**
 * Each cell as `#`, and without what a host may write differently: blanks between the words of a text stay. Earlier builds gave the bare
 * number where today's compare it with nought: that is the same rule.
 */
function shapeOf(formula: string): string {
  return formula
    .replace(/^=/u, '')
    .split('"')
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/\s+/gu, '').replace(/\$?\b[A-Z]{1,3}\$?\d+\b/gu, '#')))
    .join('"')
    .replace(/^\((.*)\)>0$/u, '$1');
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
