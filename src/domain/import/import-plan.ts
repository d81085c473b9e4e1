import { countsIn } from './counts.ts';
import { type Deadline, deadlineIn, deadlineInSentence } from './deadlines.ts';
import { type Paragraph, paragraphsOf, type SourceDocument, type Table, tablesOf } from './document.ts';
import { factsOf } from './facts.ts';
import { fieldsAbove } from './field-above.ts';
import { folded } from './fold-text.ts';
import { introduced } from './introduced.ts';
import { givenIn, type Labelled, labelledIn, labelsBehind } from './labelled.ts';
import { type Item, outlineOf } from './outline.ts';
import type { Doubt, ImportedRow, NoPlan, Passage, PlanFacts, PlanImport, ProofOf } from './row.ts';
import { type ColumnRole, continueTable, type MappedColumns, type MappedTable, mapTable, tableAsSaid } from './table/columns.ts';
import { targetsBesideTasks, targetsInTable } from './table/target-table.ts';
import { type TableTask, tasksInTable } from './table/task-table.ts';
import { saysLevel, type Target, targetsIn } from './targets.ts';
import type { PlanYears } from './years-in.ts';

export type ImportResult = { readonly ok: true; readonly plan: PlanImport } | { readonly ok: false; readonly why: NoPlan };

/** A table with fewer rows than this share of the plan's bullets is not its list of tasks. */
const TABLE_IS_PLAN = 0.3;

/** Reads a plan out of the blocks of a document: its facts, its rows with their passages, and what needs a person's look. */
export function importPlan(document: SourceDocument, said: readonly MappedColumns[] = []): ImportResult {
  const mapped = mappedTables(document, said);
  const isMapped = new Set(mapped.map(({ grid }) => grid.table));
  const paragraphs = paragraphsOf(document, (table) => !isMapped.has(table));
  if (paragraphs.every(({ text }) => text.trim() === '') && mapped.length === 0) return { ok: false, why: 'empty' };
  const facts = factsOf([...paragraphs, ...titlesAbove(mapped)]);
  const found = rowsOf(paragraphs, mapped, { ...facts, fields: fieldsAbove(document, isMapped) });
  const why = notAPlan(paragraphs, found);
  if (why !== null) return { ok: false, why };
  const counts = countsIn(paragraphs, found.rows);
  const differing = counts.filter(({ said, found: have }) => said !== have);
  const doubts = [...found.doubts, ...differing.map(({ at, words }): Doubt => ({ kind: 'count-differs', at, words }))];
  return { ok: true, plan: { facts, rows: found.rows, doubts, counts, tables: found.tables } };
}

/** What stands in a mapped table above its header: in a workbook the title of the plan. */
function titlesAbove(mapped: readonly MappedTable[]): readonly Paragraph[] {
  return mapped.flatMap(({ grid, first }) =>
    grid.table.cells.filter(({ row }) => row < first).flatMap(({ paragraphs }) => paragraphs),
  );
}

type Found = Pick<PlanImport, 'rows' | 'doubts' | 'tables'> & { readonly shaped: boolean };

type Known = Pick<PlanFacts, 'years'> & { readonly fields: ReadonlyMap<Table, string> };

