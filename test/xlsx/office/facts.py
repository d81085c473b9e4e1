"""What an office has in a workbook, fact by fact, as JSON: `facts.py <file.xlsx> <tab> <tab>…`.

Two readers that know nothing of ours: the raw XML by the standard library, and openpyxl. The words of the plain cells that the
add-on writes are no facts of the office: the columns from AA to AK (an upgrade adds its own from AL on), the first row and what the workbook says of itself are.
"""
import hashlib, json, posixpath, re, sys, warnings, zipfile
from xml.etree import ElementTree as X
import openpyxl
from openpyxl.utils import coordinate_to_tuple

warnings.simplefilter('ignore')
path, tabs = sys.argv[1], sys.argv[2:]
package = zipfile.ZipFile(path)
names = package.namelist()
book = openpyxl.load_workbook(path, keep_vba=True)
values = openpyxl.load_workbook(path, data_only=True)
S = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'


def xml(part): return X.fromstring(package.read(part))
def canonical(element): return X.canonicalize(X.tostring(element, encoding='unicode'), strip_text=False)
def digest(part): return hashlib.sha256(package.read(part)).hexdigest()[:16]


def rels(part):
    at = posixpath.join(posixpath.dirname(part), '_rels', posixpath.basename(part) + '.rels')
    if at not in names: return {}
    found = {}
    for r in xml(at):
        target = r.get('Target')
        if r.get('TargetMode') != 'External':
            target = target[1:] if target.startswith('/') else posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
        found[r.get('Id')] = (r.get('Type').rsplit('/', 1)[-1], target)
    return found


MAIN_PART = next(t for k, t in rels('').values() if k == 'officeDocument')
workbook, workbook_rels = xml(MAIN_PART), rels(MAIN_PART)
PARTS = {s.get('name'): workbook_rels[s.get(R + 'id')][1] for s in workbook.find(S + 'sheets')}
ORDER = list(PARTS)
styles = xml(workbook_rels[next(i for i, (k, _) in workbook_rels.items() if k == 'styles')][1])
XFS = list(styles.find(S + 'cellXfs'))
TABLES = {n: list(styles.find(S + n)) for n in ('fonts', 'fills', 'borders', 'dxfs')}
FORMATS = {f.get('numFmtId'): f.get('formatCode') for f in (styles.find(S + 'numFmts') if styles.find(S + 'numFmts') is not None else [])}


def look(number):
    """A format as the file says it, whatever its number."""
    xf = XFS[int(number)]
    code = FORMATS.get(xf.get('numFmtId'), xf.get('numFmtId'))
    pick = lambda table, attribute: canonical(TABLES[table][int(xf.get(attribute))])
    return [code, pick('fonts', 'fontId'), pick('fills', 'fillId'), pick('borders', 'borderId'), [canonical(c) for c in xf]]


def all_of(root, tag): return [canonical(e) for e in root.iter(S + tag)]
def attributes(root, tag): return [dict(sorted(e.attrib.items())) for e in root.iter(S + tag)]
def on(element, flag): return element.get(flag) in ('1', 'true')
def decorated(column): return 27 <= column <= 37
def own(ref): return decorated(coordinate_to_tuple(ref)[1]) or coordinate_to_tuple(ref) <= (1, 37)


def reachable(part, seen):
    for kind, target in rels(part).values():
        if target in names and target not in seen:
            seen.add(target)
            reachable(target, seen)
    return seen


