import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anchorsOf, brokenCitations, commentsOf, filesNamedIn, pathsNamedIn } from '../helpers/citations.ts';

const read = (path: string): string => readFileSync(path, 'utf8');

/** What git keeps, and what is new and not ignored. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(path));
const sources = files.filter((path) => /^(?:src|test|tools|scripts)\/.*\.(?:tsx?|mjs|mts|py|css)$/u.test(path));
const pages = files.filter((path) => /^(?:docs\/)?[\w-]+\.md$/u.test(path));

describe('what a comment or the name of a test cites', () => {
  it('can be opened: a document of this repository with that heading, or a public standard', () => {
    expect(sources.length).toBeGreaterThan(300);
    const broken = sources
      .filter((path) => path !== 'test/docs/cited.test.ts')
      .flatMap((path) => brokenCitations(read(path)).map((cited) => `${path} cites ${cited}`));
    expect(broken).toEqual([]);
  });

  it('is a path that exists', () => {
    const missing = sources.flatMap((path) =>
      pathsNamedIn(commentsOf(read(path)))
        .filter((named) => !existsSync(named))
        .map((named) => `${path} names ${named}`),
    );
    expect(missing).toEqual([]);
  });

  it('is a file of ours, when it looks like one', () => {
    const unknown = sources.flatMap((path) =>
      filesNamedIn(commentsOf(read(path)))
        .filter((named) => !files.some((file) => `/${file}`.endsWith(`/${named}`)))
        .map((named) => `${path} names ${named}`),
    );
    expect(unknown).toEqual([]);
  });

  it.each([
    ['a document that is not here', '(design.md)'],
    ['a section of it', 'as platform §2.2 says'],
    ['a section by its number alone', 'docs/platform.md §2'],
    ['a heading that is not there', 'docs/rules.md#no-such-heading'],
  ])('is refused when it is %s', (_, text) => {
    expect(brokenCitations(text).length).toBeGreaterThan(0);
  });

  it.each(['docs/rules.md#verdicts', 'README.md', 'RFC 4648 §4', 'ECMA-376 part 1 §22.9'])('may be %s', (text) => {
    expect(brokenCitations(text)).toEqual([]);
  });

  it('is found by the anchors that GitHub gives', () => {
    expect(anchorsOf('## 2. Người dùng (mới)\n### a `b`')).toEqual(new Set(['2-người-dùng-mới', 'a-b']));
  });
});

describe('what the pages name', () => {
  it.each(pages)('%s names only paths that exist', (page) => {
    expect(pathsNamedIn(read(page)).filter((named) => !existsSync(named))).toEqual([]);
  });

  it.each(pages)('%s links to pages, headings and pictures that exist', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/gu)];
    const folder = page.startsWith('docs/') ? 'docs/' : '';
    const broken = links.filter(([, path = '', anchor]) => {
      const target = path === '' ? page : `${folder}${path}`;
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchorsOf(read(target)).has(decodeURIComponent(anchor));
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  it('CONTRIBUTING.md names the limits that biome.json and the test of the bundle hold', () => {
    const { rules } = JSON.parse(read('biome.json')).linter;
    const [, eager = ''] = /eagerBytes\)\.toBeLessThanOrEqual\((\d+_\d+)\)/u.exec(read('test/bundle.test.ts')) ?? [];
    const contributing = read('CONTRIBUTING.md').replace(/\s+/gu, ' ');
    expect(contributing).toContain(`at most ${rules.style.noExcessiveLinesPerFile.options.maxLines} lines`);
    expect(contributing).toContain(`at most ${rules.complexity.useMaxParams.options.max} parameters`);
    expect(contributing).toContain(`(${eager.replace('_', ',')} at most)`);
  });

  it('fits on a few screens: the README takes at most 12 kB', () => {
    expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(12_288);
  });
});