function rowsOf(paragraphs: readonly Paragraph[], mapped: readonly MappedTable[], { years, fields }: Known): Found {
  const above = ({ grid }: MappedTable): string => fields.get(grid.table) ?? '';
  const items = outlineOf(paragraphs);
  const tabled = mapped.map((table) => ({ table, ...tasksInTable(table, above(table)) }));
  const isTargets = ({ table }: { table: MappedTable }): boolean => !hasColumn(table, 'task') && hasColumn(table, 'target');
  const taskTables = mainTables(tabled.filter((one) => !isTargets(one)));
  const tableTasks = taskTables.flatMap(({ tasks }) => tasks);
  const hasTasks = items.some(({ role }) => role === 'tasks');
  const hasTargets = items.some(({ role }) => role === 'targets');
  const bullets = items.filter((item) => isTask(item, { hasTasks, hasTargets }));
  const named = taskTables.some(({ table }) => hasColumn(table, 'task'));
  const useTable = tableTasks.length > 0 && (named ? tableTasks.length >= bullets.length * TABLE_IS_PLAN : bullets.length === 0);
  const tableTargets = mapped.flatMap((table) => {
    if (isTargets({ table })) return targetsInTable(table, above(table), years);
    return hasColumn(table, 'task') && hasColumn(table, 'target') ? targetsBesideTasks(table, above(table), years) : [];
  });
  const itemTargets = items.filter((item) => isTarget(item, hasTargets)).flatMap((item) => targetRows(item, years));
  const rows = [
    ...itemTargets.map(({ row }) => row),
    ...tableTargets,
    ...(useTable ? tableTasks.map((task) => tableRow(task, years)) : itemRows(bullets, years)),
  ];
  const doubts = [
    ...itemTargets.flatMap(({ doubts: all }) => all),
    ...(useTable ? tableTasks.flatMap(tableDoubts) : []),
    ...(useTable && bullets.length > 0 ? [besideTable(bullets)] : []),
    ...rows.flatMap(rowDoubts),
    ...elsewhere(items, paragraphs, years),
  ];
  const tables = {
    sections: useTable ? sum(taskTables.map(({ sections }) => sections)) : 0,
    continuations: useTable ? sum(taskTables.map(({ continuations }) => continuations)) : 0,
  };
  const shaped = mapped.length > 0 || items.some(({ role }) => role === 'targets' || role === 'tasks');
  return { rows, doubts, tables, shaped };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function besideTable(bullets: readonly Item[]): Doubt {
  return { kind: 'bullets-beside-table', at: bullets[0]?.at ?? '', words: String(bullets.length) };
}

/** Tables with a header that is understood, and those that go on from them on the next page. */
function mappedTables(document: SourceDocument, said: readonly MappedColumns[]): MappedTable[] {
  const mapped: MappedTable[] = [];
  let last: MappedTable | null = null;
  for (const table of tablesOf(document)) {
    const told = said.find(({ at }) => at === table.at);
    const own: MappedTable | null =
      (told === undefined ? mapTable(table) : tableAsSaid(table, told)) ??
      (last === null || !goesOn(table) ? null : continueTable(table, last));
    if (own === null) continue;
    mapped.push(own);
    last = own;
  }
  return mapped;
}

/** Tables that may hold rows of a plan, and whose headers say nothing that is known. */
export function unreadTables(document: SourceDocument, said: readonly MappedColumns[]): Table[] {
  const mapped = new Set(mappedTables(document, said).map(({ grid }) => grid.table));
  return tablesOf(document).filter((table) => !mapped.has(table) && table.rows >= 3 && table.columns >= 3);
}

/** A table without a header goes on from the one before it when it has rows like it. */
function goesOn(table: Table): boolean {
  return (
    table.rows >= 1 &&
    table.columns >= 3 &&
    table.cells.some(({ column, text, number }) => column === 0 && /^(?:\d{1,3}|[IVX]+)[.)]?$/u.test(text.trim() || number))
  );
}

type Tabled = {
  readonly table: MappedTable;
  readonly tasks: readonly TableTask[];
  readonly sections: number;
  readonly continuations: number;
};

/** A list of papers or of visits is a plan's tasks only where no table names tasks; the largest with a lead or a product leads. */
function mainTables(tabled: readonly Tabled[]): readonly Tabled[] {
  const named = tabled.filter(({ table }) => hasColumn(table, 'task'));
  if (named.length === 0) return tabled;
  const most = Math.max(...named.map(({ tasks }) => tasks.length));
  const main = named.find(({ tasks }) => tasks.length === most);
  return named.filter((one) => one === main || (main !== undefined && isAlike(one.table, main.table)));
}

function hasColumn(table: MappedTable, role: ColumnRole): boolean {
  return table.columns.some((one) => one.role === role);
}

/** Two tables of tasks go together when they say two of the same things beside the task. */
function isAlike(one: MappedTable, main: MappedTable): boolean {
  const shared = (['deadline', 'lead', 'product', 'with'] as const).filter(
    (role) => hasColumn(one, role) && hasColumn(main, role),
  );
  return shared.length >= 2;
}

/** Under a field without «Mục tiêu» of its own, a level makes a target only in a plan that has no «Mục tiêu» anywhere. */
function isTarget({ role, text, field }: Item, hasTargets: boolean): boolean {
  if (role === 'targets') return true;
  if (role === 'general') return saysLevel(text);
  return role === 'mixed' && field !== '' && !hasTargets && saysLevel(text);
}

