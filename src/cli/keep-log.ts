import { appendFileSync } from 'node:fs';

/** The token of an address lets into the workbook for as long as the program runs: a log that is passed on must not hold it. */
const TOKEN = /\bma=[0-9a-z]+/gu;

/** From now on, what the program prints also stands in this file, for whoever has no terminal to look at. */
export function keepLog(path: string): void {
  appendFileSync(path, `${new Date().toISOString()}\n`);
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (chunk: string | Uint8Array) => boolean;
    stream.write = (chunk: string | Uint8Array): boolean => {
      appendFileSync(path, typeof chunk === 'string' ? chunk.replace(TOKEN, 'ma=…') : chunk);
      return write(chunk);
    };
  }
}
