import contentTypes from '../template/content-types.xml';
import core from '../template/core.xml';
import documentRels from '../template/document.rels';
import framed from '../template/document.xml';
import headerFirst from '../template/header-first.xml';
import headerNext from '../template/header-next.xml';
import inner from '../template/inner.xml';
import packageRels from '../template/package.rels';
import settings from '../template/settings.xml';
import sourcesRels from '../template/sources.rels';
import sourcesProperties from '../template/sources-properties.xml';
import styles from '../template/styles.xml';

export type Parts = Readonly<Record<string, string>>;

/** The template as the parts of a .docx, in the order they are zipped; papers without the official frame have their own body. */
export function templateParts(hasFrame: boolean): Parts {
  return {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageRels,
    'docProps/core.xml': core,
    'word/document.xml': hasFrame ? framed : inner,
    'word/_rels/document.xml.rels': documentRels,
    'word/styles.xml': styles,
    'word/settings.xml': settings,
    'word/header-first.xml': headerFirst,
    'word/header-next.xml': headerNext,
    'customXml/itemProps1.xml': sourcesProperties,
    'customXml/_rels/item1.xml.rels': sourcesRels,
  };
}