function isTask(
  { role, text, field }: Item,
  { hasTasks, hasTargets }: { readonly hasTasks: boolean; readonly hasTargets: boolean },
): boolean {
  if (role === 'tasks') return true;
  if (role === 'measures') return !hasTasks;
  return role === 'mixed' && field !== '' && (hasTargets || !saysLevel(text));
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

type TargetRows = { readonly row: ImportedRow; readonly doubts: readonly Doubt[] };

function targetRows(item: Item, years: PlanYears | null): TargetRows[] {
  return targetsIn(item.text, years).map((target) => ({
    row: {
      ...targetRow(introduced(target, item.intros, years)),
      field: item.field === '' ? null : oneLine(item.field),
      passage: item.passage,
      at: item.at,
      proof: proofOf(target, item),
    },
    doubts: target.doubts.map((kind) => ({ kind, at: item.at, words: target.text })),
  }));
}

function proofOf(
  { low, exception }: Target,
  { at, passage }: { readonly at: string; readonly passage: string },
): ImportedRow['proof'] {
  const words: Passage = { at, words: passage };
  return { text: words, ...(low === null ? {} : { level: words }), ...(exception === null ? {} : { exception: words }) };
}

/** The row of a target; where it stands is added by its reader. */
function targetRow(target: Target): Omit<ImportedRow, 'field' | 'passage' | 'at' | 'proof'> {
  return {
    kind: 'indicator',
    text: oneLine(target.text),
    op: target.op,
    target_from: target.low,
    target_to: target.high,
    unit: target.unit,
    years: target.years,
    mood: target.mood,
    exception: target.exception === null ? null : oneLine(target.exception),
    deadline: null,
    deadline_kind: null,
    due: null,
    lead: null,
    with: null,
    product: null,
    watcher: null,
  };
}

const NO_TARGET = { op: null, target_from: null, target_to: null, unit: null, years: null, mood: null, exception: null } as const;

/** Bullets as tasks; a line of labels («Chủ trì: …; thời gian: …») belongs to the task above it. */
function itemRows(items: readonly Item[], years: PlanYears | null): ImportedRow[] {
  const rows: ImportedRow[] = [];
  for (const item of items) {
    const last = rows[rows.length - 1];
    const labels = labelledIn(item.text);
    if (labels === null || last === undefined) rows.push(taskOf(item, years));
    else rows[rows.length - 1] = withLabels(last, item, labels, years);
  }
  return rows.map((row) => {
    const owner = items.find(({ at }) => at === row.at)?.owner ?? null;
    if (owner === null || row.lead !== null) return row;
    return { ...row, lead: oneLine(owner.text), proof: { ...row.proof, lead: { at: owner.at, words: owner.text } } };
  });
}

function taskOf(item: Item, years: PlanYears | null): ImportedRow {
  const behind = labelsBehind(item.text);
  if (behind === null) {
    const given = givenIn(item.text);
    return given === null ? itemRow(item, years) : withLabels(itemRow(item, years), item, given, years);
  }
  return withLabels(itemRow({ ...item, text: behind.before }, years), item, behind.labels, years);
}

function withLabels(row: ImportedRow, { at, passage }: Item, labels: Labelled, years: PlanYears | null): ImportedRow {
  const proof = { ...row.proof };
  for (const of of ['lead', 'with', 'deadline', 'product'] as const)
    if (labels[of] !== undefined) proof[of] = { at, words: passage };
  const dated = labels.deadline === undefined ? {} : deadlineValues(deadlineIn(labels.deadline, years));
  return {
    ...row,
    lead: labels.lead ?? row.lead,
    with: labels.with ?? row.with,
    product: labels.product ?? row.product,
    ...dated,
    proof,
  };
}

function itemRow(item: Item, years: PlanYears | null): ImportedRow {
  const deadline = deadlineInSentence(item.text, years);
  const words = { at: item.at, words: item.passage };
  return {
    kind: 'task',
    field: item.field === '' ? null : oneLine(item.field),
    text: oneLine(item.text).replace(/[\s;,.]+$/u, ''),
    passage: item.passage,
    at: item.at,
    ...NO_TARGET,
    ...deadlineValues({ ...deadline, text: oneLine(deadline.text) }),
    lead: null,
    with: null,
    product: null,
    watcher: null,
    proof: { text: words, ...(deadline.text === '' ? {} : { deadline: words }) },
  };
}

function deadlineValues({ text, kind, due }: Deadline): Pick<ImportedRow, 'deadline' | 'deadline_kind' | 'due'> {
  return { deadline: kind === 'none' || text === '' ? null : text, deadline_kind: kind, due };
}

function tableRow(task: TableTask, years: PlanYears | null): ImportedRow {
  const deadline = deadlineIn(task.deadline?.text ?? '', years);
  const proof: Partial<Record<ProofOf, Passage>> = { text: { at: task.task.at, words: task.task.passage } };
  for (const of of ['deadline', 'lead', 'with', 'product', 'watcher'] as const) {
    const proved = task[of];
    if (proved !== null) proof[of] = { at: proved.at, words: proved.passage };
  }
  return {
    kind: 'task',
    field: task.field === '' ? null : oneLine(task.field),
    text: oneLine(task.task.text),
    passage: task.task.passage,
    at: task.task.at,
    ...NO_TARGET,
    ...deadlineValues(deadline),
    lead: task.lead?.text ?? null,
    with: task.with?.text ?? null,
    product: task.product?.text ?? null,
    watcher: task.watcher?.text ?? null,
    proof,
  };
}

function tableDoubts({ doubts }: TableTask): Doubt[] {
  return doubts.map(({ of, at, words }) => ({ kind: of, at, words }));
}

function rowDoubts({ kind, field, at, text, deadline, deadline_kind, due }: ImportedRow): Doubt[] {
  const doubts: Doubt[] = [];
  if (field === null) doubts.push({ kind: 'no-field', at, words: text });
  if (kind === 'task' && deadline_kind === null) doubts.push({ kind: 'deadline-not-understood', at, words: deadline ?? '' });
  const dated = deadline_kind !== null && ['date', 'month', 'quarter', 'year'].includes(deadline_kind);
  if (dated && due === null) doubts.push({ kind: 'deadline-without-year', at, words: deadline ?? '' });
  return doubts;
}

/** Deadlines outside the lists of tasks («Tổ chức thực hiện») are told, not turned into rows. */
function elsewhere(items: readonly Item[], paragraphs: readonly Paragraph[], years: PlanYears | null): Doubt[] {
  const listed = new Set(items.filter(({ role }) => role !== 'other').map(({ at }) => at));
  const others = new Set(items.filter(({ role }) => role === 'other').map(({ at }) => at));
  return paragraphs.flatMap(({ at, text }) => {
    if (listed.has(at) || !others.has(at)) return [];
    const { kind } = deadlineInSentence(text, years);
    return kind === 'date' || kind === 'month' || kind === 'quarter' ? [{ kind: 'deadline-elsewhere', at, words: text }] : [];
  });
}

const OFFICIAL: readonly RegExp[] = [
  /^cộng hòa xã hội chủ nghĩa việt nam/u,
  /^căn cứ /u,
  /^nơi nhận/u,
  /lưu: ?vt/u,
  /^(?:tm|kt)\. ?(?:ủy ban|ubnd|chủ tịch)/u,
  /^số ?: ?[\d ….]*\/(?:kh|qđ)/u,
  /\.\/\.\s*$/u,
];
const REPORTED =
  /đã (?:ban hành|ký ban hành|xây dựng|phê duyệt) (?:quyết định|kế hoạch)|kế hoạch (?:cũng |này )?(?:nêu rõ|đề ra|đặt ra|đặt mục tiêu|xác định|yêu cầu)|^theo (?:đó|kế hoạch)|cho biết|tin,? (?:bài|ảnh)|lượt xem|nguồn ?:|tác giả|phóng viên|ngày đăng/u;

/** An article tells of a plan; it has its words but not its form. */
function notAPlan(paragraphs: readonly Paragraph[], { rows, shaped }: Found): NoPlan | null {
  const said = paragraphs.map(({ text }) => folded(text));
  const official = OFFICIAL.filter((sign) => said.some((text) => sign.test(text))).length;
  const reported = said.filter((text) => REPORTED.test(text)).length;
  if (official <= 1 && reported >= 1 && (reported >= 2 || !shaped)) return 'article';
  if (rows.length === 0) return reported > 0 ? 'article' : 'no-plan';
  return null;
}
