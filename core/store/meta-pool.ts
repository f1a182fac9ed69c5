import type { MemoryMeta } from '../model/memory.ts';

const NONE: readonly string[] = Object.freeze([]);

/**
 * Holds once what is the same in many memories: their conversation, agent, origin and kinds. What comes from a database
 * or a file brings a copy of each with every memory.
 */
export class MetaPool {
  readonly #held = new Map<string, string>();

  /** The same metadata, made of the texts that are held already. */
  pooled(meta: MemoryMeta): MemoryMeta {
    return {
      ...meta,
      conversationKey: this.#once(meta.conversationKey),
      role: this.#once(meta.role),
      agentId: this.#once(meta.agentId),
      profile: this.#once(meta.profile),
      origin: this.#once(meta.origin),
      source: this.#once(meta.source),
      label: this.#once(meta.label),
      state: this.#once(meta.state),
      tags: meta.tags.length === 0 ? NONE : meta.tags,
      attachments: meta.attachments.length === 0 ? NONE : meta.attachments,
    };
  }

  #once<Text extends string>(text: Text): Text {
    const held = this.#held.get(text);
    if (held !== undefined) return held as Text;
    this.#held.set(text, text);
    return text;
  }
}
