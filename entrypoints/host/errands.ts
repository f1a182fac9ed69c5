import * as v from 'valibot';
import type { VaultApi } from '../../core/model/vault-api.ts';

const text = (longest: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(longest));

/** What the browser's own menus and address bar want of the vault. Only the background may ask, never a page. */
export const ErrandSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('remember'),
    text: text(1_000_000),
    title: v.pipe(v.string(), v.maxLength(2_000)),
    url: v.pipe(v.string(), v.maxLength(4_000)),
  }),
  v.strictObject({ type: v.literal('suggest'), query: text(1_000) }),
  v.strictObject({ type: v.literal('exclude'), site: text(40) }),
]);
export type Errand = v.InferOutput<typeof ErrandSchema>;

/** A memory for the address bar: where it opens, and its words. */
export type Suggestion = { readonly hash: string; readonly title: string; readonly snippet: string };
export type ErrandOutcome = { readonly done: boolean; readonly suggestions: readonly Suggestion[] };

export type RunErrand = (errand: Errand) => Promise<ErrandOutcome>;

export type ErrandVault = Pick<VaultApi, 'addNote' | 'search' | 'settings' | 'changeSettings'>;

const SUGGESTIONS = 6;
const DONE: ErrandOutcome = { done: true, suggestions: [] };

/** True for the extension's own background: it has no tab, whatever a content script claims. */
export const isOwnBackground = (
  sender: Pick<chrome.runtime.MessageSender, 'id' | 'tab'>,
  ownId: string,
): boolean => sender.id === ownId && sender.tab === undefined;

/** Runs one errand. Rejects when the vault does. */
export const runErrand = async (vault: ErrandVault, errand: Errand): Promise<ErrandOutcome> => {
  switch (errand.type) {
    case 'remember': {
      const kept = await vault.addNote(errand.text, errand.title, errand.url);
      return { done: kept.ok, suggestions: [] };
    }
    case 'exclude': {
      const { excludedSites } = await vault.settings();
      await vault.changeSettings({ excludedSites: [...new Set([...excludedSites, errand.site])] });
      return DONE;
    }
    case 'suggest': {
      const { hits } = await vault.search({ query: errand.query, limit: SUGGESTIONS });
      const suggestions = hits.map(({ row, snippet }) => ({
        hash: `#/memory/${row.seq}?q=${encodeURIComponent(errand.query)}`,
        title: row.title,
        snippet,
      }));
      return { done: true, suggestions };
    }
  }
};
