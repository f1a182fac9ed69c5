import type { Memory } from '../model/memory.ts';

/** FNV-1a over UTF-16 units, summed over memories: order-free, so that two stores with the same rows agree. */
export const contentHash = (
  memories: Iterable<Pick<Memory, 'id' | 'text' | 'markdown' | 'thinking'>>,
): number => {
  let sum = 0;
  for (const { id, text, markdown, thinking = '' } of memories) {
    let hash = 0x81_1c_9d_c5;
    for (const part of [id, text, markdown, thinking]) {
      for (let at = 0; at < part.length; at++) hash = Math.imul(hash ^ part.charCodeAt(at), 0x01_00_01_93);
    }
    sum = (sum + (hash >>> 0)) % Number.MAX_SAFE_INTEGER;
  }
  return sum;
};
