import type { ReplicaSite } from '../model.ts';
import { App } from './app.ts';

const site = document.body.dataset['replicaSite'] as ReplicaSite;
const key = `replica-renderer-${site}`;

// The renderer is chosen by the address once, then kept by the tab, so that addresses look like the site's own.
const url = new URL(location.href);
const asked = url.searchParams.get('renderer');
if (asked) {
  sessionStorage.setItem(key, asked);
  url.searchParams.delete('renderer');
  history.replaceState({}, '', url.pathname + url.search.replace(/=(?=&|$)/g, ''));
}
new App(site, sessionStorage.getItem(key) ?? '');
