import type { QueryWord } from '../analyse/analyser.ts';

const COUNT = /^(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/;
const SENTENCE_END = /[.!?。？！](?=\s|$)/gu;

const sentenceStarts = (text: string): number[] => [
  0,
  ...[...text.matchAll(SENTENCE_END)].map(({ index }) => index + 1),
];

/** Number of the sentence of a text that a position stands in: a query may be two thousand letters of one-letter sentences. */
const sentenceAt = (starts: readonly number[], at: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
};

/**
 * Leaves out what tells how to answer and not what was said: a count before a frame word ("five items"), and a sentence
 * of frame words and counts alone ("Mention only five items, in order."), as long as another sentence says more.
 */
export const withoutInstructions = (
  content: readonly QueryWord[],
  text: string,
  frameWords: ReadonlySet<string>,
): readonly QueryWord[] => {
  const starts = sentenceStarts(text.slice(0, content.at(-1)?.end));
  const isFrame = (word: QueryWord | undefined): boolean => word !== undefined && frameWords.has(word.folded);
  const isCount = (word: QueryWord): boolean => COUNT.test(word.folded);
  const telling = new Set<number>();
  for (const word of content)
    if (!isFrame(word) && !isCount(word)) telling.add(sentenceAt(starts, word.start));
  if (telling.size === 0) return content;
  return content.filter(
    (word, at) => telling.has(sentenceAt(starts, word.start)) && !(isCount(word) && isFrame(content[at + 1])),
  );
};
