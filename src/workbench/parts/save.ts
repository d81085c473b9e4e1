/** How long the browser may take to fetch the bytes from the address they were given. */
const KEPT_MS = 60_000;

/** Saves a PDF whose bytes the page holds where the browser keeps what is downloaded. */
export function save(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
