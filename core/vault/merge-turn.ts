import type { CapturedTurn, ContentSource } from '../model/capture.ts';
import type { Memory } from '../model/memory.ts';
import { morePasted } from '../trust/index.ts';
import { wordsOnly } from './text-facts.ts';

const SOURCE_RANK: Readonly<Record<ContentSource, number>> = {
  dom: 0,
  stream: 1,
  import: 2,
  authoritative: 3,
};

type Words = Pick<Memory, 'text' | 'markdown' | 'partial' | 'source'>;

/**
 * Whose words to keep when one turn was seen twice. Final beats streaming; the site's own JSON beats what was
 * read from the wire or the page; among equals longer beats shorter. More is never replaced by less, except that
 * a final text from the site's JSON replaces a partial one.
 */
const keepsOld = (old: Words, seen: Words): boolean => {
  const finalAuthoritative = !seen.partial && seen.source === 'authoritative';
  if (old.partial !== seen.partial) {
    if (!old.partial) return true;
    return !finalAuthoritative && seen.markdown.length < old.markdown.length;
  }
  const byRank = SOURCE_RANK[seen.source] - SOURCE_RANK[old.source];
  const shorter = seen.text.length < old.text.length;
  if (byRank !== 0 && !old.partial)
    return byRank < 0 || (shorter && !sameWords(old.text, seen.text) && !finalAuthoritative);
  return seen.markdown.length < old.markdown.length;
};

const sameWords = (a: string, b: string): boolean => wordsOnly(a) === wordsOnly(b);

/** True when page and wire (or JSON) showed the same finished words. */
const corroborates = (old: Words, seen: Words): boolean =>
  (old.source === 'dom') !== (seen.source === 'dom') &&
  !old.partial &&
  !seen.partial &&
  sameWords(old.text, seen.text);

const longer = (a: string | undefined, b: string | undefined): string | undefined =>
  (b?.length ?? 0) > (a?.length ?? 0) ? b : a;

/** What a second sight of a turn changes in its memory; the same object when nothing. */
export const mergeTurn = (old: Memory, seen: CapturedTurn, agentId: string, now: number): Memory => {
  const keepOld = keepsOld(old, seen);
  const words = keepOld ? old : seen;
  const thinking = longer(old.thinking, seen.thinking);
  const pasted = old.role === 'user' ? morePasted(old.pasted, seen.pasted) : undefined;
  const attachments = [...new Set([...old.attachments, ...(seen.attachments ?? [])])];
  const merged: Memory = {
    ...old,
    text: words.text,
    markdown: words.markdown,
    source: words.source,
    partial: old.partial && seen.partial,
    corroborated: old.corroborated || corroborates(old, seen),
    offBranch: seen.offBranch ?? (seen.source === 'authoritative' ? false : old.offBranch),
    attachments,
    // A model once known is not forgotten by a source that does not name it.
    agentId: agentId.length > old.agentId.length ? agentId : old.agentId,
    createdAt:
      seen.createdAt !== undefined && seen.source === 'authoritative' ? seen.createdAt : old.createdAt,
    ...(thinking === undefined ? {} : { thinking }),
    ...(pasted === undefined ? {} : { pasted }),
  };
  return isSame(old, merged) ? old : { ...merged, updatedAt: now };
};

const isSame = (a: Memory, b: Memory): boolean =>
  a.text === b.text &&
  a.markdown === b.markdown &&
  a.thinking === b.thinking &&
  a.pasted === b.pasted &&
  a.partial === b.partial &&
  a.source === b.source &&
  a.corroborated === b.corroborated &&
  a.offBranch === b.offBranch &&
  a.agentId === b.agentId &&
  a.createdAt === b.createdAt &&
  a.attachments.length === b.attachments.length;
