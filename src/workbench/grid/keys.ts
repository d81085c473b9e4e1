/** What a key means in the grid. */
export type Act =
  | { readonly do: 'move'; readonly by: Move; readonly extend: boolean; readonly far: boolean }
  | { readonly do: 'edit' | 'clear' | 'undo' | 'cancel' | 'break' | 'list' | 'find' | 'all' }
  | { readonly do: 'commit'; readonly next: Move }
  | { readonly do: 'choose'; readonly step: 1 | -1 };

export type Move = 'up' | 'down' | 'left' | 'right' | 'home' | 'end' | 'page-up' | 'page-down';

/** 'quick': begun by typing over the cell, where arrows go on to the next cell; 'full': its text is being edited. */
export type Mode = 'ready' | 'quick' | 'full' | 'choosing';

type Key = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
};

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'home',
  End: 'end',
  PageUp: 'page-up',
  PageDown: 'page-down',
};
const READY: Readonly<Record<string, Act>> = {
  Enter: { do: 'edit' },
  F2: { do: 'edit' },
  Delete: { do: 'clear' },
  Backspace: { do: 'clear' },
};
const WITH_CONTROL: Readonly<Record<string, Act>> = { z: { do: 'undo' }, f: { do: 'find' }, a: { do: 'all' } };
const STEPS: Readonly<Record<string, Act>> = { ArrowDown: { do: 'choose', step: 1 }, ArrowUp: { do: 'choose', step: -1 } };

/** What the grid does at a key, or null where the field, or the browser, may have it. */
export function actOf(key: Key, mode: Mode): Act | null {
  return mode === 'ready' ? readyAct(key) : typingAct(key, mode);
}

function readyAct({ key, shiftKey, ctrlKey, metaKey, altKey }: Key): Act | null {
  if (altKey) return key === 'ArrowDown' ? { do: 'list' } : null;
  const by = MOVES[key];
  if (by !== undefined) return { do: 'move', by, extend: shiftKey, far: ctrlKey || metaKey };
  if (ctrlKey || metaKey) return WITH_CONTROL[key.toLowerCase()] ?? null;
  return READY[key] ?? null;
}

const TYPING: Readonly<Record<string, (key: Key) => Act>> = {
  Escape: () => ({ do: 'cancel' }),
  Enter: ({ shiftKey, altKey, ctrlKey }) =>
    altKey || ctrlKey ? { do: 'break' } : { do: 'commit', next: shiftKey ? 'up' : 'down' },
  Tab: ({ shiftKey }) => ({ do: 'commit', next: shiftKey ? 'left' : 'right' }),
};

function typingAct(pressed: Key, mode: Mode): Act | null {
  const { key, altKey } = pressed;
  const always = TYPING[key];
  if (always !== undefined) return always(pressed);
  if (altKey) return key === 'ArrowDown' ? { do: 'list' } : null;
  if (mode === 'choosing') return STEPS[key] ?? null;
  return mode === 'quick' ? leavingAct(pressed) : null;
}

function leavingAct({ key, shiftKey, ctrlKey }: Key): Act | null {
  const by = MOVES[key];
  return by !== undefined && key.startsWith('Arrow') && !shiftKey && !ctrlKey ? { do: 'commit', next: by } : null;
}
