import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { GRID } from '../../words/pages/workbench.ts';
import type { TabHead } from '../protocol.ts';

type Props = { readonly tabs: readonly TabHead[]; readonly open: number; readonly onOpen: (tab: number) => void };

/** The tabs of the workbook; hidden ones come when asked for. */
export function Tabs({ tabs, open, onOpen }: Props) {
  const [all, setAll] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const shown = tabs.filter((tab) => all || !tab.hidden || tab.id === open);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [open, all]);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons[(to + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div class="tabs">
      <div role="tablist" aria-label={GRID.tabs} ref={list} onKeyDown={onKeyDown}>
        {shown.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`tab-${tab.id}`}
            aria-selected={tab.id === open}
            aria-controls="sheet"
            tabIndex={tab.id === open ? 0 : -1}
            class={tab.hidden ? 'hidden-tab' : undefined}
            style={tab.color === null ? undefined : { borderBottomColor: tab.color }}
            onClick={() => onOpen(tab.id)}
          >
            {tab.name}
          </button>
        ))}
      </div>
      {tabs.some((tab) => tab.hidden) && (
        <button type="button" class="quiet" onClick={() => setAll(!all)}>
          {all ? GRID.hideHidden : GRID.showHidden}
        </button>
      )}
    </div>
  );
}
