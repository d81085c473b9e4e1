/**
 * Draws a .docx as pages. It lies in the page as a text that is only read when somebody looks at a paper: parsing it costs more than
 * the whole rest of the page.
 */
import { renderAsync } from 'docx-preview';

export type PaperViewer = { draw(file: Uint8Array, room: HTMLElement, styles: HTMLElement): Promise<void> };

const viewer: PaperViewer = {
  // Nothing of the file may run or be fetched: no foreign HTML parts, pictures and fonts as data.
  draw: async (file, room, styles) => {
    await renderAsync(file, room, styles, {
      renderAltChunks: false,
      useBase64URL: true,
      ignoreLastRenderedPageBreak: true,
      experimental: false,
    });
  },
};

Object.assign(globalThis, { soCchcPaperViewer: viewer });
