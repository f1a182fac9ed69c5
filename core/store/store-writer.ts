import type { Agent, Conversation, Memory, MemoryMeta, MemoryText } from '../model/memory.ts';
import { ordinalOfPageKey, pageKey, TEXT_PER_PAGE, TURNS_PER_PAGE } from './page-key.ts';
import type { MetaPage, TextPage, VaultFact } from './schema.ts';

/** What one write changes. Memories carry words; `metas` change metadata alone. */
export type StoreChange = {
  readonly memories?: readonly Memory[];
  readonly metas?: readonly MemoryMeta[];
  readonly conversations?: readonly Conversation[];
  readonly agents?: readonly Agent[];
  /** Facts that are true as soon as the change is. */
  readonly facts?: readonly VaultFact[];
};

type PageFill = { readonly seqs: Set<number>; textLength: number };

export const metaOf = ({
  text: _text,
  markdown: _markdown,
  thinking: _thinking,
  provenance: _provenance,
  ...meta
}: Memory): MemoryMeta => meta;

export const textOf = (memory: Memory): MemoryText => {
  const { seq, text, markdown, thinking, provenance } = memory;
  return {
    seq,
    text,
    markdown,
    ...(thinking === undefined ? {} : { thinking }),
    ...(provenance === undefined ? {} : { provenance }),
  };
};

const lengthOf = ({ text, markdown, thinking = '' }: MemoryText): number =>
  text.length + markdown.length + thinking.length;

/** Knows in which page each memory lies and packs changes into whole pages. */
export class PageMap {
  readonly #pageBySeq = new Map<number, number>();
  readonly #fillByPage = new Map<number, PageFill>();
  readonly #lastPageByOrdinal = new Map<number, number>();

  /** Registers a page read from disk. */
  load(page: MetaPage): void {
    const fill: PageFill = { seqs: new Set(), textLength: 0 };
    for (const meta of page.metas) {
      this.#pageBySeq.set(meta.seq, page.key);
      fill.seqs.add(meta.seq);
      fill.textLength += meta.length * 2;
    }
    this.#fillByPage.set(page.key, fill);
    const ordinal = ordinalOfPageKey(page.key);
    this.#lastPageByOrdinal.set(ordinal, Math.max(this.#lastPageByOrdinal.get(ordinal) ?? 0, page.key));
  }

  pageOf(seq: number): number | undefined {
    return this.#pageBySeq.get(seq);
  }

  /** Gives each memory its page: the one it is in, else the conversation's last, else a new one. */
  assign(memories: readonly Memory[], ordinalOf: (conversationKey: string) => number): Map<number, Memory[]> {
    const memoriesByPage = new Map<number, Memory[]>();
    for (const memory of memories) {
      const key = this.#pageBySeq.get(memory.seq) ?? this.#roomFor(memory, ordinalOf(memory.conversationKey));
      const list = memoriesByPage.get(key);
      if (list) list.push(memory);
      else memoriesByPage.set(key, [memory]);
    }
    return memoriesByPage;
  }

  #roomFor(memory: Memory, ordinal: number): number {
    const last = this.#lastPageByOrdinal.get(ordinal) ?? pageKey(ordinal, 0);
    const lastFill = this.#fillByPage.get(last);
    const full =
      lastFill !== undefined &&
      (lastFill.seqs.size >= TURNS_PER_PAGE || lastFill.textLength >= TEXT_PER_PAGE);
    const key = full ? last + 1 : last;
    const fill = this.#fillByPage.get(key) ?? { seqs: new Set(), textLength: 0 };
    fill.seqs.add(memory.seq);
    fill.textLength += lengthOf(textOf(memory));
    this.#fillByPage.set(key, fill);
    this.#pageBySeq.set(memory.seq, key);
    this.#lastPageByOrdinal.set(ordinal, key);
    return key;
  }

  /** Those of the pages that hold more than the memories given for them. */
  withOthers(memoriesByPage: ReadonlyMap<number, readonly Memory[]>): number[] {
    return [...memoriesByPage].flatMap(([key, memories]) => {
      const own = new Set(memories.map(({ seq }) => seq));
      return (this.#fillByPage.get(key)?.seqs.size ?? 0) > own.size ? [key] : [];
    });
  }

  /** Takes back the pages of memories whose write failed. */
  unassign(seqs: Iterable<number>): void {
    for (const seq of seqs) {
      const key = this.#pageBySeq.get(seq);
      if (key === undefined) continue;
      this.#pageBySeq.delete(seq);
      this.#fillByPage.get(key)?.seqs.delete(seq);
    }
  }

  /** The metadata page, each memory as `metaOf` answers it. */
  metaPage(key: number, metaOf: (seq: number) => MemoryMeta): MetaPage {
    return { key, metas: [...(this.#fillByPage.get(key)?.seqs ?? [])].map(metaOf) };
  }
}

/** A text page with `memories` put in or replaced. */
export const mergeTextPage = (
  key: number,
  before: TextPage | undefined,
  memories: readonly Memory[],
): TextPage => {
  const textBySeq = new Map((before?.texts ?? []).map((text) => [text.seq, text]));
  for (const memory of memories) textBySeq.set(memory.seq, textOf(memory));
  return { key, texts: [...textBySeq.values()] };
};
