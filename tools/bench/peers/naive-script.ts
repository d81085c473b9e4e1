import { STATUS_LABELS, VERDICT_LABELS } from '../../../src/words/core/labels.ts';

/**
 * The day's work as a script that somebody writes who asks for one cell at a time: the plan, what was typed, a verdict into each row,
 * and a mail of the counts. The rules are those of the made rows. Gives the counts as JSON.
 */
export function naiveScript(today: string, notice: number): string {
  return `
var TODAY = new Date('${today}T00:00:00');
var NOTICE = ${notice};
function onOpen() {}
function onEdit() {}
function sheetOf(name) {
  return SpreadsheetApp.getActiveSpreadsheet().getSheets().filter(function (sheet) { return sheet.getName() === name; })[0];
}
function columnsOf(sheet) {
  for (var row = 1; row < 10; row++) {
    var names = sheet.getRange(row, 1, 1, sheet.getMaxColumns()).getValues()[0];
    if (names.indexOf('Mã') >= 0) return { row: row, of: function (name) { return names.indexOf(name) + 1; } };
  }
}
function each(name, act) {
  var sheet = sheetOf(name), at = columnsOf(sheet), last = sheet.getMaxRows();
  for (var row = at.row + 1; row <= last; row++) {
    var read = function (header) { return sheet.getRange(row, at.of(header), 1, 1).getValues()[0][0]; };
    var write = function (header, value) { sheet.getRange(row, at.of(header), 1, 1).setValues([[value]]); };
    var id = read('Mã');
    if (id === '') break;
    act(id, read, write);
  }
}
function verdictOf(plan, typed, top, bottom) {
  if (typed === 'Không áp dụng') return 'not-applicable';
  if (plan.target === '') return 'track-only';
  if (top === '' || bottom === '' || top > bottom) return 'no-data';
  if (bottom === 0) return 'nothing-arose';
  var over = function (level) { return plan.kind === 'Từ mức trở lên' ? top * 100 - level * bottom : level * bottom - top * 100; };
  if (over(plan.target) >= -0.0001) return 'met';
  var slack = plan.tolerance === '' ? 0 : plan.kind === 'Từ mức trở lên' ? -plan.tolerance : plan.tolerance;
  return slack !== 0 && over(plan.target + slack) >= -0.0001 ? 'nearly-met' : 'not-met';
}
function statusOf(task, progress, done, result) {
  if (progress === 'Tạm dừng') return 'suspended';
  if (progress === 'Không áp dụng') return 'not-applicable';
  if (progress === 'Không phát sinh') return 'nothing-arose';
  if (task.frequency === 'Thường xuyên') {
    if (progress === 'Đã hoàn thành' || (result !== '' && progress !== 'Chưa thực hiện')) return 'done-in-period';
    return progress === 'Đang thực hiện' ? 'in-progress' : 'not-updated';
  }
  var parts = String(task.due).split('/');
  var due = new Date(Number(parts[2]), Number(parts[1]) - 1, Number(parts[0]));
  if (progress === 'Đã hoàn thành') return done <= due ? 'done-on-time' : 'done-late';
  if (due < TODAY) return 'overdue';
  var days = 0;
  for (var at = new Date(TODAY); at < due; ) {
    at = new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1);
    if (at.getDay() !== 0 && at.getDay() !== 6) days++;
  }
  if (days <= NOTICE) return 'due-soon';
  return progress === 'Đang thực hiện' ? 'in-progress' : 'not-started';
}
function dayOfWork() {
  var plan = {}, counts = {};
  var words = ${JSON.stringify({ ...VERDICT_LABELS })}, statuses = ${JSON.stringify({ ...STATUS_LABELS })};
  var count = function (code) { counts[code] = (counts[code] || 0) + 1; };
  each('Kế hoạch - Chỉ tiêu', function (id, read) {
    plan[id] = { kind: read('Loại chỉ tiêu'), target: read('Năm 2024'), tolerance: read('Mức chênh cho phép') };
  });
  each('Kế hoạch - Nhiệm vụ', function (id, read) {
    plan[id] = { frequency: read('Tần suất'), due: read('Thời hạn hoàn thành') };
  });
  each('Nhập số liệu', function (id, read, write) {
    var verdict = verdictOf(plan[id], read('Kết quả nhập tay'), read('Tử số'), read('Mẫu số'));
    count(verdict);
    write('Đánh giá', words[verdict]);
  });
  each('Nhập tiến độ', function (id, read, write) {
    var status = statusOf(plan[id], read('Mức độ thực hiện'), read('Ngày hoàn thành'), read('Kết quả thực hiện trong kỳ'));
    count('task ' + status);
    write('Tình trạng', statuses[status]);
  });
  var text = JSON.stringify(counts);
  MailApp.sendEmail({ to: 'chutich@example.vn', subject: 'CCHC', body: text, htmlBody: text, name: 'CCHC' });
  SpreadsheetApp.flush();
  return text;
}
`;
}
