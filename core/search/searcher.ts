import { foldDuplicates, Signatures } from './duplicates.ts';
import { explain } from './explain.ts';
import type { ParsedQuery } from './query/parsed-query.ts';
import { PhraseMatcher } from './query/phrase-matcher.ts';
import { relaxPhrases } from './query/relax-phrases.ts';
import type { Candidate, RankedHit, RankedResults, SearchOptions } from './ranked-results.ts';
import { Accumulator } from './score/accumulator.ts';
import { buildTerms } from './score/build-terms.ts';
import { ContextReader } from './score/context.ts';
import { FEATURE_COUNT } from './score/features.ts';
import { linearScore } from './score/linear-score.ts';
import { NOTHING, type PassageScore, PassageScorer } from './score/passages.ts';
import { intentOf } from './score/query-intent.ts';
import { partsOf } from './score/query-parts.ts';
import type { QueryTerm } from './score/query-term.ts';
import { selectTop } from './score/select-top.ts';
import type { Corpus } from './segments/corpus.ts';
import { StageTimer } from './stage-timer.ts';
import type { Titles } from './titles.ts';

/** Candidates whose passages are scored. */
const CANDIDATES = 500;
/** Candidates whose context is read. */
const IN_CONTEXT = 200;
/** Best candidates whose neighbours are candidates too, even when they hold no word of the query. */
const WITH_NEIGHBOURS = 50;
/** Conversations whose title matches bring their first turns along. */
const TITLED_TURNS = 3;
const TITLED_CONVERSATIONS = 20;
const PER_CONVERSATION = 3;
/** Hits looked at for near-duplicates beyond those asked for. */
const FOLD_MARGIN = 20;

type Scored = {
  readonly slot: number;
  readonly candidate: Candidate;
  readonly mask: number;
  readonly trust: number;
};

/** Runs the stages of one search over a corpus; keeps its arrays and the signatures of what was shown. */
export class Searcher {
  readonly #sums = new Accumulator();
  readonly #signatures = new Signatures();

  /** Phrases are a must; a question that finds nothing with them is asked again without that. */
  search(corpus: Corpus, titles: Titles, parsed: ParsedQuery, options: SearchOptions): RankedResults {
    const strict = this.#search(corpus, titles, parsed, options);
    const relaxed = strict.hits.length === 0 ? relaxPhrases(parsed) : undefined;
    if (!relaxed) return strict;
    const found = this.#search(corpus, titles, relaxed, options);
    if (found.hits.length === 0) return strict;
    const ms = strict.timings.reduce((sum, each) => sum + each.ms, 0);
    return { ...found, timings: [{ stage: 'phrases', ms }, ...found.timings] };
  }

  #search(corpus: Corpus, titles: Titles, parsed: ParsedQuery, options: SearchOptions): RankedResults {
    const timer = new StageTimer();
    const { terms } = buildTerms(corpus, parsed);
    const admits = admission(corpus, parsed, options);
    timer.stage('analyse');
    if (terms.length === 0) return this.#newest(corpus, parsed, options, admits, timer);

    this.#sums.run(corpus, terms);
    const { admitted, looked, found } = this.#candidates(corpus, admits, options);
    timer.stage('candidates');
    const titleMasks = titles.masks(terms);
    const scored = this.#inContext(corpus, parsed, terms, admitted, admits, titleMasks, options);
    timer.stage('rank');
    const ordered = this.#rerank(scored, options);
    timer.stage('personal');
    const hits = arrange(corpus, this.#signatures, ordered, terms, options);
    timer.stage('arrange');
    const share = looked === 0 ? 0 : admitted.length / looked;
    const total = looked === found ? Math.max(admitted.length, hits.length) : Math.round(found * share);
    return { parsed, terms, hits, total, timings: timer.timings };
  }

