/** Small scripts that run in the realm: one correct, the others each with one mistake that published scripts make. They know their tabs by number. */

const TOOLS = `
const DATA = { key: 'Mã', value: 'Số liệu', own: 'Kết quả' };
function book() { return SpreadsheetApp.getActiveSpreadsheet(); }
function tell(sentence) { book().toast(sentence, 'Sổ thử', 10); }
function numbered(id) { return book().getSheets().filter((sheet) => sheet.getSheetId() === id)[0]; }
function dataSheet() { return numbered(1); }
function grid(sheet) { return sheet.getDataRange().getValues(); }
function read(sheet) {
  const values = grid(sheet);
  const head = values.findIndex((row) => Object.keys(DATA).every((name) => row.includes(DATA[name])));
  const at = (name) => values[head].indexOf(DATA[name]);
  return { values, head, key: head < 0 ? -1 : at('key'), value: head < 0 ? -1 : at('value'), own: head < 0 ? -1 : at('own') };
}
function alone(work) {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(1000)) return tell('Một lượt khác đang chạy');
  try { work(); } finally { lock.releaseLock(); }
}
function put(sheet, row, column, value) { sheet.getRange(row + 1, column + 1, 1, 1).setValues([[value]]); }
function result(key, value) { return key === '' ? '' : key + ':' + value; }
`;

/** Intent, flush, write, flush, look again; what the write hit in the wrong place is put right from the intent. */
const VERIFYING_REFRESH = `
function journal() { return numbered(3).getRange(1, 1, 1, 1); }
function refresh() { alone(() => {
  heal();
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const table = read(dataSheet());
    if (table.head < 0) return tell('Không thấy tiêu đề');
    const block = wanted(table);
    if (block === null) return;
    journal().setValues([["'" + JSON.stringify({ before: table, block })]]);
    SpreadsheetApp.flush();
    write(block);
    SpreadsheetApp.flush();
    heal();
  }
  tell('Bảng thay đổi liên tục');
}); }
function write(block) {
  dataSheet().getRange(block.row + 1, block.column + 1, block.values.length, 1).setValues(block.values.map((value) => [value]));
}
function wanted({ values, head, key, value, own }) {
  const rows = values.slice(head + 1);
  const results = rows.map((row) => result(row[key], row[value]));
  if (rows.every((row, i) => row[own] === results[i])) return null;
  return { row: head + 1, column: own, values: results };
}
function heal() {
  const [[kept]] = journal().getValues();
  if (kept === '') return;
  mend(JSON.parse(kept));
  SpreadsheetApp.flush();
  journal().setValues([['']]);
  SpreadsheetApp.flush();
}
function mend({ before, block }) {
  const sheet = dataSheet();
  const now = grid(sheet);
  const column = block.column;
  const hit = (row) => row >= block.row && row < block.row + block.values.length && block.values[row - block.row] !== '' &&
    (now[row] || [])[column] === block.values[row - block.row];
  const headers = before.values[before.head];
  const known = (row) => row.filter((cell, at) => at !== column && cell !== '' && headers.includes(cell)).length;
  const counts = now.map(known);
  const head = counts.indexOf(Math.max.apply(null, counts));
  if (counts[head] < headers.length - 2) {
    now.forEach((row, at) => { if (hit(at)) put(sheet, at, column, ''); });
    return tell('Không còn dòng tiêu đề: đã xóa kết quả vừa ghi');
  }
  const header = hit(head) ? headers.filter((name) => !now[head].includes(name))[0] : now[head][column];
  if (hit(head)) put(sheet, head, column, header);
  for (let row = 0; row < head; row += 1) if (hit(row)) put(sheet, row, column, '');
  if (header === DATA.own) return;
  const source = headers.indexOf(header);
  const shared = headers.filter((name) => name !== header && name !== DATA.own && now[head].includes(name));
  const taken = {};
  now.forEach((row, at) => {
    if (at <= head || !hit(at)) return;
    const origin = before.values.findIndex((old, from) => from > before.head && !taken[from] &&
      shared.every((name) => old[headers.indexOf(name)] === row[now[head].indexOf(name)]));
    if (origin >= 0) taken[origin] = true;
    put(sheet, at, column, origin < 0 || source < 0 ? '' : before.values[origin][source]);
  });
}
`;

