import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What a test may need beyond Node. `.ci/run` demands all of them; `npm test` alone says what it skipped. */
export type Tool = 'chromium' | 'soffice' | 'pdftoppm' | 'openssl' | PythonModule;
/** A module of Debian's Python. */
type PythonModule = 'openpyxl' | 'xlsxwriter';

const PLACES: Readonly<Record<Exclude<Tool, PythonModule>, readonly string[]>> = {
  chromium: [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  soffice: [process.env['SOFFICE'] ?? '', '/usr/bin/soffice', '/usr/bin/libreoffice'],
  pdftoppm: [process.env['PDFTOPPM'] ?? '', '/usr/bin/pdftoppm'],
  openssl: ['/usr/bin/openssl'],
};

function findTool(tool: Tool): string | null {
  // As on a machine that has Node and nothing else, whatever stands on this one.
  if (process.env['CCHC_WITHOUT_TOOLS'] === '1') return null;
  if (tool !== 'openpyxl' && tool !== 'xlsxwriter')
    return PLACES[tool].find((place) => place !== '' && existsSync(place)) ?? null;
  // Debian's own Python holds its packages; the first one on the PATH may be another.
  return ['/usr/bin/python3', 'python3'].find((python) => canImport(python, tool)) ?? null;
}

function canImport(python: string, module: PythonModule): boolean {
  try {
    execFileSync(python, ['-c', `import ${module}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The tool's path (for a Python module: the Python that has it), or `null` after saying so; throws where `.ci/run` demands it. */
export function tool(name: Tool): string | null {
  const found = findTool(name);
  if (found !== null) return found;
  if (process.env['CCHC_DEMAND_TOOLS'] === '1') throw new Error(`${name} is missing and this run demands it`);
  process.stderr.write(`skipped: ${name} is not installed\n`);
  return null;
}
