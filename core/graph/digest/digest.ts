import { INTEGRITY_LABELS, type IntegrityLabel } from '../../model/memory.ts';
import { runToEnd, type Steps } from '../steps.ts';
import { lexRank } from './lex-rank.ts';
import { linksOf, sentencesOf } from './sentences.ts';

/** A memory of the day, project or conversation that is summed up. */
export type DigestSource = {
  readonly seq: number;
  readonly conversation: number;
  readonly label: IntegrityLabel;
  readonly text: string;
  /** Name of the topic it belongs to, where the graph knows one. */
  readonly topic?: string;
};

export type Digest = {
  /** Quoted sentences in the order they were said, each with its memory. */
  readonly sentences: readonly { readonly seq: number; readonly text: string }[];
  readonly topics: readonly { readonly name: string; readonly memories: number }[];
  readonly links: readonly { readonly url: string; readonly seq: number }[];
  /** How much of what there was the quoted sentences come from. */
  readonly coverage: {
    readonly conversations: number;
    readonly ofConversations: number;
    readonly memories: number;
    readonly ofMemories: number;
    /** Memories left out because they are in quarantine. */
    readonly quarantined: number;
  };
  /** Lowest label among the quoted memories; absent when nothing is quoted. */
  readonly label?: IntegrityLabel;
};

export type DigestOptions = {
  /** Sentences quoted. Default 8. */
  readonly sentences?: number;
  /** Links listed. Default 10. */
  readonly links?: number;
  /** How much a term tells of these memories against all others, 0 for one that tells nothing. Default: none does. */
  readonly worthOf?: (term: string) => number;
};

/** Sentences ranked at most; of more, every conversation keeps its fair share. */
const MAX_CANDIDATES = 1_500;

type Candidate = { readonly source: DigestSource; readonly text: string; readonly at: number };

const candidatesOf = (sources: readonly DigestSource[]): Candidate[] => {
  const found = sources.flatMap((source, at) =>
    sentencesOf(source.text).map((text) => ({ source, text, at })),
  );
  if (found.length <= MAX_CANDIDATES) return found;
  const step = found.length / MAX_CANDIDATES;
  return Array.from({ length: MAX_CANDIDATES }, (_, i) => found[Math.floor(i * step)]!);
};

/** What a conversation that is not quoted yet is worth: enough to go before a second quote of another. */
const UNSEEN_BONUS = 4;

/** Maximal marginal relevance (Carbonell & Goldstein 1998), with unquoted conversations and memories first. */
function* choose(
  candidates: readonly Candidate[],
  { sentences: wanted = 8, worthOf }: DigestOptions,
): Steps<Candidate[]> {
  const { score, near } = yield* lexRank(
    candidates.map(({ text }) => text),
    worthOf,
  );
  const open = new Set(candidates.keys());
  const likeness = new Float64Array(candidates.length);
  const conversations = new Set<number>();
  const seqs = new Set<number>();
  const texts = new Set<string>();
  const chosen: Candidate[] = [];
  while (chosen.length < wanted && open.size > 0) {
    let best = -1;
    let bestWorth = Number.NEGATIVE_INFINITY;
    for (const i of open) {
      const { source } = candidates[i]!;
      const unseen =
        (conversations.has(source.conversation) ? 1 : UNSEEN_BONUS) * (seqs.has(source.seq) ? 0.5 : 1);
      const worth = score[i]! * unseen * (1 - likeness[i]!);
      if (worth > bestWorth) {
        bestWorth = worth;
        best = i;
      }
    }
    const candidate = candidates[best]!;
    open.delete(best);
    if (texts.has(candidate.text)) continue;
    for (const [other, cosine] of near[best]!)
      likeness[other] = Math.max(likeness[other]!, Math.min(1, cosine));
    texts.add(candidate.text);
    conversations.add(candidate.source.conversation);
    seqs.add(candidate.source.seq);
    chosen.push(candidate);
    yield;
  }
  return chosen.sort((a, b) => a.at - b.at);
}

const lowest = (labels: Iterable<IntegrityLabel>): IntegrityLabel | undefined => {
  const ranks = Array.from(labels, (label) => INTEGRITY_LABELS.indexOf(label));
  return ranks.length === 0 ? undefined : INTEGRITY_LABELS[Math.max(...ranks)];
};

/** {@link digest} in short steps. */
export function* digestSteps(sources: readonly DigestSource[], options: DigestOptions = {}): Steps<Digest> {
  const open = sources.filter(({ label }) => label !== 'quarantined');
  const chosen = yield* choose(candidatesOf(open), options);
  const topics = new Map<string, number>();
  for (const { topic } of open) if (topic) topics.set(topic, (topics.get(topic) ?? 0) + 1);
  const links = new Map<string, number>();
  for (const { seq, text } of open) for (const url of linksOf(text)) if (!links.has(url)) links.set(url, seq);
  const label = lowest(chosen.map(({ source }) => source.label));
  return {
    sentences: chosen.map(({ source, text }) => ({ seq: source.seq, text })),
    topics: [...topics].sort((a, b) => b[1] - a[1]).map(([name, memories]) => ({ name, memories })),
    links: [...links].slice(0, options.links ?? 10).map(([url, seq]) => ({ url, seq })),
    coverage: {
      conversations: new Set(chosen.map(({ source }) => source.conversation)).size,
      ofConversations: new Set(sources.map(({ conversation }) => conversation)).size,
      memories: new Set(chosen.map(({ source }) => source.seq)).size,
      ofMemories: sources.length,
      quarantined: sources.length - open.length,
    },
    ...(label ? { label } : {}),
  };
}

/**
 * What was discussed in some memories (given in the order they were said): topics, quoted sentences and links.
 * Extractive only: every word was said by one of the sources. Quarantined sources are counted, never quoted.
 */
export const digest = (sources: readonly DigestSource[], options?: DigestOptions): Digest =>
  runToEnd(digestSteps(sources, options));
