import type {
  ConditionalFormatRule,
  ConditionalFormatRuleBuilder,
  DataValidation,
  DataValidationBuilder,
  Range,
} from '../../google/surface/spreadsheet.ts';
import type { FormulaPaint, ListValidation } from '../../xlsx/model.ts';
import { GoogleError } from '../core/google-error.ts';
import { service } from '../core/membrane.ts';

type Choices = Pick<ListValidation, 'choices' | 'allowInvalid' | 'help'>;
type Paint = Pick<FormulaPaint, 'formula' | 'background' | 'fontColor' | 'bold' | 'ours'>;

const choicesBehind = new WeakMap<object, Choices>();
const paintBehind = new WeakMap<object, Paint>();

/** What a data validation made here says. */
export function choicesOf(rule: DataValidation): Choices {
  return known(choicesBehind.get(rule), 'SpreadsheetApp.Range.setDataValidation');
}

/** What a conditional format rule made here paints. */
export function paintOf(rule: ConditionalFormatRule): Paint {
  return known(paintBehind.get(rule), 'SpreadsheetApp.Sheet.setConditionalFormatRules');
}

function known<T>(found: T | undefined, method: string): T {
  if (found === undefined) throw new GoogleError(`The parameters ((class)) don't match the method signature for ${method}.`);
  return found;
}

/** A data validation as a script sees it. */
export function dataValidation(choices: Choices): DataValidation {
  const rule: DataValidation = service({ getHelpText: () => choices.help, getAllowInvalid: () => choices.allowInvalid });
  choicesBehind.set(rule, choices);
  return rule;
}

/** `SpreadsheetApp.newDataValidation()`: a list of values, which is all the surface asks for. */
export function dataValidationBuilder(): DataValidationBuilder {
  let choices: readonly string[] = [];
  let allowInvalid = true;
  let help: string | null = null;
  const self: DataValidationBuilder = service({
    requireValueInList: (values) => {
      choices = [...values];
      return self;
    },
    setAllowInvalid: (allow) => {
      allowInvalid = allow;
      return self;
    },
    setHelpText: (text) => {
      help = text;
      return self;
    },
    build: () => dataValidation({ choices, allowInvalid, help }),
  });
  return self;
}

/** A conditional format rule over ranges. */
export function conditionalRule(paint: Paint, ranges: readonly Range[]): ConditionalFormatRule {
  const rule: ConditionalFormatRule = service({
    getRanges: () => [...ranges],
    getBooleanCondition: () => service({ getCriteriaValues: () => [`=${paint.formula}`] }),
  });
  paintBehind.set(rule, paint);
  return rule;
}

/** `SpreadsheetApp.newConditionalFormatRule()`: a custom formula, which is all the surface asks for. */
export function conditionalRuleBuilder(): ConditionalFormatRuleBuilder {
  let paint: Paint = { formula: '', background: null, fontColor: null, bold: false, ours: true };
  let ranges: Range[] = [];
  const set = (change: Partial<Paint>): ConditionalFormatRuleBuilder => {
    paint = { ...paint, ...change };
    return self;
  };
  const self: ConditionalFormatRuleBuilder = service({
    whenFormulaSatisfied: (formula) => set({ formula: formula.replace(/^=/u, '') }),
    setRanges: (given) => {
      ranges = [...given];
      return self;
    },
    setBackground: (background) => set({ background }),
    setFontColor: (fontColor) => set({ fontColor }),
    setBold: (bold) => set({ bold }),
    build: () => {
      if (paint.formula === '') throw new GoogleError('Conditional format rule must have a condition.');
      if (ranges.length === 0) throw new GoogleError('Conditional format rule must apply to a range.');
      return conditionalRule(paint, ranges);
    },
  });
  return self;
}
