/** Dots to a dot of the page: what a phone shows when a picture is enlarged. */
const SHARPNESS = 2;

/** A drawing as a PNG, which every phone and chat program shows; base64 in, base64 out, `null` where the browser cannot. */
export function pngOf(svg: string): Promise<string | null> {
  return new Promise((answer) => {
    const picture = new Image();
    picture.onerror = () => answer(null);
    picture.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = picture.naturalWidth * SHARPNESS;
      canvas.height = picture.naturalHeight * SHARPNESS;
      const sheet = canvas.getContext('2d');
      sheet?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const address = sheet === null ? '' : canvas.toDataURL('image/png');
      answer(/^data:image\/png;base64,(.+)$/u.exec(address)?.[1] ?? null);
    };
    picture.src = `data:image/svg+xml;base64,${svg}`;
  });
}
