import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeZip } from '../../../src/paper/zip/write-zip.ts';
import { letters } from '../../../src/xlsx/address.ts';
import type { FormulaSheet } from './formulas.ts';

/** A sheet open in LibreOffice, which calculates it anew each time it is asked. */
export type OpenSheet = {
  /** All formulas of the sheet once more: what LibreOffice's own clock says it took, and what then stands in these cells. */
  calculate(cells: readonly Cell[]): Promise<{ readonly ms: number; readonly values: readonly string[] }>;
  close(): Promise<void>;
};
type Cell = { readonly row: number; readonly column: number };

const PLACES = [process.env['SOFFICE'] ?? '', '/usr/bin/soffice', '/usr/bin/libreoffice'];

/** Where LibreOffice is, or `null`. */
export function findOffice(): string | null {
  if (process.env['CCHC_WITHOUT_TOOLS'] === '1') return null;
  return PLACES.find((place) => place !== '' && existsSync(place)) ?? null;
}

/** «LibreOffice 7.4.7.2». */
export function officeVersion(soffice: string): string {
  return execFileSync(soffice, ['--version'], { encoding: 'utf8' }).split(' ').slice(0, 2).join(' ').trim();
}

const LONGEST_WAIT = 900_000;
const LOOK_EVERY = 20;

/**
 * Opens the sheet in a LibreOffice of its own. A macro waits beside it for files: `go` with the cells that are asked, to which it
 * answers with `done`; so that starting and loading are no part of what is timed.
 */
export async function openSheet(soffice: string, sheet: FormulaSheet): Promise<OpenSheet> {
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-lo-'));
  writeFileSync(join(folder, 'sheet.xlsx'), workbookOf(sheet));
  writeMacro(folder);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const office = spawn(soffice, ['--headless', '--norestore', profile, 'macro:///Standard.Module1.Serve'], { stdio: 'ignore' });
  try {
    await untilThere(join(folder, 'ready'), office);
  } catch (failure) {
    office.kill();
    rmSync(folder, { recursive: true, force: true });
    throw failure;
  }
  return {
    calculate: (cells) => calculated(folder, office, cells),
    close: async () => {
      const ended = new Promise((done) => office.once('exit', done));
      writeFileSync(join(folder, 'stop'), '');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function calculated(folder: string, office: ChildProcess, cells: readonly Cell[]) {
  const asked = cells.map(({ row, column }) => `${column - 1} ${row - 1}`).join('\n');
  writeFileSync(join(folder, 'go.tmp'), asked);
  renameSync(join(folder, 'go.tmp'), join(folder, 'go'));
  await untilThere(join(folder, 'done'), office);
  const [ms = '', ...values] = readFileSync(join(folder, 'done'), 'utf8').trimEnd().split('\n');
  rmSync(join(folder, 'done'));
  return { ms: Number(ms), values };
}

async function untilThere(path: string, office: ChildProcess): Promise<void> {
  for (let waited = 0; !existsSync(path); waited += LOOK_EVERY) {
    if (office.exitCode !== null) throw new Error(`LibreOffice ended with ${office.exitCode} before it wrote ${path}`);
    if (waited > LONGEST_WAIT) throw new Error(`LibreOffice did not write ${path}`);
    await new Promise((done) => setTimeout(done, LOOK_EVERY));
  }
}

const BASIC = `Sub Serve
  Dim folder As String
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  folder = "FOLDER"
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(folder &amp; "/sheet.xlsx"), "_blank", 0, hidden())
  sheet = book.Sheets.getByIndex(0)
  Say(folder, "ready", "ready")
  Do While Not FileExists(folder &amp; "/stop")
    If FileExists(folder &amp; "/go") Then
      Answer(folder, book, sheet)
    Else
      Wait 20
    End If
  Loop
  book.close(True)
  StarDesktop.terminate()
End Sub

Sub Answer(folder As String, book As Object, sheet As Object)
  Dim began As Long, took As Long, handle As Integer, told As String, entry As String, parts As Variant
  began = GetSystemTicks()
  book.calculateAll()
  took = GetSystemTicks() - began
  told = CStr(took)
  handle = FreeFile
  Open folder &amp; "/go" For Input As #handle
  Do While Not Eof(handle)
    Line Input #handle, entry
    parts = Split(entry, " ")
    If UBound(parts) = 1 Then told = told &amp; Chr(10) &amp; sheet.getCellByPosition(CLng(parts(0)), CLng(parts(1))).String
  Loop
  Close #handle
  Kill folder &amp; "/go"
  Say(folder, "done", told)
End Sub

Sub Say(folder As String, called As String, told As String)
  Dim handle As Integer
  handle = FreeFile
  Open folder &amp; "/" &amp; called &amp; ".tmp" For Output As #handle
  Print #handle, told
  Close #handle
  Name folder &amp; "/" &amp; called &amp; ".tmp" As folder &amp; "/" &amp; called
End Sub
`;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMES = 'xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** The macro in a profile that says it is set up; else LibreOffice would lay its own blank one over it. */
function writeMacro(folder: string): void {
  const library = join(folder, 'profile', 'user', 'basic', 'Standard');
  mkdirSync(library, { recursive: true });
  const registry = 'xmlns:oor="http://openoffice.org/2001/registry"';
  const done = '<prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop>';
  const item = `<item oor:path="/org.openoffice.Setup/Office">${done}</item>`;
  writeFileSync(join(library, '..', '..', 'registrymodifications.xcu'), `${HEAD}<oor:items ${registry}>${item}</oor:items>`);
  const module =
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">';
  writeFileSync(join(library, 'Module1.xba'), `${HEAD}${module}${BASIC.replaceAll('FOLDER', folder)}</script:module>`);
  const elements = '<library:element library:name="Module1"/>';
  for (const [kind, held] of [
    ['script', elements],
    ['dialog', ''],
  ] as const) {
    const flags = 'library:readonly="false" library:passwordprotected="false"';
    writeFileSync(
      join(library, `${kind}.xlb`),
      `${HEAD}<library:library ${NAMES} library:name="Standard" ${flags}>${held}</library:library>`,
    );
    const link = `<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/${kind}.xlb/" xlink:type="simple" library:link="false"/>`;
    writeFileSync(join(library, '..', `${kind}.xlc`), `${HEAD}<library:libraries ${NAMES}>${link}</library:libraries>`);
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The least .xlsx that holds the sheet; its formulas have no result yet. */
function workbookOf(sheet: FormulaSheet): Uint8Array {
  const lines = sheet.map((cells, at) => {
    const inner = cells.map((cell, column) => cellXml(cell, `${letters(column + 1)}${at + 1}`));
    return `<row r="${at + 1}">${inner.join('')}</row>`;
  });
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rels = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return writeZip(
    new Map([
      [
        '[Content_Types].xml',
        `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
      ],
      [
        '_rels/.rels',
        `${HEAD}<Relationships ${rels}><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
      [
        'xl/workbook.xml',
        `${HEAD}<workbook ${main} xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        `${HEAD}<Relationships ${rels}><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ],
      ['xl/worksheets/sheet1.xml', `${HEAD}<worksheet ${main}><sheetData>${lines.join('')}</sheetData></worksheet>`],
    ]),
  );
}

function cellXml(cell: string | number | null, at: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (cell.startsWith('=')) return `<c r="${at}"><f>${escaped(cell.slice(1))}</f></c>`;
  return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
}
