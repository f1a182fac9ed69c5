import { SealedSegment } from './sealed-segment.ts';
import { MAX_LOCAL, NO_SPEAKER, type SearchSegment } from './segment.ts';

type Source = {
  readonly segment: SearchSegment;
  readonly documents: readonly number[];
  /** Old local term number → new; NO_TERM for terms no kept document uses. */
  readonly termMap: Int32Array;
};

const NO_TERM = -1;

const sourceOf = (segment: SearchSegment): Source => {
  const documents: number[] = [];
  const termMap = new Int32Array(segment.termCount).fill(NO_TERM);
  const { tokenStart, speaker } = segment.columns;
  for (let document = 0; document < segment.count; document++) {
    if (segment.alive[document] !== 1) continue;
    documents.push(document);
    const end = tokenStart[document + 1] as number;
    for (let at = tokenStart[document] as number; at < end; at++) termMap[segment.tokens[at] as number] = 0;
    if (speaker[document] !== NO_SPEAKER) termMap[speaker[document] as number] = 0;
  }
  return { segment, documents, termMap };
};

const unionOfTerms = (sources: readonly Source[]): string[] => {
  const terms = new Set<string>();
  for (const { segment, termMap } of sources) {
    for (let id = 0; id < termMap.length; id++) if (termMap[id] !== NO_TERM) terms.add(segment.term(id));
  }
  return [...terms].sort((a, b) => (a < b ? -1 : 1));
};

/**
 * Writes the searchable documents of some segments as one sealed segment. Terms that only removed documents used
 * are left behind: nothing of an erased memory survives a seal. Seals a tail, compacts one, merges several.
 * @returns undefined when nothing is searchable in them.
 * @throws RangeError when the documents or terms together do not fit 16-bit numbers.
 */
export const seal = (segments: readonly SearchSegment[]): SealedSegment | undefined => {
  const sources = segments.map(sourceOf);
  const count = sources.reduce((sum, { documents }) => sum + documents.length, 0);
  if (count === 0) return undefined;
  const terms = unionOfTerms(sources);
  if (count > MAX_LOCAL || terms.length >= MAX_LOCAL) {
    throw new RangeError(`search: ${count} documents with ${terms.length} terms do not fit one segment`);
  }
  const idByTerm = new Map(terms.map((term, id) => [term, id]));
  for (const { segment, termMap } of sources) {
    for (let id = 0; id < termMap.length; id++) {
      if (termMap[id] !== NO_TERM) termMap[id] = idByTerm.get(segment.term(id)) as number;
    }
  }
  const tokenTotal = segments.reduce((sum, segment) => sum + segment.aliveTokens, 0);
  const columns = {
    seq: new Uint32Array(count),
    conversation: new Uint32Array(count),
    order: new Int32Array(count),
    createdAt: new Float64Array(count),
    language: new Uint8Array(count),
    flags: new Uint8Array(count),
    speaker: new Uint16Array(count),
    tokenStart: new Uint32Array(count + 1),
  };
  const tokens = new Uint16Array(tokenTotal);
  let local = 0;
  let token = 0;
  for (const { segment, documents, termMap } of sources) {
    const from = segment.columns;
    for (const document of documents) {
      columns.seq[local] = from.seq[document] as number;
      columns.conversation[local] = from.conversation[document] as number;
      columns.order[local] = from.order[document] as number;
      columns.createdAt[local] = from.createdAt[document] as number;
      columns.language[local] = from.language[document] as number;
      columns.flags[local] = from.flags[document] as number;
      const speaker = from.speaker[document] as number;
      columns.speaker[local] = speaker === NO_SPEAKER ? NO_SPEAKER : (termMap[speaker] as number);
      const end = from.tokenStart[document + 1] as number;
      for (let at = from.tokenStart[document] as number; at < end; at++) {
        tokens[token++] = termMap[segment.tokens[at] as number] as number;
      }
      columns.tokenStart[++local] = token;
    }
  }
  return new SealedSegment({
    ...columns,
    tokens,
    ...invert(columns.tokenStart, tokens, terms.length),
    ...packTerms(terms),
  });
};

/** Postings of the documents by counting sort: two passes over the tokens, no object per posting. */
const invert = (tokenStart: Uint32Array, tokens: Uint16Array, termCount: number) => {
  const count = tokenStart.length - 1;
  const lastDocument = new Int32Array(termCount).fill(-1);
  const postingStart = new Uint32Array(termCount + 1);
  for (let document = 0; document < count; document++) {
    const end = tokenStart[document + 1] as number;
    for (let at = tokenStart[document] as number; at < end; at++) {
      const term = tokens[at] as number;
      if (lastDocument[term] === document) continue;
      lastDocument[term] = document;
      postingStart[term + 1] = (postingStart[term + 1] as number) + 1;
    }
  }
  for (let term = 0; term < termCount; term++) {
    postingStart[term + 1] = (postingStart[term + 1] as number) + (postingStart[term] as number);
  }
  const total = postingStart[termCount] as number;
  const postingDocument = new Uint16Array(total);
  const postingFrequency = new Uint8Array(total);
  const cursor = postingStart.slice(0, termCount);
  lastDocument.fill(-1);
  for (let document = 0; document < count; document++) {
    const end = tokenStart[document + 1] as number;
    for (let at = tokenStart[document] as number; at < end; at++) {
      const term = tokens[at] as number;
      if (lastDocument[term] !== document) {
        lastDocument[term] = document;
        const posting = cursor[term] as number;
        cursor[term] = posting + 1;
        postingDocument[posting] = document;
        postingFrequency[posting] = 1;
      } else {
        const posting = (cursor[term] as number) - 1;
        const frequency = postingFrequency[posting] as number;
        if (frequency < 0xff) postingFrequency[posting] = frequency + 1;
      }
    }
  }
  return { postingStart, postingDocument, postingFrequency };
};

const packTerms = (terms: readonly string[]) => {
  const termStart = new Uint32Array(terms.length + 1);
  let units = 0;
  terms.forEach((term, id) => {
    units += term.length;
    termStart[id + 1] = units;
  });
  const termUnits = new Uint16Array(units);
  let at = 0;
  for (const term of terms)
    for (let unit = 0; unit < term.length; unit++) termUnits[at++] = term.charCodeAt(unit);
  return { termStart, termUnits };
};