def sheet_facts(tab):
    part, sheet, seen = PARTS[tab], book[tab], values[tab]
    root, links = xml(part), rels(part)
    cells = {c.get('r'): c for c in root.iter(S + 'c') if own(c.get('r'))}
    kinds = lambda *wanted: sorted(digest(t) for k, t in links.values() if k in wanted and t in names)
    down = reachable(part, set())
    of = lambda word: sorted(digest(t) for t in down if word in t)
    rule_kinds = [r for c in sheet.conditional_formatting for r in c.rules]
    dxfs = [canonical(TABLES['dxfs'][int(r.get('dxfId'))]) for r in root.iter(S + 'cfRule') if r.get('dxfId')]
    plain = {ref: c for ref, c in cells.items()}
    yield 'cell formats', {ref: look(c.get('s')) for ref, c in plain.items() if c.get('s')}
    yield 'number formats', {ref: sheet[ref].number_format for ref in plain if sheet[ref].number_format != 'General'}
    yield 'fonts', {ref: [sheet[ref].font.name, sheet[ref].font.sz, sheet[ref].font.b, sheet[ref].font.i, sheet[ref].font.u, sheet[ref].font.strike, sheet[ref].font.vertAlign] for ref in plain}
    yield 'fills', {ref: [sheet[ref].fill.patternType, sheet[ref].fill.fgColor.rgb] for ref in plain if sheet[ref].fill.patternType}
    yield 'borders', {ref: [str(getattr(sheet[ref].border, side).style) for side in ('left', 'right', 'top', 'bottom', 'diagonal')] for ref in plain if sheet[ref].border.bottom.style or sheet[ref].border.diagonal.style}
    yield 'alignment', {ref: [sheet[ref].alignment.indent, sheet[ref].alignment.shrink_to_fit, sheet[ref].alignment.horizontal] for ref in plain if sheet[ref].alignment.indent or sheet[ref].alignment.shrink_to_fit or sheet[ref].alignment.horizontal}
    yield 'locked and hidden cells', [ref for ref in plain if not sheet[ref].protection.locked and sheet[ref].protection.hidden]
    yield 'merged cells', sorted(str(m) for m in sheet.merged_cells.ranges)
    yield 'values', {ref: str(sheet[ref].value) for ref in plain if sheet[ref].value is not None and sheet[ref].data_type != 'f'}
    yield 'formulas', {c.get('r'): canonical(c.find(S + 'f')) for c in cells.values() if c.find(S + 'f') is not None}
    yield 'cached results', {ref: str(seen[ref].value) for ref, c in cells.items() if c.find(S + 'f') is not None}
    yield 'array formulas', [[f.get('t'), f.get('ref'), f.text] for f in root.iter(S + 'f') if f.get('t') == 'array']
    yield 'rich text', rich(root)
    yield 'hyperlinks', {h.get('ref'): [links.get(h.get(R + 'id'), [None, None])[1], h.get('location'), h.get('tooltip'), h.get('display')] for h in root.iter(S + 'hyperlink')}
    yield 'conditional formats', all_of(root, 'conditionalFormatting')
    yield 'conditional formats by kind', sorted(f'{r.type} {r.operator} {r.rank} {r.percent} {r.bottom} {r.timePeriod} {r.text} {r.stopIfTrue}' for r in rule_kinds)
    yield 'looks of conditional formats', dxfs
    yield 'rules that stop', [r.priority for r in rule_kinds if r.stopIfTrue]
    yield 'colour scales', all_of(root, 'colorScale')
    yield 'data bars', all_of(root, 'dataBar')
    yield 'data bars of 2010', [canonical(e) for e in root.iter('{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}dataBar')]
    yield 'icon sets', all_of(root, 'iconSet')
    yield 'validations', all_of(root, 'dataValidation')
    yield 'validation messages', [[v.promptTitle, v.prompt, v.errorTitle, v.error, v.errorStyle] for v in sheet.data_validations.dataValidation if v.prompt or v.error or v.errorStyle]
    yield 'notes', {c.coordinate: [c.comment.text, c.comment.width, c.comment.height] for row in sheet.iter_rows() for c in row if c.comment}
    yield 'note authors', {c.coordinate: c.comment.author for row in sheet.iter_rows() for c in row if c.comment}
    yield 'note shapes', kinds('vmlDrawing')
    yield 'sheet protection', attributes(root, 'sheetProtection')
    yield 'protection password', [e.get('password') or e.get('hashValue') for e in root.iter(S + 'sheetProtection') if e.get('password') or e.get('hashValue')]
    yield 'protected ranges', attributes(root, 'protectedRange')
    yield 'sparklines', [canonical(e) for e in root.iter('{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}sparklineGroup')]
    yield 'charts', of('/charts/chart')
    yield 'drawings', of('/drawings/drawing')
    yield 'pictures', of('/media/')
    yield 'text boxes', [t for d in down if '/drawings/drawing' in d for t in re.findall('Chỉ cán bộ[^<]*', package.read(d).decode())]
    yield 'row breaks', attributes(root, 'rowBreaks') and [b.get('id') for b in root.find(S + 'rowBreaks')]
    yield 'column breaks', attributes(root, 'colBreaks') and [b.get('id') for b in root.find(S + 'colBreaks')]
    yield 'frozen panes', sheet.freeze_panes
    yield 'view', [[v.get(a) for a in ('zoomScale', 'showGridLines', 'rightToLeft')] for v in root.iter(S + 'sheetView')]
    yield 'tab colour', all_of(root, 'tabColor')
    yield 'column widths', [c for c in attributes(root, 'col') if decorated(int(c['min']))]
    yield 'hidden and grouped columns', [[c['min'], c['max'], c.get('outlineLevel'), c.get('collapsed')] for c in attributes(root, 'col') if c.get('hidden') in ('1', 'true') or c.get('outlineLevel', '0') != '0']
    rows = [[r.get('r'), on(r, 'hidden'), r.get('outlineLevel', '0'), r.get('ht') if on(r, 'customHeight') else None] for r in root.iter(S + 'row')]
    yield 'hidden, grouped and high rows', [r for r in rows if r[1] or r[2] != '0' or r[3]]
    yield 'page setup', attributes(root, 'pageSetup') + attributes(root, 'pageMargins') + attributes(root, 'printOptions')
    yield 'header and footer', all_of(root, 'headerFooter')
    yield 'ignored errors', all_of(root, 'ignoredErrors')
    at = ORDER.index(tab)
    local = [[n.get('name'), n.text] for n in workbook.iter(S + 'definedName') if n.get('localSheetId') == str(at)]
    yield 'names of this sheet alone', [n for n in local if not n[0].startswith('_xlnm')]
    yield 'print titles', [n for n in local if n[0] == '_xlnm.Print_Titles']
    yield 'print area', [n for n in local if n[0] == '_xlnm.Print_Area']
    yield 'tables', [[canonical(xml(t))] for k, t in links.values() if k == 'table']
    yield 'filters', all_of(root, 'autoFilter') + [n[1] for n in local if 'Filter' in n[0]]
    yield 'threaded comments', kinds('threadedComment')
    yield 'printer settings', kinds('printerSettings')


