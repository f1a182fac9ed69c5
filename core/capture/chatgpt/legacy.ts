import type { PageTurn, Renderer } from '../adapter.ts';
import { imageNames, labels, UNNAMED_IMAGE } from '../dom/names.ts';
import { readBlocks, readTyped } from '../dom/read-blocks.ts';
import { shownElements } from '../dom/visibility.ts';

const TURN = '[data-testid^="conversation-turn-"][data-turn], article[data-testid^="conversation-turn-"]';
const MESSAGE = '[data-message-author-role]';
const USER_TEXT = '.whitespace-pre-wrap, [data-testid="collapsible-user-message-content"]';
const ANSWER_TEXT = '.markdown, .puik-root, [data-writing-block]';
const FILES =
  '[class~="group/file-tile"] button[aria-label], [class~="group/file-tile"] .truncate.font-semibold';
const IMAGES =
  '[data-testid^="generated-image"] img, [class~="group/imagegen-image"] img, [id^="image-"] img';

/** Ids the page makes up before the server has given one. */
const MADE_UP = /^(?:request-|placeholder|local-)/;

const outermost = (elements: readonly Element[]): Element[] =>
  elements.filter((element) => !elements.some((other) => other !== element && other.contains(element)));

const identity = (id: string | null): Pick<PageTurn, 'id' | 'standIn'> =>
  !id ? {} : MADE_UP.test(id) ? { standIn: id } : { id };

const readMessage = (message: Element): PageTurn[] => {
  const role = message.getAttribute('data-message-author-role');
  if (role !== 'user' && role !== 'assistant') return [];
  const places = outermost([...message.querySelectorAll(role === 'user' ? USER_TEXT : ANSWER_TEXT)]);
  const read = role === 'user' ? readTyped : readBlocks;
  const model = message.getAttribute('data-message-model-slug');
  return [
    {
      role,
      ...identity(message.getAttribute('data-message-id')),
      blocks: places.flatMap((place) => read(place)),
      attachments: [
        ...labels(message, FILES, 'aria-label'),
        ...(role === 'user' ? imageNames(message, 'img[alt]') : imageNames(message, IMAGES, UNNAMED_IMAGE)),
      ],
      ...(model ? { model } : {}),
    },
  ];
};

const outsideMessages = (turn: Element): PageTurn[] => {
  const names = imageNames(turn, IMAGES, UNNAMED_IMAGE);
  if (names.length === 0) return [];
  return [
    { role: 'assistant', ...identity(turn.getAttribute('data-turn-id')), blocks: [], attachments: names },
  ];
};

/** ChatGPT's renderer from before 2026-09, still live: a section (before 2026-03 an article) per turn. */
export const legacy: Renderer = {
  name: 'legacy',
  units: (root) => {
    const turns = shownElements(root, TURN);
    return turns.length > 0 ? turns : shownElements(root, MESSAGE);
  },
  read: (unit) => {
    const messages = unit.matches(MESSAGE) ? [unit] : [...unit.querySelectorAll(MESSAGE)];
    return messages.length > 0 ? messages.flatMap(readMessage) : outsideMessages(unit);
  },
};
