import { spawn } from 'node:child_process';

/** How each system opens an address in the person's own browser. */
const WAYS: Partial<Readonly<Record<NodeJS.Platform, readonly string[]>>> = {
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
  linux: ['xdg-open'],
};

/** Opens the address in the browser; where there is none, the printed address must do. */
export function openBrowser(address: string): void {
  const [command, ...args] = WAYS[process.platform] ?? [];
  if (command === undefined) return;
  const child = spawn(command, [...args, address], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
