import { render } from 'preact';
import { createActions } from './actions.ts';
import { App } from './app.tsx';
import { connect } from './connection.ts';
import { createStore } from './store.ts';

const place = document.getElementById('workbench');
if (place !== null) {
  hideToken(document.body.dataset['token'] ?? '');
  const store = createStore();
  const actions = createActions(store, connect(document.body.dataset));
  render(<App store={store} actions={actions} />, place);
}

/** The token leaves the address, which people show and copy; this tab alone remembers it, to be loaded again. */
function hideToken(token: string): void {
  try {
    sessionStorage.setItem('so-cchc', token);
    history.replaceState(null, '', '/');
  } catch {
    // Where nothing may be remembered the address stays, or the page could not be loaded again.
  }
}
