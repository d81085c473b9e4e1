/** The bytes of a base64 text. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const signs = atob(base64);
  const bytes = new Uint8Array(signs.length);
  for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.charCodeAt(at);
  return bytes;
}

/** A chosen file as base64, or null where it cannot be read. */
export function base64Of(file: File): Promise<string | null> {
  return new Promise((answer) => {
    const reader = new FileReader();
    reader.onload = () => answer(String(reader.result).replace(/^[^,]*,/u, ''));
    reader.onerror = () => answer(null);
    reader.readAsDataURL(file);
  });
}
