const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** How long the browser may take to fetch the bytes from the address they were given. */
const KEPT_MS = 60_000;

/** Saves a file whose bytes the page holds as base64; Google lets its pages do so (https://developers.google.com/apps-script/guides/html/restrictions). */
export function download(name: string, data: string): void {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: DOCX }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
