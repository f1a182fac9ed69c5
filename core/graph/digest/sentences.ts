/** A sentence that says too little, or too much to be read at a glance, is not quoted. */
const MIN_LENGTH = 30;
const MAX_LENGTH = 280;

const FENCE = /```[\s\S]*?(?:```|$)/g;
const MARKUP = /^\s*(?:#{1,6}\s+|[-*+]\s+|\d+[.)]\s+|>\s*)|[*_`]{1,3}/g;
const LINK = /https?:\/\/[^\s<>()[\]"'`]+/g;

/** A single capital before the point is a name's: "George R. R. Martin". */
const ENDS_IN_INITIAL = /(?:^|[\s.])\p{Lu}\.\s*$/u;

const joinInitials = (segments: Iterable<Intl.SegmentData>): string[] => {
  const joined: string[] = [];
  for (const { segment } of segments) {
    const last = joined.at(-1);
    if (last !== undefined && ENDS_IN_INITIAL.test(last)) joined[joined.length - 1] = last + segment;
    else joined.push(segment);
  }
  return joined;
};

/** Sentences of a message worth quoting, in order: no code, no headings, no questions left hanging by a cut. */
export const sentencesOf = (text: string): string[] => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });
  const sentences: string[] = [];
  for (const line of text.replace(FENCE, '\n').split('\n')) {
    if (/^\s*(?:#|\|)/.test(line)) continue;
    for (const segment of joinInitials(segmenter.segment(line))) {
      const sentence = segment.replace(MARKUP, '').trim();
      if (sentence.length < MIN_LENGTH || sentence.length > MAX_LENGTH || sentence.endsWith(':')) continue;
      sentences.push(sentence);
    }
  }
  return sentences;
};

/** Web addresses in a text, each once, without the punctuation that follows them. */
export const linksOf = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(LINK), ([url]) => url.replace(/[.,;:!?]+$/, ''))),
];
