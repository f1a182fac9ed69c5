import type { PageFacts } from '../adapter.ts';
import { hub } from './hub.ts';
import { older } from './older.ts';
import { claudeRoute } from './route.ts';

const SUFFIX = / [-–—|] Claude$/;

const words = (element: Element | null | undefined): string | undefined =>
  element?.textContent?.replace(/\s+/g, ' ').trim() || undefined;

/** What is known of Claude's pages. */
export const claudePage: PageFacts = {
  site: 'claude',
  renderers: [hub, older],
  route: claudeRoute,
  root: (document) => document,
  title: (document, conversation) => {
    if (SUFFIX.test(document.title)) return document.title.replace(SUFFIX, '').trim() || undefined;
    const header = words(
      document.querySelector('[data-testid="chat-title-button"], [data-testid="chat-title-split"]'),
    );
    const row =
      conversation === undefined
        ? undefined
        : words(document.querySelector(`a[data-row-main-button][href="/chat/${CSS.escape(conversation)}"]`));
    return (
      header ??
      row ??
      (/^(?:New chat|Claude)?$/.test(document.title.trim()) ? undefined : document.title.trim())
    );
  },
  projectName: (document, id) => words(document.querySelector(`a[href$="/project/${CSS.escape(id)}"]`)),
  stopControl: '[data-testid="chat-input-stop"], button[aria-label="Stop response"]',
  composer: '[data-testid="chat-input"], .ProseMirror[contenteditable]',
  temporaryMark:
    '[data-testid="incognito-mode-toggle"][aria-pressed="true"], [data-testid="incognito-chat-banner"]',
};
