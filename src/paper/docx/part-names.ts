/** The custom part that keeps the source of each figure. */
export const SOURCES_PART = 'customXml/item1.xml';
/** Parts whose text Word prints, in which tags stand. */
export const PRINTED = /^word\/(?:document|header[^/]*|footer[^/]*)\.xml$/u;
