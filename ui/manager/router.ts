import { signal } from '@preact/signals';

/** Where the manager is: `#/memory/12?x=y` is page `memory`, id `12`, params `x=y`. */
export type Route = { readonly page: string; readonly id: string; readonly params: URLSearchParams };

export const parseRoute = (hash: string): Route => {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page = '', id = ''] = path.split('/');
  return { page: page || 'memories', id: decodeURIComponent(id), params: new URLSearchParams(query) };
};

export const route = signal<Route>(parseRoute(''));

/** Follows the address from now on. Call once, before the first render. */
export const followAddress = (): void => {
  const read = () => {
    route.value = parseRoute(location.hash);
  };
  read();
  addEventListener('hashchange', read);
};

export const hrefOf = (page: string, params?: URLSearchParams): string => {
  const query = params?.toString() ?? '';
  return query === '' ? `#/${page}` : `#/${page}?${query}`;
};

export const navigate = (href: string): void => {
  location.hash = href;
};

/** Changes the parameters of the page in place, without a step in the history. */
export const replaceParams = (params: URLSearchParams): void => {
  const { page, id } = route.value;
  const href = hrefOf(id === '' ? page : `${page}/${encodeURIComponent(id)}`, params);
  history.replaceState(history.state, '', href);
  route.value = parseRoute(href);
};