def rich(root):
    shared = next((t for k, t in workbook_rels.values() if k == 'sharedStrings'), None)
    items = list(xml(shared)) if shared else []
    found = {}
    for c in root.iter(S + 'c'):
        if c.get('t') == 's' and items[int(c.find(S + 'v').text)].find(S + 'r') is not None: found[c.get('r')] = canonical(items[int(c.find(S + 'v').text)])
        if c.get('t') == 'inlineStr' and c.find(S + 'is').find(S + 'r') is not None: found[c.get('r')] = [canonical(r) for r in c.find(S + 'is')]
    return found


def book_facts():
    core = book.properties
    yield 'names of the workbook', sorted([n.get('name'), n.text] for n in workbook.iter(S + 'definedName') if n.get('localSheetId') is None)
    yield 'order of the tabs', [n for n in ORDER if n in TABS_BEFORE]
    yield 'hidden tabs', [s.get('name') for s in workbook.find(S + 'sheets') if s.get('state') and s.get('name') in TABS_BEFORE]
    yield 'chart sheets', [[digest(t) for t in sorted(reachable(p, {p}))] for n, p in PARTS.items() if 'chartsheet' in p]
    yield 'title and author', [core.title, core.creator]
    yield 'own properties', [digest(t) for k, t in rels('').values() if k == 'custom-properties']
    yield 'theme', [digest(t) for k, t in workbook_rels.values() if k == 'theme']
    yield 'persons of comments', [digest(t) for k, t in workbook_rels.values() if k == 'person']
    yield 'macros', [digest(t) for k, t in workbook_rels.values() if k == 'vbaProject']
    yield 'tab shown first', ORDER[int(workbook.find(S + 'bookViews')[0].get('activeTab') or 0)]


TABS_BEFORE = ('Theo dõi của VP', 'Nhập số liệu', 'Biểu đồ lớn', 'Danh mục')
facts = {f'{tab}: {name}': value for tab in tabs for name, value in sheet_facts(tab)}
facts.update({f'workbook: {name}': value for name, value in book_facts()})
print(json.dumps(facts, ensure_ascii=False, sort_keys=True, default=str))
