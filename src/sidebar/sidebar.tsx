import { render } from 'preact';
import { Page } from './page.tsx';

// For who brought this script here (`start.ts`, `scripts/sidebar-page.mjs`): it runs.
document.documentElement.dataset['started'] = '';

function start(): void {
  const place = document.getElementById('page');
  if (place !== null) render(<Page />, place);
}

/** After the whole document, because the script that says where to start is appended behind this one (`google/screen.ts`). */
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else setTimeout(start);
