import type { Paragraph } from './document.ts';
import { folded } from './fold-text.ts';
import { fieldOf, inlineBody, isCapitals, type Role, roleOf } from './headings.ts';
import { asRoman, type Mark, type MarkKind, markOf } from './marks.ts';

/** A paragraph of the plan that words a target or a task, or may do so. */
export type Item = {
  readonly at: string;
  /** The whole paragraph, verbatim. */
  readonly passage: string;
  /** Its words behind its mark, verbatim. */
  readonly text: string;
  /** The heading of its field as written, or '' when it stands under none. */
  readonly field: string;
  readonly role: Role;
  /** The headings and items that introduce it («Đến năm 2025», «Phấn đấu:»), nearest first. */
  readonly intros: readonly string[];
  /** The heading above it that names who does what stands below («2. Công an xã»), or `null`. */
  readonly owner: Pick<Paragraph, 'at' | 'text'> | null;
};

type Heading = { readonly role: Role | null; readonly field: string | null };

/** One line in the tree of the document. `parent` is a place in the same list, −1 for the outermost. */
type Node = {
  readonly paragraph: Paragraph;
  readonly mark: Mark;
  /** Its words behind its mark, and where they begin in the paragraph. */
  readonly body: string;
  readonly text: string;
  readonly depth: number;
  readonly parent: number;
  readonly heading: Heading | null;
  /** Capitals, bold, a heading style, or a Roman number. */
  readonly loud: boolean;
};

const DEPTH: Readonly<Record<MarkKind, number>> = {
  'letter-big': 8,
  roman: 10,
  number: 20,
  letter: 40,
  'roman-small': 43,
  bullet: 60,
  plus: 75,
  none: 90,
};
/** An unnumbered «Mục tiêu» stands under a field, above the letters and bullets. */
const UNNUMBERED = 35;
/** The same behind a bullet: above the bullets that it announces. */
const LISTED_ROLE = 45;
const LISTED_FIELD = 50;
/** An unnumbered «… như sau:» introduces the bullets below it. */
const INTRODUCTION = 55;
const LONGEST_HEADING = 160;
const LONGEST_QUIET = 100;
const LONGEST_ROLE = 60;
const SHORTEST_ITEM = 12;

/** «(Chi tiết tại Phụ lục kèm theo)» says where the list is. */
const POINTS_ELSEWHERE =
  /^\(?(?:có |xem )?(?:nội dung |danh mục |nhiệm vụ )?(?:cụ thể|chi tiết)?[^.;]{0,40}(?:tại|theo|ở) (?:các )?(?:phụ lục|biểu|bảng)(?: (?:số )?[ivx\d]+)?(?: (?:dưới đây|sau đây|sau|sau này))?(?: (?:đính )?kèm(?: theo)?(?: kế hoạch(?: này)?)?)?[.)]*$/u;

/** A line that begins a paper within the document: its plan, its annex. */
const PAPER = /^(?:kế hoạch|quyết định|phụ lục|khung kế hoạch|đề án|chương trình|phương án)(?: (?:số )?[ivx\d]+)?\.?$/u;
const CLOSING = /^(?:nơi nhận|tm\.|kt\.|lưu:|trên đây là)/u;

/** Items of a plan in order, each with its role and field. */
export function outlineOf(paragraphs: readonly Paragraph[]): Item[] {
  const nodes = treeOf(paragraphs);
  const fields = fieldsOf(nodes);
  return nodes.flatMap((node, at) => {
    if (opensBelow(nodes, at)) return [];
    const role = roleAt(nodes, at);
    if (role === null) return [];
    const text = wordsOf(node);
    if (text.trim().length < SHORTEST_ITEM || POINTS_ELSEWHERE.test(folded(text))) return [];
    const { at: place, text: passage } = node.paragraph;
    const field = fieldAt(nodes, fields, at);
    const own = field === '' || /^(?:về|lĩnh vực) /u.test(folded(text)) ? fieldInFront(text) : null;
    const words = { text: text.slice(own?.from ?? 0), field: own?.field ?? field };
    return [{ at: place, passage, ...words, role, intros: introsOf(nodes, node), owner: ownerOf(nodes, node) }];
  });
}

