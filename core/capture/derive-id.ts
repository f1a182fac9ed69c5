import type { Role } from '../model/capture.ts';

/** Letters and digits only, case folded: the same words rendered, as Markdown or in JSON compare equal. */
export const wordsOnly = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** 53-bit hash of a text (cyrb53, public domain), as 11 characters of base 36. Not for security. */
export const hashOf = (text: string): string => {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0');
};

/** Words that tell an answer from another answer to the same question, and are there early while it streams. */
const OPENING = 48;

/** An id made from what the page uses in place of one. Colons are kept for composed keys. */
export const standInId = (standIn: string): string => `derived-${standIn.replaceAll(':', '_')}`;

/**
 * Id of a turn for which the site shows none: from its role, its words and the words before it, so that the same
 * turn has the same id in every window of the conversation. `before` tells equal turns of one window apart.
 */
export const derivedId = (
  role: Role,
  text: string,
  previous: string,
  before: ReadonlySet<string>,
): string => {
  const words = role === 'user' ? wordsOnly(text) : wordsOnly(text).slice(0, OPENING);
  const base = `derived-${role}-${hashOf(`${words}\n${role === 'user' ? '' : wordsOnly(previous)}`)}`;
  let id = base;
  for (let nth = 2; before.has(id); nth++) id = `${base}-${nth}`;
  return id;
};