/** Intent, flush, send, mark, flush; what is in doubt is told to a person and never sent again. */
const CAREFUL_MAIL = `
function mails() { alone(() => {
  const table = read(dataSheet());
  if (table.head < 0) return tell('Không thấy tiêu đề');
  doubtful();
  for (const key of due(table)) if (!marks().some((row) => row[0] === key)) mailOne(key);
}); }
function due({ values, head, key, value }) {
  return values.slice(head + 1).filter((row) => row[key] !== '' && typeof row[value] === 'number' && row[value] < 5).map((row) => row[key]);
}
function marks() { return grid(numbered(2)); }
function doubtful() {
  marks().forEach(([key, state]) => {
    if (state !== 'đang gửi') return;
    tell('Thư về ' + key + ' có thể chưa gửi');
    mark(key, 'không rõ');
  });
}
function mark(key, state) {
  const rows = marks();
  const at = rows.findIndex((row) => row[0] === key);
  numbered(2).getRange((at < 0 ? rows.length : at) + 1, 1, 1, 2).setValues([[key, state]]);
  SpreadsheetApp.flush();
}
function send(key) {
  MailApp.sendEmail({ to: 'lanh-dao@example.vn', subject: key, body: key, htmlBody: key, name: 'Sổ thử' });
}
function mailOne(key) {
  mark(key, 'đang gửi');
  send(key);
  mark(key, 'đã gửi');
}
`;

export type Toy = { readonly name: string; readonly code: string; readonly action: 'refresh' | 'mails' };

const CAREFUL = TOOLS + VERIFYING_REFRESH + CAREFUL_MAIL;

/** The correct script's two actions. */
export const VERIFYING_TOYS: readonly Toy[] = [
  { name: 'refresh', code: CAREFUL, action: 'refresh' },
  { name: 'mails', code: CAREFUL, action: 'mails' },
];

/** The correct script with its later declarations replaced: the last function of a name is the one that stands. */
const planted = (action: Toy['action'], name: string, code: string): Toy => ({ name, action, code: CAREFUL + code });

const NAIVE_WRITE = `function refresh() {
  const table = read(dataSheet());
  if (table.head < 0) return tell('Không thấy tiêu đề');
  const block = wanted(table);
  if (block !== null) write(block);
}`;

