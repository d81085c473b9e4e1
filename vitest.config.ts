import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

process.env['TZ'] = 'Asia/Ho_Chi_Minh';

export default defineConfig({
  plugins: [
    {
      name: 'xml-as-text',
      enforce: 'pre',
      load(id) {
        return /\.(xml|rels)$/.test(id) ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))};` : null;
      },
    },
  ],
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    setupFiles: ['test/fail-on-console.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'threads',
    maxWorkers: 2,
  },
});
