/** How the windows of people from the network are called: by who sits there, whatever workbook is open, so that nobody becomes another by it. */
export const LAN_WINDOW = 'lan:';

/** Who sits at such a window; `null` for a window of this machine. */
export function lanPerson(window: string): string | null {
  return window.startsWith(LAN_WINDOW) ? window.slice(LAN_WINDOW.length) : null;
}
