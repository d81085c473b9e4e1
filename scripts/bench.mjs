/**
 * `npm run bench -- calls | growth | session | page | peers`: what each action costs in service calls, how long a person waits at the
 * workbench, what the work takes beside other programs and beside the least there is to do (docs/benches.md).
 */
import { isFresh } from './freshness.mjs';
import { toolScript } from './tool-script.mjs';

const [, , what, ...names] = process.argv;
if (what === 'peers') {
  if (!isFresh()) await import('./build.mjs');
  // Beside the built programs, whose neighbours they look for.
  const made = (name) => toolScript(`tools/bench/peers/${name}.ts`, `build/bench-${name}.mjs`);
  const [main, files, day] = [await made('command'), await made('files-child'), await made('day-child')];
  const { benchPeers } = await import(`../${main}`);
  process.exitCode = await benchPeers(names, { files, day });
} else if (what === 'page') {
  await import('./build.mjs');
  // Beside the built programs, whose neighbours it looks for.
  const { benchPage } = await import(`../${await toolScript('tools/bench/page.ts', 'build/bench-page.mjs')}`);
  await benchPage(process.env.CHROMIUM ?? '/usr/bin/chromium');
} else {
  process.argv.splice(2, 0, 'bench');
  await import('./run.mjs');
}
