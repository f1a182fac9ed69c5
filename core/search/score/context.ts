import type { NamedTime } from '../query/natural-time.ts';
import { type Corpus, PASSAGE } from '../segments/corpus.ts';
import {
  FLAG_ASKS,
  FLAG_NUMBER,
  FLAG_TIME,
  NO_SPEAKER,
  ROLE_ASSISTANT,
  ROLE_MASK,
  ROLE_USER,
} from '../segments/segment.ts';
import type { Accumulator } from './accumulator.ts';
import { FEATURE as F, FEATURE_COUNT } from './features.ts';
import type { PassageScore } from './passages.ts';
import type { QueryIntent } from './query-intent.ts';
import type { QueryTerm } from './query-term.ts';

export type ContextInput = {
  readonly corpus: Corpus;
  readonly terms: readonly QueryTerm[];
  readonly sums: Accumulator;
  readonly intent: QueryIntent;
  readonly times: readonly NamedTime[];
  /** Terms of each part of a question of several parts, one bit each; none for a simple one. */
  readonly parts: readonly number[];
  /** Terms in the conversation's title, one bit each. */
  titleMask(conversation: number): number;
};

type SessionFacts = { readonly best: readonly number[]; readonly mask: number };

/** Best scores of a session or conversation that are kept. */
const BEST = 3;
/** Turns to each side that count as being around a candidate, and how fast they fade. */
const AROUND = 6;
const FADE = 0.7;

/** Reads the feature vector of a candidate from itself, its neighbours, its session and the query. */
export class ContextReader {
  readonly #input: ContextInput;
  readonly #factsBySession = new Map<number, SessionFacts>();
  readonly #idfs: Float64Array;
  readonly #total: number;
  /** Words of the query as terms of each segment: who is named in it. */
  readonly #namedByEntry: readonly ReadonlySet<number>[];
  readonly #bestByPart: number[];

