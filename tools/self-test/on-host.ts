import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SelfTestResult } from '../../src/google/self-test/run.ts';
import type { DialogAnswer } from '../../src/host/core/environment.ts';
import { momentOf } from '../../src/host/core/moment.ts';
import { type Host, openHost } from '../../src/host/host.ts';

const PERSON = 'van-thu@example.vn';
const EDITOR = 'can-bo@example.vn';
const DAY = '2026-04-03';
const MENU = 'menuSelfTest';

/**
 * Runs the self-test of the very bundle as a person would, the file's owner or somebody with whom it is shared: a click, a day that lets the trigger go off, and a second click.
 * Gives the text of the last result.
 */
export function selfTestOnHost(person: SelfTestResult['person'] = 'owner'): string {
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-self-test-'));
  const files = join(folder, 'drive');
  const answers: DialogAnswer[] = [{ button: 'YES' }];
  const host = openHost({
    workbook: join(folder, 'so-cchc.xlsx'),
    outDir: files,
    mailDir: join(folder, 'thu'),
    user: PERSON,
    now: momentOf(DAY),
    create: true,
    limited: true,
    screen: { answers, shown: [] },
  });
  try {
    if (person === 'editor') {
      host.sidecar.editors.push(EDITOR);
      host.setUser(EDITOR);
    }
    clickTwice(host);
    const [last = ''] = readdirSync(files)
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
      .slice(-1);
    return readFileSync(join(files, last), 'utf8');
  } finally {
    host.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function clickTwice(host: Host): void {
  host.run(MENU);
  host.passDay(host.now().day);
  host.run(MENU);
}
