/** How the guide in `docs/` becomes one page without anything outside of it: the workbench shows it with its pictures, the script's dialog without. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { Marked } from 'marked';

const FOLDER = 'docs';
/** What an office reads, in this order; each is an article of the page by its own name. Other documents are for engineers, and are named without a link. */
const PARTS = ['huong-dan', 'thu', 'mau-van-ban', 'so-lieu-ky', 'cap-tinh', 'cai-dat'];

/** The whole page. `pictures`: within it, or left out. */
export async function guidePage({ pictures }) {
  const articles = PARTS.map((part, at) => articleOf(part, at > 0, pictures));
  const css = await transform(readFileSync('scripts/guide.css', 'utf8'), { loader: 'css', minify: true, charset: 'utf8' });
  const contents = articles
    .flatMap(({ headings }) => headings)
    .map(({ id, text, depth }) => {
      return `<li class="l${depth}"><a href="#${id}">${text}</a></li>`;
    });
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Hướng dẫn – Sổ CCHC</title>
<style>${css.code}</style></head><body>
<nav aria-label="Mục lục"><details><summary>Mục lục</summary><ul>${contents.join('')}</ul></details></nav>
<main>${articles.map(({ html }) => html).join('\n')}</main></body></html>
`;
}

/** An empty page in the same dress, to which the script adds what is to be read. */
export async function blankPage() {
  const css = await transform(readFileSync('scripts/guide.css', 'utf8'), { loader: 'css', minify: true, charset: 'utf8' });
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sổ CCHC</title><style>${css.code}</style></head><body>`;
}

/** One document: its headings one level lower where it stands behind another, its links to places of this page. */
function articleOf(part, isLower, pictures) {
  const headings = [];
  const renderer = {
    heading({ tokens, depth }) {
      const inner = this.parser.parseInline(tokens);
      const text = inner.replace(/<[^>]+>/gu, '');
      const level = depth + (isLower ? 1 : 0);
      const id = depth === 1 ? part : `${part}-${slugOf(text)}`;
      if (level === 2 || (level === 3 && !isLower)) headings.push({ id, text, depth: level });
      return `<h${level} id="${id}">${inner}</h${level}>\n`;
    },
    link({ href, tokens }) {
      const inner = this.parser.parseInline(tokens);
      const [, document, anchor] = /^(?:docs\/)?([\w-]+)\.md(?:#(.*))?$/u.exec(href) ?? [];
      if (!PARTS.includes(document)) return document === undefined ? href : inner;
      return `<a href="#${anchor === undefined ? document : `${document}-${slugOf(anchor)}`}">${inner}</a>`;
    },
    image({ href, text }) {
      if (!pictures) return `<em>(Hình: ${text})</em>`;
      const bytes = readFileSync(join(FOLDER, href)).toString('base64');
      return `<img alt="${text}" src="data:image/png;base64,${bytes}">`;
    },
  };
  const html = new Marked({ gfm: true, renderer, async: false }).parse(readFileSync(join(FOLDER, `${part}.md`), 'utf8'));
  return { html: `<article>${html}</article>`, headings };
}

/** The letters of a heading as an address may have them. */
function slugOf(text) {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return plain.replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '');
}
