/** The custom part that keeps the source of each figure. */
export const SOURCES_PART = 'customXml/item1.xml';
