import type { PlanTemplate, TemplatesPort } from '../../app/base/ports.ts';
import type { HtmlService } from '../surface/ui.ts';

/** The plans of `src/plan-templates`; each is pushed as a file of its own beside the script, which every execution would have to read past. */
const KEYS: readonly string[] = ['phuong-2026-2030', 'blank', 'gia-luong-2021-2025'];

/** Plan templates by key, from the files `plan-….html` that hold them as JSON. */
export function googleTemplates(html: HtmlService): TemplatesPort {
  return {
    keys: () => KEYS,
    load: (key): PlanTemplate | null =>
      KEYS.includes(key) ? JSON.parse(html.createHtmlOutputFromFile(`plan-${key}`).getContent()) : null,
  };
}