/** Each with one bug that the simulation must find. */
export const PLANTED_TOYS: readonly Toy[] = [
  planted('refresh', 'writes by the row numbers it remembers', NAIVE_WRITE),
  planted(
    'refresh',
    'looks at the sheet by the place of its columns',
    `${NAIVE_WRITE}
    function read(sheet) { return { values: grid(sheet), head: 1, key: 0, value: 2, own: 3 }; }`,
  ),
  planted(
    'refresh',
    'writes whole rows back',
    `function refresh() {
    const table = read(dataSheet());
    if (table.head < 0) return tell('Không thấy tiêu đề');
    const rows = table.values.slice(table.head + 1);
    rows.forEach((row) => { row[table.own] = result(row[table.key], row[table.value]); });
    dataSheet().getRange(table.head + 2, 1, rows.length, rows[0].length).setValues(rows);
  }`,
  ),
  planted(
    'refresh',
    'writes row by row and never looks again',
    `function refresh() {
    const sheet = dataSheet();
    const table = read(sheet);
    if (table.head < 0) return tell('Không thấy tiêu đề');
    table.values.forEach((row, at) => {
      if (at > table.head) put(sheet, at, table.own, result(row[table.key], row[table.value]));
      SpreadsheetApp.flush();
    });
  }`,
  ),
  planted(
    'refresh',
    'looks again without a flush',
    VERIFYING_REFRESH.replace('write(block);\n    SpreadsheetApp.flush();', 'write(block);'),
  ),
  planted(
    'refresh',
    'keeps no intent, so a kill leaves what it hit',
    VERIFYING_REFRESH.replace(
      'journal().setValues([["\'" + JSON.stringify({ before: table, block })]]);\n    SpreadsheetApp.flush();',
      '',
    ),
  ),
  planted(
    'refresh',
    'says it is done before it is',
    `${VERIFYING_REFRESH.replace('function refresh()', 'function work()')}
  function refresh() {
    const kept = PropertiesService.getDocumentProperties();
    if (kept.getProperty('done') === '1') return;
    kept.setProperty('done', '1');
    work();
  }`,
  ),
  planted(
    'refresh',
    'has a lock of its own that a kill leaves locked',
    `${VERIFYING_REFRESH.replace('function refresh()', 'function work()')}
  function refresh() {
    const kept = PropertiesService.getDocumentProperties();
    if (kept.getProperty('running') === '1') return;
    kept.setProperty('running', '1');
    work();
    kept.deleteProperty('running');
  }`,
  ),
  planted(
    'refresh',
    'types people’s numbers anew, as texts',
    `${VERIFYING_REFRESH.replace('function refresh()', 'function work()')}
  function refresh() {
    work();
    const sheet = dataSheet();
    const table = read(sheet);
    if (table.head < 0) return tell('Không thấy tiêu đề');
    const said = table.values.slice(table.head + 1).map((row) => [String(row[table.value]).replace('.', ',')]);
    sheet.getRange(table.head + 2, table.value + 1, said.length, 1).setValues(said);
  }`,
  ),
  planted('mails', 'marks a mail before it is sent', `function mailOne(key) { mark(key, 'đã gửi'); send(key); }`),
  planted('mails', 'marks a mail after it is sent', `function mailOne(key) { send(key); mark(key, 'đã gửi'); }`),
  planted(
    'mails',
    'marks a mail without a flush',
    `
    ${CAREFUL_MAIL.replace('setValues([[key, state]]);\n  SpreadsheetApp.flush();', 'setValues([[key, state]]);')}
    function mailOne(key) { send(key); mark(key, 'đã gửi'); }`,
  ),
  planted(
    'mails',
    'marks all mails at the end',
    `function mails() { alone(() => {
    const keys = due(read(dataSheet())).filter((key) => !marks().some((row) => row[0] === key));
    keys.forEach(send);
    keys.forEach((key) => mark(key, 'đã gửi'));
  }); }`,
  ),
  planted('mails', 'takes no lock', `function alone(work) { work(); }`),
  planted(
    'mails',
    'stops at the first row that was sent',
    CAREFUL_MAIL.replace(
      'if (!marks().some((row) => row[0] === key)) mailOne(key);',
      '{ if (marks().some((row) => row[0] === key)) return; mailOne(key); }',
    ),
  ),
  planted('mails', 'forgets what is in doubt', 'function doubtful() {}'),
  planted(
    'mails',
    'finds the tab by its name alone',
    `function dataSheet() { return book().getSheets().filter((sheet) => sheet.getName() === 'Số liệu')[0]; }
    function mails() { try { alone(() => { due(read(dataSheet())).forEach((key) => { if (!marks().some((row) => row[0] === key)) mailOne(key); }); }); } catch (error) {} }`,
  ),
  planted(
    'mails',
    'remembers in the cache what was sent',
    `function mails() { alone(() => {
    const cache = CacheService.getScriptCache();
    due(read(dataSheet())).forEach((key) => {
      if (cache.getAll([key])[key] === '1') return;
      cache.putAll({ [key]: '1' }, 21600);
      send(key);
    });
  }); }`,
  ),
];
