import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What a test may need beyond Node. `.ci/run` demands all of them; `npm test` alone says what it skipped. */
export type Tool = 'chromium' | 'soffice' | 'pdftoppm' | 'openpyxl';

const PLACES: Readonly<Record<Exclude<Tool, 'openpyxl'>, readonly string[]>> = {
  chromium: [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  soffice: [process.env['SOFFICE'] ?? '', '/usr/bin/soffice', '/usr/bin/libreoffice'],
  pdftoppm: [process.env['PDFTOPPM'] ?? '', '/usr/bin/pdftoppm'],
};

function findTool(tool: Tool): string | null {
  if (tool !== 'openpyxl') return PLACES[tool].find((place) => place !== '' && existsSync(place)) ?? null;
  // Debian's own Python holds python3-openpyxl; the first one on the PATH may be another.
  return ['/usr/bin/python3', 'python3'].find((python) => canImportOpenpyxl(python)) ?? null;
}

function canImportOpenpyxl(python: string): boolean {
  try {
    execFileSync(python, ['-c', 'import openpyxl'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The tool's path (for openpyxl: the Python that has it), or `null` after saying so; throws where `.ci/run` demands it. */
export function tool(name: Tool): string | null {
  const found = findTool(name);
  if (found !== null) return found;
  if (process.env['CCHC_DEMAND_TOOLS'] === '1') throw new Error(`${name} is missing and this run demands it`);
  process.stderr.write(`skipped: ${name} is not installed\n`);
  return null;
}
