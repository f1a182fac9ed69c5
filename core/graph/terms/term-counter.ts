import { GrowableCounts, grown } from './growable.ts';
import { PairTable } from './pair-table.ts';
import { TokenTable } from './token-table.ts';
import { tokenise } from './tokenise.ts';
import { type WordForm, wordForm } from './word-forms.ts';

/** Terms of one memory, packed: `id * 16 + count`, count at most 15; the count's logarithm is all that is used. */
export type PackedCounts = Uint32Array;

/** Distinct written tokens whose forms are remembered before that table starts over. */
const MAX_FORMS = 400_000;

/**
 * Counts the terms of memories: words, identifiers, numbers with units, and phrases of two words that stand side
 * by side (candidate phrases after RAKE, Rose et al. 2010: no stop word and no punctuation inside). Term ids of
 * words are even, those of phrases odd.
 */
export class TermCounter {
  /** Memories that hold each term, by term id. */
  readonly documentFrequency = new GrowableCounts();
  documents = 0;
  #tokens = new TokenTable();
  /** Word of each token, times two, plus one when it was written with a capital; −1 where it is no term. */
  #wordOfToken: number[] = [];
  readonly #idOfKey = new Map<string, number>();
  readonly #words: { word: string; name: string; readonly shape: WordForm['shape'] }[] = [];
  readonly #pairs = new PairTable();
  readonly #asName = new GrowableCounts();
  readonly #asWord = new GrowableCounts();
  readonly #countOf = new GrowableCounts();
  #touched = new Uint32Array(1 << 12);

  /** Terms of a text, counted into the collection's document frequencies. */
  add(text: string): PackedCounts {
    let touched = 0;
    const count = (term: number) => {
      if (this.#countOf.add(term, 1) > 1) return;
      if (touched === this.#touched.length) this.#touched = grown(this.#touched);
      this.#touched[touched++] = term;
    };
    let previous = -1;
    tokenise(text, (start, end, gap) => {
      const form = this.#formOf(text, start, end);
      if (form < 0) {
        previous = -1;
        return;
      }
      const id = form >> 1;
      if (gap !== 'sentence') (form & 1 ? this.#asName : this.#asWord).add(id, 1);
      count(id * 2);
      if (gap === 'joined' && previous >= 0 && previous !== id) {
        count(this.#pairs.idOf(previous, id) * 2 + 1);
      }
      previous = id;
    });
    const packed = this.#touched.slice(0, touched);
    const counts = this.#countOf.values;
    for (let i = 0; i < touched; i++) {
      const term = packed[i]!;
      packed[i] = term * 16 + Math.min(15, counts[term]!);
      counts[term] = 0;
      this.documentFrequency.add(term, 1);
    }
    this.documents++;
    return packed;
  }

  /** Id of a term given by its label, as {@link label} wrote it; counted into `frequency` memories. */
  intern(label: string, frequency: number): number {
    const ids = label.split(' ').map((word) => {
      const form = this.#formOf(word, 0, word.length);
      if (form < 0) return -1;
      const id = form >> 1;
      if (form & 1 && this.#words[id]!.shape === 'word') this.#asName.add(id, 2);
      return id;
    });
    const [first = -1, second] = ids;
    if (first < 0 || (second !== undefined && second < 0)) return -1;
    const term = second === undefined ? first * 2 : this.#pairs.idOf(first, second) * 2 + 1;
    this.documentFrequency.add(term, frequency);
    return term;
  }

  /** The term as a person reads it. */
  label(term: number): string {
    if (term % 2 === 0) return this.#shown(term / 2);
    const pair = (term - 1) / 2;
    return `${this.#shown(this.#pairs.firstOf(pair))} ${this.#shown(this.#pairs.secondOf(pair))}`;
  }

  /** How much more than a plain word a term says: phrases, names and identifiers weigh more. */
  boost(term: number): number {
    if (term % 2 === 1) return 1.25;
    const shape = this.#words[term / 2]!.shape;
    if (shape === 'number') return 0.5;
    if (shape === 'code') return 0.9;
    return this.#isName(term / 2) ? 1.2 : 1;
  }

  /** The two words of a phrase, as term ids; undefined for a word. */
  parts(term: number): readonly [number, number] | undefined {
    if (term % 2 === 0) return undefined;
    const pair = (term - 1) / 2;
    return [this.#pairs.firstOf(pair) * 2, this.#pairs.secondOf(pair) * 2];
  }

  #isName(word: number): boolean {
    const asName = this.#asName.at(word);
    return asName >= 2 && asName > 2 * this.#asWord.at(word);
  }

  #shown(id: number): string {
    const { word, name, shape } = this.#words[id]!;
    return shape === 'word' && this.#isName(id) ? name : word;
  }

  #formOf(text: string, start: number, end: number): number {
    if (this.#tokens.size >= MAX_FORMS) {
      this.#tokens = new TokenTable();
      this.#wordOfToken = [];
    }
    const token = this.#tokens.numberOf(text, start, end);
    if (token < 0) return -1;
    const known = this.#wordOfToken[token];
    if (known !== undefined) return known;
    const form = wordForm(text.slice(start, end));
    const packed = form.key ? this.#wordId(form) * 2 + (form.capital ? 1 : 0) : -1;
    this.#wordOfToken[token] = packed;
    return packed;
  }

  #wordId(form: WordForm): number {
    const lower = form.written.toLowerCase();
    let id = this.#idOfKey.get(form.key);
    if (id === undefined) {
      id = this.#words.length;
      this.#idOfKey.set(form.key, id);
      const word = form.shape === 'word' ? lower : form.written;
      this.#words.push({ word, name: form.written, shape: form.shape });
    }
    // The folded form is shown only once somebody wrote it: "isosceles" has no singular.
    const known = this.#words[id]!;
    if (form.shape === 'word' && lower === form.key) known.word = lower;
    if (form.capital && (known.name === known.name.toLowerCase() || lower === form.key))
      known.name = form.written;
    return id;
  }
}
