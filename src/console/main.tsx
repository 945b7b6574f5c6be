// The console: a page of the mock that shows an account and drives it. What it does goes over documented operations.
import { render } from 'preact';
import { App } from './app.tsx';

document.body.replaceChildren();
render(<App />, document.body);
