import type { TargetedClipboardEvent, TargetedKeyboardEvent } from 'preact';
import { GRID } from '../../words/pages/workbench.ts';
import type { PageActions } from '../actions.ts';
import type { AreaView, Typing } from '../protocol.ts';
import { areaOf, cellAt, guardAt, refusesAny, type Sheet, type Spot, seenLines, typedText } from '../sheet.ts';
import { cellKey, type State, type Store, sayRefusal, select } from '../store.ts';
import type { Drafting } from './drafting.ts';
import { copyText, emptying, pasting } from './exchange.ts';
import type { DraftLine, FieldRef } from './field.tsx';
import { type Act, actOf, type Move } from './keys.ts';
import { movedSpot } from './moves.ts';

type Parts = {
  readonly sheet: Sheet;
  readonly state: State;
  readonly actions: PageActions;
  readonly store: Store;
  readonly onFind: () => void;
  /** All lines that can be gone to. */
  readonly rows: readonly number[];
  readonly drafting: Drafting;
  /** The next drawing gives the focus to the field. */
  readonly take: () => void;
  readonly field: FieldRef;
  /** The field is going with its line to another place: that it loses the focus on the way means nothing. */
  readonly isFollowing: () => boolean;
};

/** What keys, the clipboard and the loss of focus do in the field of the active cell. */
export function fieldHandlers(parts: Parts) {
  const { drafting } = parts;
  const operations = operationsOf(parts);
  const clipboard = clipboardOf(parts, operations);
  return {
    ...operations,
    field: {
      ...clipboard,
      onInput: (text: string) => {
        const blocked = operations.blocked();
        if (blocked === null) drafting.type(text);
        else sayRefusal(parts.store, blocked);
      },
      // A person who looks into another window goes on typing afterwards.
      onBlur: () => {
        if (document.hasFocus() && !parts.isFollowing()) operations.commit();
      },
      onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>) => {
        // These keys belong to the keyboard that composes a letter.
        if (event.isComposing || event.keyCode === 229) return;
        const act = actOf(event, drafting.mode);
        if (act !== null) {
          event.preventDefault();
          operations.perform(act);
        } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && drafting.draft === null) {
          const blocked = operations.blocked();
          if (blocked !== null) sayRefusal(parts.store, blocked);
        }
      },
    },
  };
}

type Operations = ReturnType<typeof operationsOf>;

function operationsOf(parts: Parts) {
  const { sheet, state, store, drafting } = parts;
  const { active, anchor } = state.selection;
  const heldText = (spot: Spot = active): string => state.pending.get(cellKey(sheet.id, spot)) ?? typedText(cellAt(sheet, spot));
  const go = (to: Spot, from: Spot = to) => {
    parts.take();
    select(store, to, from);
  };
  const write = (typings: readonly Typing[]) => writeAll(parts, typings);
  /** Why the active cell cannot be typed into. */
  const blocked = (): string | null => {
    if (cellAt(sheet, active).f === true) return GRID.formula;
    return guardAt(sheet, active) === 'refused' ? GRID.refused : null;
  };
  const save = (text: string | null) => {
    const line = drafting.line();
    drafting.end();
    if (text !== null && text !== heldText()) writeDraft(parts, text, line);
  };
  const moved = (by: Move, from: Spot, far = false) => movedSpot({ sheet, rows: parts.rows }, from, { by, far });
  const begin = () => {
    const why = blocked();
    if (why === null) drafting.begin(heldText());
    else sayRefusal(store, why);
  };
  const simple: Readonly<Record<Exclude<Act['do'], 'move' | 'commit' | 'choose'>, () => void>> = {
    edit: begin,
    clear: () => write(emptying(areaOf(active, anchor), parts.rows)),
    undo: () => void parts.actions.undo(),
    find: parts.onFind,
    cancel: drafting.end,
    break: () => breakLine(parts),
    list: () => (blocked() === null ? drafting.open(drafting.draft?.text ?? heldText()) : begin()),
    all: () => select(store, active, { row: parts.rows[parts.rows.length - 1] ?? 1, column: sheet.columns }),
  };
  return {
    blocked,
    begin,
    heldText,
    write,
    area: () => areaOf(active, anchor),
    commit: () => save(drafting.text()),
    choose: (text: string) => save(text),
    perform: (act: Act) => {
      if (act.do === 'move') {
        const to = moved(act.by, active, act.far);
        go(to, act.extend ? anchor : to);
      } else if (act.do === 'commit') {
        save(drafting.text());
        go(moved(act.next, active));
      } else if (act.do === 'choose') drafting.step(act.step);
      else simple[act.do]();
    },
  };
}

/** Into the line that was meant when it was begun, wherever it stands now. */
function writeDraft({ sheet, state, store, actions }: Parts, text: string, { row, seen }: DraftLine): void {
  const { active } = state.selection;
  if (refusesAny(sheet, { ...active, rows: 1, columns: 1 })) sayRefusal(store, GRID.refused);
  else actions.type(sheet.id, { row, column: active.column, rows: [[text]] }, { seen, at: [active.row] });
}

/** All of a block, or nothing of it. */
function writeAll({ sheet, store, actions }: Parts, typings: readonly Typing[]): void {
  if (typings.some((typing) => refusesAny(sheet, areaTyped(typing)))) sayRefusal(store, GRID.refused);
  else
    actions.typeAll(
      sheet.id,
      typings.map((typing) => {
        const at = typing.rows.map((_, down) => typing.row + down);
        return { typing, seen: seenLines(sheet, at), at };
      }),
    );
}

const areaTyped = ({ row, column, rows }: Typing): AreaView => ({
  row,
  column,
  rows: rows.length,
  columns: Math.max(0, ...rows.map((texts) => texts.length)),
});

/** A line break within a cell; a field of one line takes none. */
function breakLine({ field, drafting }: Parts): void {
  const box = field.current;
  if (box === null || box.tagName !== 'TEXTAREA') return;
  box.setRangeText('\n', box.selectionStart ?? 0, box.selectionEnd ?? 0, 'end');
  drafting.type(box.value);
}

function clipboardOf(parts: Parts, operations: Operations) {
  const copy = (event: TargetedClipboardEvent<HTMLElement>): boolean => {
    // While a text is being typed, its letters are copied, not the cell.
    if (parts.drafting.draft !== null) return false;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', copyText(parts.sheet, operations.area(), parts.rows));
    return true;
  };
  return {
    onCopy: (event: TargetedClipboardEvent<HTMLElement>) => void copy(event),
    onCut: (event: TargetedClipboardEvent<HTMLElement>) => {
      if (copy(event)) operations.perform({ do: 'clear' });
    },
    onPaste: (event: TargetedClipboardEvent<HTMLElement>) => {
      if (parts.drafting.draft !== null) return;
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const typings = text === '' ? [] : pasting(text, operations.area(), parts.rows);
      if (typings === null) sayRefusal(parts.store, GRID.tooLarge);
      else operations.write(typings);
    },
  };
}