  /** Documents most like a set of weighted terms. */
  searchTerms(
    corpus: Corpus,
    terms: readonly QueryTerm[],
    parsed: ParsedQuery,
    options: SearchOptions,
  ): RankedResults {
    const timer = new StageTimer();
    this.#sums.run(corpus, terms);
    const { admitted, found } = this.#candidates(corpus, admission(corpus, parsed, options), options);
    timer.stage('candidates');
    const scored = admitted.map((slot): Scored => {
      const features = new Float64Array(FEATURE_COUNT);
      const score = this.#sums.scores[slot] as number;
      features[0] = score;
      const mask = this.#sums.masks[slot] as number;
      return { slot, candidate: { seq: corpus.seqOf(slot), score, features }, mask, trust: 1 };
    });
    const hits = arrange(corpus, this.#signatures, scored, terms, options);
    timer.stage('arrange');
    return { parsed, terms, hits, total: found, timings: timer.timings };
  }

  /** Looks down the list, further each time, until enough of it is admitted. */
  #candidates(
    corpus: Corpus,
    admits: (slot: number) => boolean,
    { limit }: SearchOptions,
  ): { readonly admitted: number[]; readonly looked: number; readonly found: number } {
    const { scores, slots } = this.#sums;
    const wanted = Math.max(CANDIDATES, limit);
    const seqOf = (slot: number): number => corpus.seqOf(slot);
    const admitted: number[] = [];
    let looked = 0;
    for (let room = wanted; ; room *= 8) {
      const { best, found } = selectTop(scores, slots, room, seqOf);
      for (; looked < best.length && admitted.length < wanted; looked++) {
        const slot = best[looked] as number;
        if (admits(slot)) admitted.push(slot);
      }
      if (admitted.length >= wanted || best.length < room) return { admitted, looked, found };
    }
  }

  #inContext(
    corpus: Corpus,
    parsed: ParsedQuery,
    terms: readonly QueryTerm[],
    admitted: readonly number[],
    admits: (slot: number) => boolean,
    titleMasks: ReadonlyMap<number, number>,
    { trustOf }: SearchOptions,
  ): Scored[] {
    const passages = new PassageScorer(corpus, terms);
    const slots = Uint32Array.from(admitted).sort();
    const scores = new Float64Array(slots.length);
    const passageBySlot = new Map<number, PassageScore>();
    slots.forEach((slot, at) => {
      const passage = passages.score(slot);
      scores[at] = passage.score;
      passageBySlot.set(slot, passage);
    });
    const best = bestOf(slots, scores, IN_CONTEXT, (slot) => corpus.seqOf(slot));
    const reader = new ContextReader({
      corpus,
      terms,
      sums: this.#sums,
      intent: intentOf(parsed),
      times: parsed.times,
      parts: partsOf(parsed, terms),
      titleMask: (conversation) => titleMasks.get(conversation) ?? 0,
    });
    reader.compare(passageBySlot.values());
    const chosen = new Set(best);
    const invite = (slot: number): void => {
      if (!chosen.has(slot) && admits(slot)) chosen.add(slot);
    };
    for (const slot of best.slice(0, WITH_NEIGHBOURS))
      for (const near of reader.neighbours(slot)) invite(near);
    for (const slot of titledSlots(corpus, titleMasks, terms)) invite(slot);
    const invited = [...chosen].filter((slot) => !passageBySlot.has(slot));
    const { masks } = this.#sums;
    for (const slot of invited.sort((a, b) => a - b))
      passageBySlot.set(slot, masks[slot] === 0 ? NOTHING : passages.score(slot));
    const scored: Scored[] = [];
    // One block for all: arrays of this size are costly to make one by one.
    const block = new Float64Array(chosen.size * FEATURE_COUNT);
    for (const slot of chosen) {
      const passage = passageBySlot.get(slot) as PassageScore;
      const from = scored.length * FEATURE_COUNT;
      const features = reader.features(slot, passage, block.subarray(from, from + FEATURE_COUNT));
      const seq = corpus.seqOf(slot);
      const trust = trustOf ? Math.min(1, Math.max(0, trustOf(seq))) : 1;
      const score = linearScore(features) * trust;
      scored.push({ slot, candidate: { seq, score, features }, mask: passage.wholeMask, trust });
    }
    return scored.sort((a, b) => b.candidate.score - a.candidate.score || a.candidate.seq - b.candidate.seq);
  }

  #rerank(scored: Scored[], { rerank }: SearchOptions): Scored[] {
    if (!rerank) return scored;
    const bySeq = new Map(scored.map((each) => [each.candidate.seq, each]));
    const head = rerank(scored.slice(0, IN_CONTEXT).map(({ candidate }) => candidate));
    const ordered = head.flatMap((candidate) => {
      const known = bySeq.get(candidate.seq);
      bySeq.delete(candidate.seq);
      return known ? [{ ...known, candidate }] : [];
    });
    return [...ordered, ...bySeq.values()];
  }

  /** Without words to search: what the filters leave, newest first. */
  #newest(
    corpus: Corpus,
    parsed: ParsedQuery,
    { limit }: SearchOptions,
    admits: (slot: number) => boolean,
    timer: StageTimer,
  ): RankedResults {
    const asked = Object.keys(parsed.filter).length + parsed.excluded.length + parsed.times.length > 0;
    const found: { readonly seq: number; readonly at: number }[] = [];
    for (const { segment, base } of asked ? corpus.entries : []) {
      for (let local = 0; local < segment.count; local++) {
        if (segment.alive[local] !== 1) continue;
        const at = segment.columns.createdAt[local] as number;
        if (!parsed.times.every(({ from, to }) => at >= from && at < to) || !admits(base + local)) continue;
        found.push({ seq: segment.columns.seq[local] as number, at });
      }
    }
    found.sort((a, b) => b.at - a.at || b.seq - a.seq);
    const hits = found.slice(0, limit).map(({ seq }) => ({
      seq,
      score: 0,
      parts: [{ part: 'filter', sentence: 'It passes the filters; the newest come first.', share: 1 }],
      features: new Float64Array(FEATURE_COUNT),
      folded: [],
    }));
    timer.stage('newest');
    return { parsed, terms: [], hits, total: found.length, timings: timer.timings };
  }
}