/** Whether a line only opens what stands below it, or announces it: then it is no item of its own. */
function opensBelow(nodes: readonly Node[], at: number): boolean {
  const node = nodes[at];
  if (node === undefined) return true;
  const hasChildren = nodes[at + 1]?.parent === at;
  if (node.heading === null) return hasChildren && /:\s*$/u.test(node.body);
  if (inlineBody(node.body) !== null) return false;
  return (
    hasChildren || node.heading.role !== null || isCapitals(node.body) || node.mark.kind === 'roman' || node.mark.kind === 'none'
  );
}

/** «Về cải cách thể chế: 100% …»: a bullet that names its field in front, where no heading does. */
function fieldInFront(text: string): { readonly field: string; readonly from: number } | null {
  const match = /^\s*([^:.;%\d]{6,80}):\s*(?=\S)/u.exec(text);
  if (match === null || fieldOf(match[1] ?? '') < 0) return null;
  return { field: trimmed(match[1] ?? ''), from: match[0].length };
}

function wordsOf({ body }: Node): string {
  return body.slice(inlineBody(body)?.from ?? 0);
}

function introsOf(nodes: readonly Node[], { parent }: Node): string[] {
  return ancestry(nodes, parent).map(({ body }) => body.trim());
}

/** What a heading begins with that is the name of a unit, and not of what is to be done. */
const UNIT =
  /^(?:văn phòng|phòng(?!,? ?chống|,? ?ngừa| trào| bệnh)|công an|trung tâm|ban chỉ huy|ủy ban mặt trận|ubmttq|trạm y tế|(?:các )?(?:thôn|tổ dân phố)(?!\p{L})|bộ phận|công chức(?= [^,;:]{2,60}$))/u;
const LONGEST_UNIT = 90;

function ownerOf(nodes: readonly Node[], { parent }: Node): Item['owner'] {
  const above = ancestry(nodes, parent).find(
    ({ text, body }) =>
      text.length <= LONGEST_UNIT && UNIT.test(text) && fieldOf(body) < 0 && !/[.;%\d]/u.test(text.replace(/[.:;]$/u, '')),
  );
  return above === undefined ? null : { at: above.paragraph.at, text: trimmed(above.body) };
}

/** The role that holds at a line: the nearest above it, but nothing below «Tổ chức thực hiện» is a target or a task. */
function roleAt(nodes: readonly Node[], at: number): Role | null {
  const roles = ancestry(nodes, at).flatMap(({ heading }) => (heading?.role == null ? [] : [heading.role]));
  const [nearest] = roles;
  if (nearest === undefined) return null;
  if (roles.includes('other')) return nearest === 'targets' ? 'general' : 'other';
  return roles.includes('measures') ? 'measures' : nearest;
}

function ancestry(nodes: readonly Node[], at: number): Node[] {
  const above: Node[] = [];
  for (let node = nodes[at]; node !== undefined; node = nodes[node.parent]) above.push(node);
  return above;
}

function fieldAt(nodes: readonly Node[], fields: ReadonlyMap<number, string>, at: number): string {
  for (let place = at; place >= 0; place = nodes[place]?.parent ?? -1) {
    const field = place === at && nodes[at]?.heading === null ? undefined : fields.get(place);
    if (field !== undefined) return field;
  }
  return '';
}

