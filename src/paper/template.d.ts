/** Parts of the .docx template come in as text, in tests and in the bundle alike. */
declare module '*.xml' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: what the text loader gives.
  export default text;
}

declare module '*.rels' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: what the text loader gives.
  export default text;
}
