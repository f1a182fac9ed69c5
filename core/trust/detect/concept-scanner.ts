import { foldLetters } from './fold.ts';
import { type Tokens, tokenise } from './tokens.ts';
import { waysToSay } from './ways-to-say.ts';

/** Where a concept stands: words [start, end). */
type Hit = { readonly start: number; readonly end: number };
export type Hits = ReadonlyMap<string, readonly Hit[]>;

/** The words of one entry after its first; `*` at the end of a word takes any ending. */
type Entry = { readonly concept: string; readonly rest: readonly string[] };

const fits = (word: string | undefined, wanted: string): boolean =>
  word !== undefined && (wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted);

/** Words and ways to say them as the scanner reads messages: folded, cut, stars kept. */
const wordsOf = (entry: string): string[] =>
  entry
    .trim()
    .split(/\s+/)
    .flatMap((word) => {
      const star = word.endsWith('*');
      const cut = tokenise(foldLetters(star ? word.slice(0, -1) : word)).words;
      return cut.map((piece, index) => (star && index === cut.length - 1 ? `${piece}*` : piece));
    });

/** Distinct words whose candidates are remembered. */
const MOST_CACHED = 20_000;
const NONE: readonly Entry[] = [];

/** Finds the words of named concepts in a message. Time grows with the message, whatever it says. */
export class ConceptScanner {
  readonly #byWord = new Map<string, Entry[]>();
  readonly #byPrefix = new Map<string, { readonly prefix: string; readonly entry: Entry }[]>();
  readonly #cache = new Map<string, readonly Entry[]>();

  /** @param entriesByConcept ways to say a concept, separated by commas; see {@link waysToSay}. */
  constructor(entriesByConcept: Iterable<readonly [string, string]>) {
    for (const [concept, entries] of entriesByConcept) {
      for (const text of entries.split(',').flatMap(waysToSay)) {
        const [first, ...rest] = wordsOf(text);
        if (first === undefined) continue;
        const entry = { concept, rest };
        if (first.endsWith('*')) {
          const prefix = first.slice(0, -1);
          const key = prefix.slice(0, 2);
          const group = this.#byPrefix.get(key) ?? [];
          group.push({ prefix, entry });
          this.#byPrefix.set(key, group);
        } else {
          const group = this.#byWord.get(first) ?? [];
          group.push(entry);
          this.#byWord.set(first, group);
        }
      }
    }
  }

  #entriesOf(word: string): readonly Entry[] {
    const known = this.#cache.get(word);
    if (known) return known;
    const found = [...(this.#byWord.get(word) ?? [])];
    for (const key of [word.slice(0, 1), word.slice(0, 2)])
      for (const { prefix, entry } of this.#byPrefix.get(key) ?? [])
        if (word.startsWith(prefix)) found.push(entry);
    const entries = found.length > 0 ? found : NONE;
    if (this.#cache.size < MOST_CACHED) this.#cache.set(word, entries);
    return entries;
  }

  /** All places of all concepts, in the order of their first words. */
  scan({ words, sentences }: Tokens): Hits {
    const hits = new Map<string, Hit[]>();
    for (let start = 0; start < words.length; start++) {
      for (const { concept, rest } of this.#entriesOf(words[start]!)) {
        const end = start + 1 + rest.length;
        if (rest.length > 0 && sentences[end - 1] !== sentences[start]) continue;
        if (!rest.every((wanted, index) => fits(words[start + 1 + index], wanted))) continue;
        const own = hits.get(concept);
        if (own) own.push({ start, end });
        else hits.set(concept, [{ start, end }]);
      }
    }
    return hits;
  }
}