/** Headings that name fields, and those of other words that stand in line with at least two of them. */
function fieldsOf(nodes: readonly Node[]): ReadonlyMap<number, string> {
  const rank = ({ parent, depth }: Node): string => `${parent}|${depth}`;
  const known = new Map<string, number>();
  for (const node of nodes) if (node.heading?.field != null) known.set(rank(node), (known.get(rank(node)) ?? 0) + 1);
  const fields = new Map<number, string>();
  for (const [at, node] of nodes.entries()) {
    const { heading } = node;
    if (heading === null) continue;
    const beside = heading.role === null && node.mark.kind !== 'none' && (known.get(rank(node)) ?? 0) >= 2;
    if (opensTasks(nodes, node)) continue;
    if (heading.field !== null) fields.set(at, heading.field);
    else if (beside) fields.set(at, trimmed(node.body));
  }
  return fields;
}

/** «a) Rà soát thủ tục hành chính:» under a field opens a list of tasks, and names no other field. */
function opensTasks(nodes: readonly Node[], { mark, loud, heading, parent }: Node): boolean {
  const isInner = ['letter', 'bullet', 'plus'].includes(mark.kind) && !loud && heading?.role === null;
  return isInner && ancestry(nodes, parent).some((above) => above.heading?.field != null);
}

/** The lines of a document as a tree; each annex and each paper in it begins anew, and what closes a letter is left out. */
function treeOf(paragraphs: readonly Paragraph[]): Node[] {
  const nodes: Node[] = [];
  let stack: number[] = [];
  let closed = false;
  for (const [at, paragraph] of paragraphs.entries()) {
    const line = lineOf(paragraph, paragraphs.slice(at + 1, at + 1 + SEEN_BEHIND));
    if (line.body.trim() === '') continue;
    if (opensPaper(line)) {
      [stack, closed] = [[], false];
      continue;
    }
    closed ||= CLOSING.test(line.text);
    if (closed) continue;
    const heading = headingOf(line);
    const above = stack.flatMap((place) => nodes.slice(place, place + 1));
    const depth = depthOf({ ...line, heading }, above, paragraphs[at + 1]);
    stack = stack.filter((place) => (nodes[place]?.depth ?? 0) < depth);
    nodes.push({ ...line, heading, depth, parent: stack[stack.length - 1] ?? -1 });
    if (depth < DEPTH.none) stack.push(nodes.length - 1);
  }
  return nodes;
}

/** «KẾ HOẠCH», «PHỤ LỤC II» on a line of their own, which may be the first of a paragraph. */
function opensPaper({ body, loud }: Line): boolean {
  const [first = ''] = body.trim().split('\n');
  return PAPER.test(folded(first)) && (loud || isCapitals(first));
}

type Line = Pick<Node, 'paragraph' | 'mark' | 'body' | 'text' | 'loud'>;

/** So many lines are looked at for the second of a list. */
const SEEN_BEHIND = 8;

function lineOf(paragraph: Paragraph, behind: readonly Paragraph[]): Line {
  const own = markOf(paragraph.text, paragraph.number);
  const mark =
    own.kind === 'letter'
      ? asRoman(
          own,
          behind.map(({ text, number }) => markOf(text, number)),
        )
      : own;
  const body = paragraph.text.slice(mark.from);
  const isBig = mark.kind === 'roman' || mark.kind === 'letter-big';
  return {
    paragraph,
    mark,
    body,
    text: folded(body),
    loud: isBig || isCapitals(body) || paragraph.bold || paragraph.heading !== null,
  };
}

/** What a line announces when it is a heading; `null` when it is none. */
function headingOf(line: Line): Heading | null {
  const inline = inlineBody(line.body);
  if (inline !== null) return { role: roleOf(inline.heading, true), field: null };
  if (line.text.length > LONGEST_HEADING || isListed(line)) return null;
  const role = roleOf(line.body, line.loud);
  const field = fieldIn(line);
  const isOne = line.loud ? isLoudHeading(line, role, field) : isQuietHeading(line, role);
  if (!isOne) return null;
  return { role: role ?? (line.mark.kind === 'roman' && field === null ? 'mixed' : null), field };
}

const ENDS = /[;.,]$/u;

