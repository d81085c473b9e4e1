import type { ComponentChildren } from 'preact';

type Props = { id: string; title: string; count: number; empty: string; children: ComponentChildren };

/** A part of the page under its heading, which can take the focus when a menu item asks for it; says so when there is nothing. */
export function Section({ id, title, count, empty, children }: Props) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {count === 0 ? <p class="empty">{empty}</p> : children}
    </section>
  );
}
