import type { PageFacts } from '../adapter.ts';
import { isShown } from '../dom/visibility.ts';
import { legacy } from './legacy.ts';
import { chatgptRoute } from './route.ts';
import { searchUnit } from './search-unit.ts';

const ACTIVE_PAGE = '[data-app-shell-active-page="true"]';
const UNTITLED = /^(?:ChatGPT|New chat)?$/;

const words = (element: Element | null | undefined): string | undefined =>
  element?.textContent?.replace(/\s+/g, ' ').trim() || undefined;

const sidebarTitle = (document: Document, conversation: string): string | undefined => {
  const id = CSS.escape(conversation);
  const row = document.querySelector(
    `[data-sidebar-chatgpt-conversation-key="chatgpt:conversation:${id}"], nav a[href$="/c/${id}"]`,
  );
  return words(row?.querySelector('[dir="auto"], .truncate') ?? row);
};

/** What is known of ChatGPT's pages. */
export const chatgptPage: PageFacts = {
  site: 'chatgpt',
  renderers: [searchUnit, legacy],
  route: chatgptRoute,
  root: (document) => [...document.querySelectorAll(ACTIVE_PAGE)].findLast(isShown) ?? document,
  title: (document, conversation) => {
    const title = document.title.replace(/^ChatGPT - /, '').trim();
    const listed = conversation === undefined ? undefined : sidebarTitle(document, conversation);
    return listed ?? (UNTITLED.test(title) ? undefined : title);
  },
  projectName: (document, id) =>
    words(
      document.querySelector(
        `a[href*="/g/${CSS.escape(id)}"][href$="/project"] .truncate, a[href*="/g/${CSS.escape(id)}"][href$="/project"]`,
      ),
    ),
  stopControl: '[data-testid="stop-button"]',
  composer:
    '#prompt-textarea, .ProseMirror[contenteditable], textarea[name="prompt"], #mobile-composer-prompt',
};
