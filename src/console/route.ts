// The address of what is shown: a view, what is chosen in it, and its filters, so that a link opens exactly that.
import { signal } from '@preact/signals';

/** `#/errors/provider-rate-limited?status=429` is the view `errors`, with a name and a query. */
export interface Route {
  view: string;
  /** What is chosen in the view; empty if nothing is. */
  name: string;
  query: Readonly<Record<string, string>>;
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

export function parseRoute(hash: string): Route {
  const [place = '', search = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const [view = '', ...rest] = place.split('/');
  return {
    view: decode(view),
    name: decode(rest.join('/')),
    query: Object.fromEntries(new URLSearchParams(search)),
  };
}

/** The link to a view; parts of the query that are empty are left out. */
export function linkTo(view: string, name = '', query: Record<string, string | undefined> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(given).toString();
  const place = name ? `${view}/${encodeURIComponent(name)}` : view;
  return `#/${place}${search ? `?${search}` : ''}`;
}

export const route = signal(parseRoute(location.hash));

addEventListener('hashchange', () => {
  route.value = parseRoute(location.hash);
});

/** Shows another address; with `replace`, "back" does not lead to the one before. */
export function go(link: string, { replace = false } = {}): void {
  if (!replace) {
    location.hash = link;
    return;
  }
  history.replaceState(null, '', link);
  route.value = parseRoute(link);
}

/** Changes parts of the query of what is shown. */
export const setQuery = (changes: Record<string, string | undefined>): void =>
  go(linkTo(route.value.view, route.value.name, { ...route.value.query, ...changes }), { replace: true });
