import type { ReplicaSite } from '../model.ts';
import type { Chat, Listed } from './chat.ts';
import { h, ICONS, icon } from './dom.ts';
import { base } from './http.ts';
import type { Route } from './routes.ts';
import { pathOf } from './routes.ts';

const PROJECT_NAME = 'Kitchen garden';

const projectSlug = (site: ReplicaSite, id: string): string =>
  site === 'chatgpt' ? `${id}-kitchen-garden` : id;

/** Attributes that the real sidebars carry and that mislead readers looking for the transcript. */
const DECOY = {
  chatgpt: { 'data-app-action-sidebar-scroll': '', class: 'sidebar overflow-y-auto' },
  claude: { class: 'sidebar overflow-y-scroll overflow-x-hidden pt-6 flex-1' },
} as const;

const rowOf = (
  site: ReplicaSite,
  listed: Listed,
  current: boolean,
  go: (route: Route) => void,
): HTMLElement => {
  const project = listed.projectId === undefined ? undefined : projectSlug(site, listed.projectId);
  const route: Route = { conversation: listed.id, project, temporary: false };
  const link = h(
    'a',
    {
      href: base + pathOf(site, route),
      'aria-current': current ? 'page' : undefined,
      draggable: 'false',
      'data-row-main-button': site === 'claude' ? '' : undefined,
      'data-sidebar-item': site === 'chatgpt' ? 'true' : undefined,
    },
    h('span', { dir: 'auto', class: 'truncate' }, listed.title),
  );
  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    go(route);
  });
  return h(
    'div',
    site === 'chatgpt'
      ? { 'data-sidebar-chatgpt-conversation-key': `chatgpt:conversation:${listed.id}` }
      : { 'data-row-key': `chat:${listed.id}` },
    link,
  );
};

const link = (site: ReplicaSite, label: string, path: string, route: Route, go: (route: Route) => void) => {
  const element = h('a', { href: base + pathOf(site, route), class: 'side-action' }, icon(path), label);
  element.addEventListener('click', (event) => {
    event.preventDefault();
    go(route);
  });
  return element;
};

/** Rewrites the sidebar: new chat, temporary chat, the project, the conversations. */
export const fillSidebar = (
  nav: HTMLElement,
  site: ReplicaSite,
  listed: readonly Listed[],
  chat: Chat,
  projectId: string,
  go: (route: Route) => void,
): void => {
  for (const [name, value] of Object.entries(DECOY[site])) nav.setAttribute(name, value);
  const fresh: Route = { conversation: undefined, project: undefined, temporary: false };
  const isListed = listed.some(({ id }) => id === chat.id);
  const rows =
    chat.id && !chat.temporary && !isListed
      ? [{ id: chat.id, title: chat.title, projectId: chat.project?.id }, ...listed]
      : listed;
  nav.replaceChildren(
    h(
      'div',
      { class: 'brand' },
      site === 'chatgpt' ? 'ChatGPT' : 'Claude',
      h('span', { class: 'tag' }, 'replica'),
    ),
    link(site, 'New chat', ICONS.plus, fresh, go),
    link(
      site,
      site === 'chatgpt' ? 'Temporary chat' : 'Incognito chat',
      ICONS.ghost,
      { ...fresh, temporary: true },
      go,
    ),
    h('h2', { class: 'side-heading' }, 'Projects'),
    link(site, PROJECT_NAME, ICONS.sun, { ...fresh, project: projectSlug(site, projectId) }, go),
    h('h2', { class: 'side-heading' }, 'Chats'),
    h(
      'div',
      { 'data-sidebar-project-container-id': site === 'chatgpt' ? 'chats' : undefined, class: 'rows' },
      ...rows.map((row) => rowOf(site, row, row.id === chat.id, go)),
    ),
  );
};
