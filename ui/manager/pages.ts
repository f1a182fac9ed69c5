import type { ComponentType } from 'preact';
import type { MessageKey } from '../i18n/i18n.ts';
import type { IconName } from '../icons.tsx';
import type { AppState } from './app-state.ts';
import { MemoriesPage } from './memories/memories-page.tsx';

export type PageProps = { readonly app: AppState; readonly id: string };

export type Page = {
  /** First part of the address: `#/id`. */
  readonly id: string;
  readonly title: MessageKey;
  /** Shown in the navigation with this icon; a page without one is reached from another page. */
  readonly icon?: IconName;
  /** Navigation entry that is marked while this page is shown; the page itself when left out. */
  readonly under?: string;
  /** True when the page shows one thing that the address names, so that no command leads to it. */
  readonly ofOne?: true;
  /** The page, loaded when it is first opened. */
  readonly load: () => Promise<ComponentType<PageProps>>;
};

/** Every page of the manager in the order of the navigation. A new page is one line here. */
export const PAGES: readonly Page[] = [
  { id: 'memories', title: 'page.memories', icon: 'memories', load: async () => MemoriesPage },
  {
    id: 'memory',
    title: 'page.memory',
    under: 'memories',
    ofOne: true,
    load: async () => (await import('./detail/detail-page.tsx')).DetailPage,
  },
  {
    id: 'topics',
    title: 'page.topics',
    icon: 'topics',
    load: async () => (await import('../topics/index.ts')).loadTopicsPage(),
  },
  {
    id: 'graph',
    title: 'page.graph',
    under: 'topics',
    load: async () => (await import('../topics/index.ts')).loadGraphPage(),
  },
  {
    id: 'timeline',
    title: 'page.timeline',
    under: 'topics',
    load: async () => (await import('../topics/index.ts')).loadTimelinePage(),
  },
  {
    id: 'digests',
    title: 'page.digests',
    under: 'topics',
    load: async () => (await import('../topics/index.ts')).loadDigestsPage(),
  },
  {
    id: 'agents',
    title: 'page.agents',
    icon: 'agents',
    load: async () => (await import('../trust/index.ts')).loadAgentsPage(),
  },
  {
    id: 'quarantine',
    title: 'page.quarantine',
    under: 'agents',
    load: async () => (await import('../trust/index.ts')).loadQuarantinePage(),
  },
  {
    id: 'events',
    title: 'page.events',
    under: 'agents',
    load: async () => (await import('../events/index.ts')).loadEventsPage(),
  },
  {
    id: 'learning',
    title: 'page.learning',
    icon: 'learning',
    load: async () => (await import('../learning/index.ts')).loadLearningPage(),
  },
  {
    id: 'lab',
    title: 'page.lab',
    under: 'learning',
    load: async () => (await import('../lab/index.ts')).loadLabPage(),
  },
  {
    id: 'transfer',
    title: 'page.transfer',
    icon: 'transfer',
    load: async () => (await import('./transfer/transfer-page.tsx')).TransferPage,
  },
  {
    id: 'privacy',
    title: 'page.privacy',
    icon: 'privacy',
    load: async () => (await import('./privacy/privacy-page.tsx')).PrivacyPage,
  },
  {
    id: 'health',
    title: 'page.health',
    icon: 'health',
    load: async () => (await import('./system/health-page.tsx')).HealthPage,
  },
  {
    id: 'settings',
    title: 'page.settings',
    icon: 'settings',
    load: async () => (await import('./system/settings-page.tsx')).SettingsPage,
  },
];

/** The page of an address; an unknown one leads to the memories. */
export const pageOf = (id: string): Page => PAGES.find((page) => page.id === id) ?? (PAGES[0] as Page);
