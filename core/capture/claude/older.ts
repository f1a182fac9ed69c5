import type { PageTurn, Renderer } from '../adapter.ts';
import { readTyped } from '../dom/read-blocks.ts';
import { shownElements } from '../dom/visibility.ts';
import { artifactNames, fileNames, readAnswerWords, readThinking } from './answer-words.ts';

const USER = '[data-testid="user-message"]';
const ANSWER = '[data-is-streaming], .font-claude-response, .font-claude-message';
/** The open artifact is shown beside the conversation with the classes of an answer. */
const PANEL = '#markdown-artifact, [data-skill-file-viewer], #wiggle-file-content, [class*="artifact-block"]';
const ROW = '[data-test-render-count], [role="article"]';

const POSITION = /(\d+)\D+(\d+)\s*$/;

/** `Message 3 of 12`: the place of a turn, where the row is an article. */
const placeOf = (unit: Element): Pick<PageTurn, 'order' | 'total'> => {
  const article = unit.closest('[role="article"]');
  const size = article?.getAttribute('aria-setsize');
  const position = article?.getAttribute('aria-posinset');
  if (size && position) return { order: Number(position) - 1, total: Number(size) };
  const [, at, of] = POSITION.exec(article?.getAttribute('aria-label') ?? '') ?? [];
  return at && of && Number(at) >= 1 && Number(at) <= Number(of)
    ? { order: Number(at) - 1, total: Number(of) }
    : {};
};

const readUser = (unit: Element): PageTurn => ({
  role: 'user',
  ...placeOf(unit),
  blocks: readTyped(unit),
  attachments: fileNames(unit.closest(ROW) ?? unit),
});

const readAnswer = (unit: Element): PageTurn => {
  const streaming = unit.matches('[data-is-streaming]')
    ? unit
    : (unit.closest('[data-is-streaming]') ?? unit.querySelector('[data-is-streaming]'));
  const state = streaming?.getAttribute('data-is-streaming');
  const thinking = readThinking(unit);
  return {
    role: 'assistant',
    ...placeOf(unit),
    blocks: readAnswerWords(unit),
    ...(thinking.length > 0 ? { thinking } : {}),
    attachments: artifactNames(unit),
    ...(state === 'true' ? { partial: true } : state === 'false' ? { partial: false } : {}),
  };
};

/** Claude's renderer up to 2026-09, still live for some accounts: no message ids in the page. */
export const older: Renderer = {
  name: 'older',
  units: (root) => {
    const found = shownElements(root, `${USER}, ${ANSWER}`).filter((element) => !element.closest(PANEL));
    const outer = found.filter(
      (element) => !found.some((other) => other !== element && other.contains(element)),
    );
    const inRows = outer.filter((element) => element.closest(ROW));
    return inRows.length > 0 ? inRows : outer;
  },
  read: (unit) => [unit.matches(USER) ? readUser(unit) : readAnswer(unit)],
};
