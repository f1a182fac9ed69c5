import type { Block } from '../dom/blocks.ts';
import { imageNames, labels } from '../dom/names.ts';
import { readBlocks } from '../dom/read-blocks.ts';

const WORDS = '[data-perf-reply-text], .standard-markdown, .progressive-markdown';
const ARTIFACT = '.artifact-block-cell';
/** Cards, panels and steps that stand between the words of an answer. */
const ASIDE =
  '[class*="artifact-block"], #markdown-artifact, [data-skill-file-viewer], [data-cds="TurnStatus"], [data-cds="MessageActions"]';
const THINKING_TEXT = '[data-timeline-text]';

const outermost = (elements: readonly Element[]): Element[] =>
  elements.filter((element) => !elements.some((other) => other !== element && other.contains(element)));

/** Rows that hold thinking: the first of two grid rows, or whatever is marked as a timeline. */
const isThinking = (element: Element, answer: Element): boolean => {
  if (element.closest(THINKING_TEXT)) return true;
  for (
    let row = element.closest('.row-start-1');
    row && answer.contains(row);
    row = row.parentElement?.closest('.row-start-1') ?? null
  ) {
    const siblings = [...(row.parentElement?.children ?? [])];
    if (siblings.some((sibling) => sibling !== row && sibling.matches('.row-start-2'))) return true;
    if (row.querySelector(':scope > button[aria-expanded], :scope > div > button[aria-expanded]'))
      return true;
  }
  return false;
};

/** Builds before `.standard-markdown` had unnamed grids of paragraphs. */
const unnamedPlaces = (answer: Element): Element[] => {
  const paragraphs = [...answer.querySelectorAll('p, li, pre, h1, h2, h3, h4, table, blockquote')];
  const parents = paragraphs.flatMap((each) =>
    each.closest(`${ASIDE}, button`) ? [] : (each.parentElement ?? []),
  );
  return outermost([...new Set(parents)].filter((parent) => parent !== answer));
};

const placesOf = (answer: Element): Element[] => {
  const named = outermost([...answer.querySelectorAll(WORDS)]);
  const all = named.length > 0 ? named : unnamedPlaces(answer);
  return all.filter((place) => !place.closest(ASIDE));
};

/** The words of one answer: its text blocks in order, without thinking, steps and cards. */
export const readAnswerWords = (answer: Element): Block[] =>
  placesOf(answer)
    .filter((place) => !isThinking(place, answer))
    .flatMap((place) => readBlocks(place));

/** Reasoning where the page holds it, shown or folded. */
export const readThinking = (answer: Element): Block[] => {
  const marked = outermost([...answer.querySelectorAll(THINKING_TEXT)]);
  const places = marked.length > 0 ? marked : placesOf(answer).filter((place) => isThinking(place, answer));
  return places.flatMap((place) => readBlocks(place));
};

/** Titles of the artifacts an answer made: the first line of each card. */
export const artifactNames = (answer: Element): string[] =>
  [...answer.querySelectorAll(ARTIFACT)].flatMap((cell) => {
    const title = cell.querySelector('.leading-tight') ?? cell.querySelector('div > div');
    return title?.textContent?.replace(/\s+/g, ' ').trim() || [];
  });

/** Names of the files above a question. */
export const fileNames = (row: Element): string[] => [
  ...labels(row, '[data-testid="file-thumbnail"] h3'),
  ...imageNames(row, 'button > img[alt]'),
];
