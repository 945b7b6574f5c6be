// The frame of the page: navigation, the bar with clock and account, and the view that the address names.
import { useEffect, useRef } from 'preact/hooks';
import { Messages } from './parts/messages.tsx';
import { TopBar } from './parts/top-bar.tsx';
import { TroubleBar } from './parts/trouble-bar.tsx';
import { go, linkTo, route } from './route.ts';
import { tell } from './state/messages.ts';
import { session } from './state/session.ts';
import { isView, type ViewName, views } from './views.ts';
import './state/connection.ts';
import './state/display.ts';

const FIRST_VIEW: ViewName = 'connectors';

export function App() {
  const { view } = route.value;
  const name = isView(view) ? view : undefined;
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);

  useEffect(() => {
    if (!name) {
      if (view) tell(`The console has no view “${view.slice(0, 40)}”: these are the connectors.`, 'problem');
      go(linkTo(FIRST_VIEW), { replace: true });
      return;
    }
    document.title = `${views[name].title} · cloudglue-mock console`;
    // Whoever uses the keyboard or listens goes on in the new view; at the start nothing is taken from the page.
    if (!isFirst.current) main.current?.querySelector('h1')?.focus();
    isFirst.current = false;
  }, [name]);

  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.querySelector('h1')?.focus()}>
        Skip to the content
      </button>
      <TopBar />
      <Navigation current={name} />
      <main ref={main}>
        <TroubleBar />
        {name && <ViewFrame key={`${name} ${session.key.value}`} name={name} />}
      </main>
      <Messages />
    </>
  );
}

function ViewFrame({ name }: { name: ViewName }) {
  const { title, about, component: View } = views[name];
  return (
    <>
      <hgroup>
        <h1 tabIndex={-1}>{title}</h1>
        <p>{about}</p>
      </hgroup>
      <View />
    </>
  );
}

function Navigation({ current }: { current: ViewName | undefined }) {
  const list = useRef<HTMLUListElement>(null);
  // On a narrow screen the navigation scrolls sideways.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <nav aria-label="Views">
      <ul ref={list}>
        {(Object.keys(views) as ViewName[]).map((name) => (
          <li key={name}>
            <a href={linkTo(name)} aria-current={name === current ? 'page' : undefined}>
              {views[name].title}
            </a>
          </li>
        ))}
      </ul>
      <p class="docs">
        <a href="/docs" target="_blank" rel="noreferrer">
          API document
        </a>
      </p>
    </nav>
  );
}
