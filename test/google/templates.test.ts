import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { googleTemplates } from '../../src/google/adapters/templates.ts';
import { bundlePage } from '../../src/host/core/dist.ts';
import { hostEnvironment } from '../contract/environment.ts';
import { ensureBuilt } from '../helpers/built.ts';

const FOLDER = 'src/plan-templates';
const html = hostEnvironment({ page: bundlePage }).google.HtmlService;
beforeAll(() => ensureBuilt());

describe('the plans an office can begin with', () => {
  it('are those of src/plan-templates, by name', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
    expect(
      googleTemplates(html)
        .keys()
        .map((key) => `${key}.json`)
        .sort(),
    ).toEqual(files.sort());
  });

  it('come back whole from the files pushed beside the script, and an unknown one is none', () => {
    const templates = googleTemplates(html);
    for (const key of templates.keys())
      expect(templates.load(key)).toEqual(JSON.parse(readFileSync(`${FOLDER}/${key}.json`, 'utf8')));
    expect(templates.load('../sidebar')).toBeNull();
  });

  it('hold no mark that a reader of HTML would take for its own', () => {
    for (const key of googleTemplates(html).keys()) expect(readFileSync(`dist/plan-${key}.html`, 'utf8')).not.toMatch(/[<&]/u);
  });
});
