import type { en } from '../en/later.ts';
import type { Translation } from '../message.ts';

export const de: Translation<typeof en> = {
  'page.agents': 'Agenten & Vertrauen',
  'page.agent': 'Agent',
  'page.quarantine': 'Quarantäne',
  'page.events': 'Ereignisse',
  'page.topics': 'Themen',
  'page.topic': 'Thema',
  'page.graph': 'Graph',
  'page.timeline': 'Zeitleiste',
  'page.digests': 'Rückblicke',
  'page.learning': 'Lernen',
  'page.lab': 'Suchlabor',
  'section.agents': 'Rund um Agenten',
  'section.topics': 'Rund um Themen',
  'section.learning': 'Rund ums Lernen',
};
