import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { TestedReporter } from './scripts/tested.mjs';

process.env['TZ'] = 'Asia/Ho_Chi_Minh';

/** The long run, `npm run test:sweeps`: every case of the lists that `npm test` only samples (`test/helpers/sweep.ts`). */
const isSweep = process.env['CCHC_SWEEP'] === '1';
function isSampled(path: string): boolean {
  return readFileSync(path, 'utf8').includes("/helpers/sweep.ts'");
}

/** The files that take longest. Begun last, one of them would keep a whole machine waiting. */
const LONG = ['end-to-end/odd-content', 'simulation/app', 'app/meddled', 'sidebar/enter', 'host/mail-killed', 'host/smtp'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

/** Rooms of pure code, whose test files may share the modules that one of them has loaded; not a file that puts something in a module's place. */
const PURE = /^test\/(?:app|domain|import|paper|words|workbook)\//;
const isShared = (path: string): boolean => PURE.test(path) && !/\bvi\./.test(readFileSync(path, 'utf8'));
const all = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((path) => /\.test\.tsx?$/.test(path));
const sweeps = all.filter((path) => path.endsWith('.sweep.test.ts') || isSampled(path));
const quick = all.filter((path) => !path.endsWith('.sweep.test.ts'));

export default defineConfig({
  plugins: [
    {
      // The bundler makes these calls lazy; a test module has no `require` and may as well load them at once.
      name: 'require-as-import',
      enforce: 'pre',
      transform(code, id) {
        if (!id.endsWith('/google/lazy.ts')) return null;
        const paths = [...new Set([...code.matchAll(/\brequire\('([^']+)'\)/g)].map(([, path]) => path))];
        const imports = paths.map((path, n) => `import ${path.endsWith('.json') ? '' : '* as '}lazy${n} from '${path}';`);
        return imports.join('') + code.replace(/\brequire\('([^']+)'\)/g, (_, path) => `lazy${paths.indexOf(path)}`);
      },
    },
    {
      name: 'xml-as-text',
      enforce: 'pre',
      load(id) {
        return /\.(xml|rels)$/.test(id) ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))};` : null;
      },
    },
  ],
  test: {
    projects: isSweep
      ? [{ extends: true, test: { name: 'sweeps', include: sweeps } }]
      : [
          { extends: true, test: { name: 'shared', include: quick.filter(isShared), isolate: false } },
          { extends: true, test: { name: 'own', include: quick.filter((path) => !isShared(path)) } },
        ],
    // The second keeps a record of what was tested, for `npm run push`; a sweep repeats what is tested already.
    reporters: isSweep ? ['default'] : ['default', new TestedReporter()],
    setupFiles: ['test/fail-on-console.ts'],
    // Limits against what hangs, not against a busy machine: no verdict depends on load.
    testTimeout: isSweep ? 900_000 : 180_000,
    hookTimeout: isSweep ? 900_000 : 300_000,
    expect: { poll: { timeout: 60_000 } },
    sequence: { sequencer: LongestFirst },
    pool: 'threads',
    // Stories of mail servers and of killed programs wait for what they started: a third goes on meanwhile.
    maxWorkers: isSweep ? 3 : 2,
  },
});
