import { TOO_OLD } from '../words/pages/sidebar.ts';

// Stands behind the page's own script (`scripts/sidebar-page.mjs`), which has not run where the browser could not read it.
if (document.documentElement.dataset['started'] === undefined) document.getElementById('page')?.append(TOO_OLD);
