import type { en } from '../en/later.ts';
import type { Translation } from '../message.ts';

export const fr: Translation<typeof en> = {
  'page.agents': 'Agents et confiance',
  'page.agent': 'Agent',
  'page.quarantine': 'Quarantaine',
  'page.events': 'Événements',
  'page.topics': 'Sujets',
  'page.topic': 'Sujet',
  'page.graph': 'Graphe',
  'page.timeline': 'Chronologie',
  'page.digests': 'Résumés',
  'page.learning': 'Apprentissage',
  'page.lab': 'Labo de recherche',
  'section.agents': 'À propos des agents',
  'section.topics': 'À propos des sujets',
  'section.learning': 'À propos de l’apprentissage',
};
