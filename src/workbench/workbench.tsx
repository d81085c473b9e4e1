import { render } from 'preact';
import { App } from './app.tsx';
import { connect } from './connection.ts';
import { createDesk } from './desk.ts';
import { createStore } from './store.ts';

const place = document.getElementById('workbench');
if (place !== null) {
  const store = createStore();
  const desk = createDesk(store, connect(document.body.dataset));
  render(<App store={store} desk={desk} />, place);
}
