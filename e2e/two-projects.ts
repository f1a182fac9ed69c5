import type { Page } from '@playwright/test';
import { type Chat, remember } from './remember.ts';

export const QUERY = 'valve of the pump';

const COLOURS = 'amber azure beige black bronze copper coral cream crimson ebony green grey'.split(' ');
const TREES = 'alder apple ash beech birch cedar cherry elm hazel larch maple oak'.split(' ');

/** Chats of two projects that say as much of the query: only where the person is can tell them apart. */
const chatsOf = (project: string, words: readonly string[]): Chat[] =>
  words.map((word, index) => ({
    id: `${project}-${index}`,
    title: `${project} ${index}`,
    project,
    // No two are alike, else one would be folded under the other.
    said: [`The valve of the pump stands by the ${word} ${words[(index + 5) % words.length]} tank.`],
  }));
export const BOATHOUSE = chatsOf('Boathouse', COLOURS);
export const GREENHOUSE = chatsOf('Greenhouse', TREES);

export const capture = async (vaultPage: Page, chats: readonly Chat[]): Promise<void> => {
  for (const chat of chats) await remember(vaultPage, chat);
};

/** Copies every result of one search: each is a signal, as bursts on one result are not. Answers the signals there are. */
export const useEverything = (vaultPage: Page, query = QUERY): Promise<number> =>
  vaultPage.evaluate(async (asked) => {
    const { impression = '', hits } = await window.vault.search({ query: asked, limit: 40 });
    for (const { row } of hits) await window.vault.signal(impression, row.seq, 'copy');
    return (await window.vault.learning()).signals;
  }, query);

/** Numbers of what a search finds, best first. */
export const found = (vaultPage: Page, order?: 'plain'): Promise<number[]> =>
  vaultPage.evaluate(
    async ([query, wanted]) => {
      const { hits } = await window.vault.search({ query, limit: 40, ...(wanted ? { order: wanted } : {}) });
      return hits.map(({ row }) => row.seq);
    },
    [QUERY, order] as const,
  );
