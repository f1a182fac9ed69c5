import type { PageTurn, Renderer } from '../adapter.ts';
import type { Block } from '../dom/blocks.ts';
import { imageNames, labels, UNNAMED_IMAGE } from '../dom/names.ts';
import { readBlocks, readTyped } from '../dom/read-blocks.ts';
import { shownElements } from '../dom/visibility.ts';

const UNIT = '[data-chatgpt-search-message-ids]';
/** An answer without a unit, such as one of images only: what holds the heading for screen readers. */
const BARE_ANSWER = ':has(> [data-conversation-role="assistant"])';
const USER_TEXT = '[data-user-message-bubble] .whitespace-pre-wrap, [data-markdown-text-tone="user-message"]';
const ANSWER_TEXT =
  '[data-markdown-text-style="assistant-message"], [data-markdown-copy="rich-block"] [data-markdown-copy-content]';
const IMAGES = '[data-testid="generated-image-preview"] img';
const FILES = '[class~="group/resource-card"] > button[aria-label]';

const outermost = (elements: readonly Element[]): Element[] =>
  elements.filter((element) => !elements.some((other) => other !== element && other.contains(element)));

const idOf = (unit: Element): string | undefined =>
  unit.getAttribute('data-chatgpt-search-message-ids')?.trim().split(/\s+/).at(-1) || undefined;

/** The answer that is not stored yet is keyed by its question. */
const PENDING = /-answer$/;

const isUser = (unit: Element): boolean =>
  unit.matches('[class~="group/user-message"], [data-chatgpt-search-unit-key$=":user"]') ||
  (unit.querySelector('[data-user-message-bubble]') !== null &&
    unit.querySelector('[data-conversation-role="assistant"]') === null);

const readUser = (unit: Element): PageTurn => {
  const bubble = unit.querySelector('[data-user-message-bubble]');
  const texts = outermost([...unit.querySelectorAll(USER_TEXT)]);
  const places = texts.length > 0 ? texts : bubble ? [bubble] : [];
  const id = idOf(unit);
  return {
    role: 'user',
    ...(id ? { id } : {}),
    blocks: places.flatMap(readTyped),
    attachments: [...labels(unit, FILES, 'aria-label'), ...imageNames(unit, 'img[alt]')],
  };
};

const readAnswer = (unit: Element): PageTurn[] => {
  const question = unit.closest('[data-turn-key]')?.getAttribute('data-turn-key') ?? undefined;
  const last = idOf(unit) ?? (question && `${question}-answer`);
  const blocksById = new Map<string | undefined, Block[]>();
  for (const place of outermost([...unit.querySelectorAll(ANSWER_TEXT)])) {
    const id = place
      .closest('[data-chatgpt-selection-message-id]')
      ?.getAttribute('data-chatgpt-selection-message-id');
    const key = id ?? last;
    blocksById.set(key, [...(blocksById.get(key) ?? []), ...readBlocks(place)]);
  }
  if (!blocksById.has(last)) blocksById.set(last, []);
  const attachments = [...imageNames(unit, IMAGES, UNNAMED_IMAGE), ...labels(unit, FILES, 'aria-label')];
  return [...blocksById].map(([id, blocks]) => ({
    role: 'assistant',
    ...(id === undefined ? {} : PENDING.test(id) ? { standIn: id } : { id }),
    blocks,
    ...(question === undefined ? {} : { parentId: question }),
    ...(id === last ? { attachments } : {}),
  }));
};

/** ChatGPT's app shell since 2026-09: one element per exchange, sides told apart by search units. */
export const searchUnit: Renderer = {
  name: 'search-unit',
  units: (root) => {
    const units = shownElements(root, `${UNIT}, ${BARE_ANSWER}`);
    // A heading deeper inside of a unit makes no other unit.
    return units.filter((unit) => unit.matches(UNIT) || !unit.closest(UNIT));
  },
  read: (unit) => (isUser(unit) ? [readUser(unit)] : readAnswer(unit)),
};