  constructor(input: ContextInput) {
    this.#input = input;
    this.#idfs = Float64Array.from(input.terms, ({ idf }) => idf);
    this.#total = input.terms.reduce((sum, { idf }) => sum + idf, 0) || 1;
    const ids = input.terms.map(({ word }) => input.corpus.termIds(word));
    this.#namedByEntry = input.corpus.entries.map(
      (_, entry) =>
        new Set(ids.flatMap((byEntry) => ((byEntry[entry] as number) < 0 ? [] : [byEntry[entry] as number]))),
    );
    this.#bestByPart = input.parts.map(() => 0);
  }

  /** Notes what the best passage holds of each part of the question, before any features are read. */
  compare(passages: Iterable<PassageScore>): void {
    const { parts } = this.#input;
    if (parts.length === 0) return;
    for (const { mask } of passages)
      parts.forEach((part, index) => {
        this.#bestByPart[index] = Math.max(this.#bestByPart[index] as number, this.#share(mask, part));
      });
  }

  /** Slots one and two turns around a candidate. */
  neighbours(slot: number): number[] {
    const { thread, index } = this.#input.corpus.placeOf(slot);
    return [index - 2, index - 1, index + 1, index + 2].flatMap((at) => thread[at] ?? []);
  }

  /** @param f zeros, filled and given back */
  features(slot: number, passage: PassageScore, f = new Float64Array(FEATURE_COUNT)): Float64Array {
    const { corpus, sums } = this.#input;
    const { segment, base } = corpus.entryOf(slot);
    const local = slot - base;
    const { columns } = segment;
    const mask = passage.wholeMask;
    const { thread, index, sessionStart, sessionEnd } = this.#input.corpus.placeOf(slot);
    const within = (at: number): number | undefined =>
      at >= sessionStart && at < sessionEnd ? thread[at] : undefined;
    const previous = within(index - 1);
    const next = within(index + 1);
    const maskOf = (neighbour: number | undefined): number =>
      neighbour === undefined ? 0 : (sums.masks[neighbour] as number);
    const scoreOf = (neighbour: number | undefined): number =>
      neighbour === undefined ? 0 : (sums.scores[neighbour] as number) / this.#total;

    f[F.passage] = passage.score / this.#total;
    f[F.document] = (sums.scores[slot] as number) / this.#total;
    f[F.coverage] = this.#weigh(mask);
    f[F.passageCoverage] = this.#weigh(passage.mask);
    f[F.adjacent] = passage.adjacent / this.#total;

    const before = maskOf(previous) & ~mask;
    const after = maskOf(next) & ~mask;
    f[F.previousMissing] = this.#weigh(before);
    f[F.nextMissing] = this.#weigh(after & ~before);
    const near = mask | before | after;
    f[F.previous2Missing] = this.#weigh(maskOf(within(index - 2)) & ~near);
    f[F.next2Missing] = this.#weigh(maskOf(within(index + 2)) & ~near);
    f[F.previousScore] = scoreOf(previous);
    f[F.nextScore] = scoreOf(next);

    const facts = this.#sessionFacts(thread, sessionStart, sessionEnd);
    const own = (sums.scores[slot] as number) / this.#total;
    const [first = 0, second = 0] = facts.best;
    f[F.sessionBest] = own === first ? second : first;
    f[F.sessionCoverage] = this.#weigh(facts.mask);
    f[F.title] = this.#weigh(this.#input.titleMask(columns.conversation[local] as number));

    this.#readSpeaker(
      f,
      columns.flags[local] as number,
      columns.speaker[local] as number,
      corpus.entryIndexOf(slot),
      previous,
    );
    this.#readTime(f, columns.createdAt[local] as number);
    f[F.shortness] = 1 / (1 + corpus.lengthOf(slot) / PASSAGE);
    const flags = columns.flags[local] as number;
    const role = flags & ROLE_MASK;
    const spoken = columns.speaker[local] !== NO_SPEAKER;
    if (role === ROLE_USER && !spoken && !this.#input.intent.aboutAssistant) {
      f[F.userPassage] = f[F.passage] as number;
      f[F.userCoverage] = f[F.coverage] as number;
      f[F.userNext] = scoreOf(next);
      f[F.userPrevious] = scoreOf(previous);
    }
    if (role === ROLE_ASSISTANT) f[F.assistantPrevious] = scoreOf(previous);
    let around = 0;
    for (let step = 3, weight = 1; step <= AROUND; step++, weight *= FADE) {
      const [back, on] = [index - step, index + step];
      const earlier = back >= sessionStart ? this.#scoreAt(thread, back) : 0;
      around += weight * (earlier + (on < sessionEnd ? this.#scoreAt(thread, on) : 0));
    }
    f[F.around] = around / 4;
    f[F.previous2Score] = scoreOf(within(index - 2));
    const whole = this.#sessionFacts(thread, 0, thread.length, -1 - (thread[0] as number));
    f[F.conversation] = whole.best.reduce((sum, score) => sum + score, 0) / BEST;
    f[F.rarest] = this.#rarest(mask);
    this.#readExchange(f, flags, spoken, corpus.lengthOf(slot), before, after);
    this.#readParts(f, passage.mask);
    return f;
  }

  #scoreAt(thread: readonly number[], at: number): number {
    return (this.#input.sums.scores[thread[at] as number] as number) / this.#total;
  }

  /** What the sides of an exchange between a person and an assistant mean for the question. */
  #readExchange(
    f: Float64Array,
    flags: number,
    spoken: boolean,
    words: number,
    before: number,
    after: number,
  ): void {
    const role = flags & ROLE_MASK;
    const { intent } = this.#input;
    const user = role === ROLE_USER && !spoken;
    const assistant = role === ROLE_ASSISTANT;
    const several = intent.wantsSeveral ? 1 : 0;
    if (user && intent.aboutUser) f[F.userMeant] = 1;
    if (assistant && intent.aboutUser) f[F.assistantUnmeant] = 1;
    if (assistant && !intent.aboutUser && !intent.aboutAssistant) f[F.assistantUnasked] = 1;
    if (user && (flags & FLAG_NUMBER) !== 0) f[F.userNumber] = 1;
    const length = Math.log1p(words) / 5;
    f[F.length] = length;
    if (user) f[F.userLength] = length;
    if (assistant) f[F.assistantLength] = length;
    f[F.sessionSeveral] = several * (f[F.sessionCoverage] as number);
    f[F.coverageSeveral] = several * (f[F.coverage] as number);
    if (user) f[F.exchangeMissing] = this.#weigh(after);
    if (assistant) f[F.exchangeMissing] = this.#weigh(before);
  }

  /** How well the passage answers one part of a question of several, and whether none answers that part better. */
  #readParts(f: Float64Array, mask: number): void {
    this.#input.parts.forEach((part, index) => {
      const share = this.#share(mask, part);
      f[F.part] = Math.max(f[F.part] as number, share);
      if (share > 0 && share >= (this.#bestByPart[index] as number)) f[F.leadsPart] = 1;
    });
  }

  #readSpeaker(
    f: Float64Array,
    flags: number,
    speaker: number,
    entry: number,
    previous: number | undefined,
  ): void {
    const { intent, corpus } = this.#input;
    const strength = f[F.passage] as number;
    const role = flags & ROLE_MASK;
    if (role === ROLE_USER && speaker === NO_SPEAKER && !intent.aboutAssistant) f[F.userRole] = 1;
    if (role === ROLE_ASSISTANT && intent.aboutAssistant) f[F.assistantRole] = 1;
    if ((flags & FLAG_ASKS) !== 0) f[F.asks] = 1;
    else if (previous !== undefined) {
      const before = corpus.entryOf(previous);
      const asked = (before.segment.columns.flags[previous - before.base] as number) & FLAG_ASKS;
      if (asked !== 0) f[F.answersQuestion] = 1;
    }
    if (speaker !== NO_SPEAKER) {
      if (this.#namedByEntry[entry]?.has(speaker)) f[F.speaker] = 1;
      else f[F.otherSpeaker] = 1;
    }
    if (intent.wantsNumber && (flags & FLAG_NUMBER) !== 0) f[F.numberWanted] = 1;
    if (intent.wantsTime && (flags & FLAG_TIME) !== 0) f[F.timeWanted] = 1;
    if (strength === 0) f[F.userRole] = (f[F.userRole] as number) * 0.5;
  }

  #readTime(f: Float64Array, createdAt: number): void {
    for (const { from, to, month, day, year } of this.#input.times) {
      if (createdAt >= from && createdAt < to) f[F.time] = 1;
      if (month === undefined && year === undefined) continue;
      const said = new Date(createdAt);
      const sameMonth = month === undefined || said.getUTCMonth() + 1 === month;
      const sameYear = year === undefined || said.getUTCFullYear() === year;
      if (!sameMonth || !sameYear) continue;
      const close = day === undefined || Math.abs(said.getUTCDate() - day) <= 1;
      f[F.date] = Math.max(f[F.date] as number, close ? 1 : 0.5);
    }
  }

  #sessionFacts(
    thread: readonly number[],
    start: number,
    end: number,
    key = thread[start] as number,
  ): SessionFacts {
    const known = this.#factsBySession.get(key);
    if (known) return known;
    const { sums } = this.#input;
    let mask = 0;
    const best: number[] = [];
    for (let at = start; at < end; at++) {
      const slot = thread[at] as number;
      const held = sums.masks[slot] as number;
      if (held === 0) continue;
      mask |= held;
      const score = (sums.scores[slot] as number) / this.#total;
      if (best.length === BEST && score <= (best[BEST - 1] as number)) continue;
      let place = best.length;
      while (place > 0 && (best[place - 1] as number) < score) place -= 1;
      best.splice(place, 0, score);
      if (best.length > BEST) best.pop();
    }
    const facts = { best, mask };
    this.#factsBySession.set(key, facts);
    return facts;
  }

  /** 1 when the candidate holds the rarest term of the query, less for a commoner one. */
  #rarest(mask: number): number {
    let highest = 0;
    let held = 0;
    this.#input.terms.forEach(({ idf }, index) => {
      highest = Math.max(highest, idf);
      if ((mask & (1 << index)) !== 0) held = Math.max(held, idf);
    });
    return highest === 0 ? 0 : held / highest;
  }

  /** Share of the idf of the terms in `of` that the terms in `mask` hold; 0 when there are none. */
  #share(mask: number, of: number): number {
    return of === 0 ? 0 : this.#weigh(mask & of) / this.#weigh(of);
  }

  /** Share of the query's Σ idf that the terms in `mask` hold. */
  #weigh(mask: number): number {
    let sum = 0;
    for (let bits = mask; bits !== 0; bits &= bits - 1) sum += this.#idfs[31 - Math.clz32(bits & -bits)] ?? 0;
    return sum / this.#total;
  }
}
