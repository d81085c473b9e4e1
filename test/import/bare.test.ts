import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { makeDocx } from './made/docx.ts';
import { planIn } from './made/known.ts';
import { YEAR_PLAN } from './made/plan.ts';
import { documentOf, LISTS } from './made/structures.ts';

it('a plan is read in a realm that has nothing but the language, as in Apps Script', async () => {
  const bytes = makeDocx(
    documentOf(YEAR_PLAN, {
      numbering: 'automatic',
      parts: 'letters',
      bullets: 'dash',
      tasks: 'both',
      by: 'plan',
      cells: 'plain',
      headers: 'usual',
    }),
    {},
    LISTS,
  );
  const contents = `
    import { importPlan } from './src/domain/import/import-plan.ts';
    import { readDocument } from './src/paper/blocks/read-document.ts';
    const read = readDocument(Uint8Array.from(given));
    answer = JSON.stringify(read.ok ? importPlan(read.document) : read);`;
  const made = await build({
    stdin: { contents, resolveDir: '.', loader: 'ts' },
    bundle: true,
    write: false,
    target: 'es2020',
    format: 'iife',
    charset: 'utf8',
  });
  const realm = createContext({ given: [...bytes], answer: '' });
  runInContext(made.outputFiles[0]?.text ?? '', realm);
  expect(JSON.parse(String(realm['answer']))).toEqual({ ok: true, plan: planIn(bytes) });
  process.stdout.write(
    `import: the reader of plans is ${Math.round((made.outputFiles[0]?.contents.length ?? 0) / 1000)} kB unminified\n`,
  );
});