/** The `limit` slots with the highest scores, ties by lower seq. */
const bestOf = (
  slots: Uint32Array,
  scores: Float64Array,
  limit: number,
  seqOf: (slot: number) => number,
): number[] =>
  Array.from(slots, (_, at) => at)
    .sort(
      (a, b) =>
        (scores[b] as number) - (scores[a] as number) ||
        seqOf(slots[a] as number) - seqOf(slots[b] as number),
    )
    .slice(0, limit)
    .map((at) => slots[at] as number);

const admission = (
  corpus: Corpus,
  parsed: ParsedQuery,
  { accept }: SearchOptions,
): ((slot: number) => boolean) => {
  const required = parsed.phrases.map(({ text }) => new PhraseMatcher(corpus, text));
  const excluded = parsed.excluded.map(({ text }) => new PhraseMatcher(corpus, text));
  const known = new Map<number, boolean>();
  return (slot) => {
    let admitted = known.get(slot);
    if (admitted === undefined) {
      admitted =
        corpus.isAlive(slot) &&
        required.every((phrase) => phrase.matches(slot)) &&
        !excluded.some((phrase) => phrase.matches(slot)) &&
        (accept === undefined || accept(corpus.seqOf(slot)));
      known.set(slot, admitted);
    }
    return admitted;
  };
};

const titledSlots = (
  corpus: Corpus,
  titleMasks: ReadonlyMap<number, number>,
  terms: readonly QueryTerm[],
): number[] => {
  const weigh = (mask: number): number =>
    terms.reduce((sum, { idf }, index) => ((mask & (1 << index)) === 0 ? sum : sum + idf), 0);
  return [...titleMasks]
    .map(([conversation, mask]) => ({ conversation, weight: weigh(mask) }))
    .sort((a, b) => b.weight - a.weight || a.conversation - b.conversation)
    .slice(0, TITLED_CONVERSATIONS)
    .flatMap(({ conversation }) => corpus.thread(conversation).slice(0, TITLED_TURNS));
};

/** Folds copies, caps origins and conversations, explains. */
const arrange = (
  corpus: Corpus,
  signatures: Signatures,
  ordered: readonly Scored[],
  terms: readonly QueryTerm[],
  { limit, originOf, maxPerOrigin, groupByConversation }: SearchOptions,
): RankedHit[] => {
  const bySlot = new Map(ordered.map((scored) => [scored.slot, scored]));
  const head = ordered.slice(0, limit + FOLD_MARGIN).map(({ slot }) => slot);
  const groups = foldDuplicates(corpus, signatures, head);
  const first: typeof groups = [];
  const later: typeof groups = [];
  const counts = new Map<string, number>();
  const within = (key: string, most: number): boolean => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= most;
  };
  for (const group of groups) {
    const { segment, base } = corpus.entryOf(group.slot);
    const conversation = segment.columns.conversation[group.slot - base] as number;
    const fitsConversation = !groupByConversation || within(`c${conversation}`, PER_CONVERSATION);
    const fitsOrigin =
      !originOf ||
      maxPerOrigin === undefined ||
      within(`o${originOf(corpus.seqOf(group.slot))}`, maxPerOrigin);
    (fitsConversation && fitsOrigin ? first : later).push(group);
  }
  return [...first, ...later].slice(0, limit).flatMap(({ slot, folded }) => {
    const scored = bySlot.get(slot);
    if (!scored) return [];
    const { candidate, mask, trust } = scored;
    return [
      {
        ...candidate,
        parts: explain(candidate.features, terms, mask, trust),
        folded: folded.map((other) => corpus.seqOf(other)),
      },
    ];
  });
};
