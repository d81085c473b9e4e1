/** A program that is killed: opens the workbook named first and does what is named second, saying on stdout what was acknowledged. */
import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { Unusable } from '../../../src/host/core/unusable.ts';
import { openHost } from '../../../src/host/host.ts';
import { onWorkbook } from './script.ts';

const [, , workbook = '', work = ''] = process.argv;
const say = (text: string): void => void writeSync(1, `${text}\n`);
const row = { tab: 'Nhập số liệu', column: 3 };

/** What a careless program does: writes over the file itself. */
function overwrite(): void {
  writeFileSync(workbook, readFileSync(workbook));
}

function main(): void {
  const host = openHost(onWorkbook(workbook));
  if (host.recovered.applied > 0) say(`recovered ${host.recovered.applied}`);
  const type = (at: number, text: string): void => {
    host.type({ ...row, row: at, rows: [[text]] });
    say(text);
  };
  if (work === 'work') {
    type(3, 'một');
    type(4, 'hai');
    host.run('stamp');
    say('stamped');
    type(5, 'ba');
  }
  if (work === 'type and die') {
    type(3, 'một');
    type(4, 'hai');
    process.kill(process.pid, 'SIGKILL');
  }
  host.close();
  say('closed');
}

try {
  if (work === 'overwrite') overwrite();
  else main();
} catch (thrown) {
  say(thrown instanceof Unusable ? `refused: ${thrown.message}` : `bug: ${thrown instanceof Error ? thrown.stack : thrown}`);
  process.exitCode = 2;
}
