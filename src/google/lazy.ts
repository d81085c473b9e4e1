import type { DocxPort, PlanTemplate, TemplatesPort } from '../app/ports.ts';

/**
 * The only `require` of the house: the bundler turns it into a call that evaluates the module on first use, so that an edit
 * does not pay for the .docx engine or the plan.
 */
declare const require: {
  (path: '../paper/docx/engine.ts'): typeof import('../paper/docx/engine.ts');
  (path: '../plan-templates/gia-luong-2021-2025.json'): PlanTemplate;
};

export const lazyDocx: DocxPort = {
  toDocx: (paper) => require('../paper/docx/engine.ts').toDocx(paper),
  partsOf: (bytes) => require('../paper/docx/engine.ts').partsOf(bytes),
};

const TEMPLATES: ReadonlyMap<string, () => PlanTemplate> = new Map([
  ['gia-luong-2021-2025', () => require('../plan-templates/gia-luong-2021-2025.json')],
]);

export const lazyTemplates: TemplatesPort = {
  keys: () => [...TEMPLATES.keys()],
  load: (key) => TEMPLATES.get(key)?.() ?? null,
};
