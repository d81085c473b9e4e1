/** The kinds of file that the script makes, by the end of their name; a browser goes by it, not by the bytes. */
const KINDS: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
};
/** How long the browser may take to fetch the bytes from the address they were given. */
const KEPT_MS = 60_000;

/** Saves a file whose bytes the page holds as base64; Google lets its pages do so (https://developers.google.com/apps-script/guides/html/restrictions). */
export function download(name: string, data: string): void {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(
    new Blob([bytes], { type: KINDS[name.split('.').pop() ?? ''] ?? 'application/octet-stream' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