/** A bullet is a heading only when it is short and names a role («* Mục tiêu:») or, in bold or with a colon, a field. */
function isListed({ mark, loud, text, body }: Line): boolean {
  if (mark.kind !== 'bullet' && mark.kind !== 'plus') return false;
  if (ENDS.test(text) || text.length > LONGEST_QUIET) return true;
  if (roleOf(body, false) !== null && text.length <= LONGEST_ROLE) return false;
  return !((loud || /:$/u.test(text)) && (roleOf(body, loud) !== null || fieldOf(body) >= 0));
}

function isLoudHeading({ mark, text }: Line, role: Role | null, field: string | null): boolean {
  if (mark.kind === 'roman' || mark.kind === 'letter-big' || !ENDS.test(text)) return true;
  return (role !== null || field !== null) && text.length <= LONGEST_QUIET;
}

function isQuietHeading({ mark, text }: Line, role: Role | null): boolean {
  if (mark.kind === 'bullet' || mark.kind === 'plus') return true;
  if (role !== null)
    return text.length <= LONGEST_ROLE || (mark.kind !== 'none' && !ENDS.test(text) && text.length <= LONGEST_QUIET);
  return (mark.kind === 'number' || mark.kind === 'letter') && !ENDS.test(text) && text.length <= LONGEST_QUIET;
}

function fieldIn({ mark, body, text }: Line): string | null {
  if (mark.kind === 'roman' && /mục tiêu|nhiệm vụ|chỉ tiêu|giải pháp/u.test(text)) return null;
  return fieldOf(body) >= 0 ? trimmed(body) : null;
}

function trimmed(text: string): string {
  return text.trim().replace(/[\s:.;]+$/u, '');
}

/** How deep a line stands below what is open above it. */
function depthOf(line: Omit<Node, 'depth' | 'parent'>, above: readonly Node[], next: Paragraph | undefined): number {
  const { mark, paragraph, heading } = line;
  if (mark.kind === 'none') return plainDepth(line, next);
  if (mark.place > 0) return numberedDepth(mark, heading, above);
  if (heading !== null) return heading.role === null ? LISTED_FIELD : LISTED_ROLE;
  return DEPTH[mark.kind] + (paragraph.number === '' ? 0 : Math.min(paragraph.level, 8));
}

function numberedDepth(mark: Mark, heading: Heading | null, above: readonly Node[]): number {
  const peers = above.filter((open) => open.mark.kind === mark.kind && open.mark.parts === mark.parts);
  const before = [...peers].reverse().find((open) => open.mark.place === mark.place - 1);
  const depth = DEPTH[mark.kind] + (mark.kind === 'number' ? mark.parts : 0);
  if (before !== undefined) return before.depth;
  const top = above[above.length - 1];
  if (top === undefined || top.depth < depth) return depth;
  const peer = peers[peers.length - 1];
  const alike = peer?.heading != null && heading !== null && sameSort(peer.heading, heading);
  // A list that begins again at 1 inside one of its kind, or under a heading that lies deeper, lies below that.
  if (mark.place === 1 && peer !== undefined && !alike) return top.depth + 1;
  const isUnder = peer === undefined && heading === null && top.heading !== null;
  return isUnder ? top.depth + 1 : depth;
}

/** Whether two headings announce the same sort of thing: then the second is no child of the first, whatever its number. */
function sameSort(one: Heading, other: Heading): boolean {
  return (one.field !== null && other.field !== null) || (one.role !== null && other.role !== null);
}

function plainDepth({ heading, paragraph, body }: Omit<Node, 'depth' | 'parent'>, next: Paragraph | undefined): number {
  if (heading !== null) return paragraph.heading === null ? UNNUMBERED : 10 + Math.min(paragraph.heading, 4) * 6;
  const leads = /:\s*$/u.test(body) && next !== undefined && ['bullet', 'plus'].includes(markOf(next.text, next.number).kind);
  return leads ? INTRODUCTION : DEPTH.none;
}
