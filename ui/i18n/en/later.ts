import type { Catalog } from '../message.ts';

/** Names of the pages that are loaded later, and what several of them say. */
export const en = {
  'page.agents': 'Agents & trust',
  'page.agent': 'Agent',
  'page.quarantine': 'Quarantine',
  'page.events': 'Live events',
  'page.topics': 'Topics',
  'page.topic': 'Topic',
  'page.graph': 'Graph',
  'page.timeline': 'Timeline',
  'page.digests': 'Digests',
  'page.learning': 'Learning',
  'page.lab': 'Recall lab',
  'section.agents': 'About agents',
  'section.topics': 'About topics',
  'section.learning': 'About learning',
} as const satisfies Catalog;
