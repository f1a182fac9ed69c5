import { decodeRuns } from './decode.ts';
import { decipher, unescapeCharacters } from './decode-spelling.ts';
import { type Folded, fold } from './fold.ts';
import { isQuoting, partsOf } from './parts.ts';
import { type Scan, scan } from './scan.ts';
import { joinSpacedLetters } from './spaced-letters.ts';
import type { Detection, Finding } from './types.ts';
import { windowsOf } from './windows.ts';

/** Weights add up; from here on a message is evidence against its writer. */
export const FLAG_SCORE = 0.9;
/** From here on a message is a hint: little by itself, something when an agent gives several. */
export const HINT_SCORE = 0.65;
/** From here on, counting quotes and code in full, a message must not reach a chat unconfirmed. */
export const INSTRUCTION_SCORE = 0.7;

/** Weak signs add at most this share of the strong ones. */
const WEAK_SHARE = 0.6;
/** What is talked about counts this much against the one who talks about it. */
const QUOTED_SHARE = 0.3;

export type DetectContext = {
  /** Who the message is from. A person may order an assistant about; from anyone else it is a sign. */
  readonly role?: 'user' | 'assistant' | 'note';
};

const tidy = (folded: string): string =>
  folded
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();

const hidingFindings = (folded: Folded, spelled: number): Finding[] => {
  const findings: Finding[] = [];
  const add = (rule: string, weight: number): void => {
    findings.push({ rule, weight });
  };
  if (folded.tagText !== '') add('tag-characters', 1);
  if (folded.invisibleInWords >= 6) add('invisible-in-words', 0.6);
  if (folded.mixedWords >= 4) add('mixed-alphabets', 0.6);
  if (folded.bidi >= 2) add('direction-override', 0.4);
  if (spelled >= 16) add('spelled-out', 0.5);
  return findings;
};

const total = ({ findings, weakOnly }: Scan): number => {
  let score = 0;
  for (const { weight } of findings) score += weight;
  if (findings.length === 0) return Math.min(0.6, weakOnly.reduce((sum, { weight }) => sum + weight, 0) / 2);
  // Weak signs are as frequent in role play and lesson plans: they can only add to what is already there.
  const help = weakOnly.reduce((sum, { weight }) => sum + weight, 0);
  return score + Math.min(help, score * WEAK_SHARE);
};

const merge = (into: Map<string, Finding>, findings: readonly Finding[], share: number): void => {
  for (const finding of findings) {
    const weight = finding.weight * share;
    if ((into.get(finding.rule)?.weight ?? 0) < weight) into.set(finding.rule, { ...finding, weight });
  }
};

/**
 * Reads a message for signs of an order planted for an assistant: what its writer says, what it hides (tag characters,
 * base64, hex, spelled-out letters), and, for less, what it quotes or shows as code. Evidence, not a verdict: what
 * a memory may do is decided by where it came from.
 *
 * Of a long message 9,000 units are read (see {@link windowsOf}).
 */
export const detect = (source: string, _context: DetectContext = {}): Detection => {
  const text = unescapeCharacters(windowsOf(source));
  const folded = fold(text);
  const parts = partsOf(text);
  const quoting = isQuoting(text, parts);
  const own = quoting
    ? parts.map(({ kind, start, end }) => (kind === 'plain' ? text.slice(start, end) : ' ')).join('')
    : text;
  const ownFolded = quoting ? fold(own) : folded;
  const joined = joinSpacedLetters(ownFolded.text);
  const hiding = hidingFindings(ownFolded, joined.spelled);
  const byRule = new Map<string, Finding>();

  const said = scan(tidy(joined.text));
  merge(byRule, said.findings, 1);
  merge(byRule, said.weakOnly, 1);
  let score = total(said);

  const hidden = [
    ...decodeRuns(own),
    ...decipher(ownFolded.text),
    ...(ownFolded.tagText ? [ownFolded.tagText] : []),
  ];
  for (const words of hidden) {
    const found = scan(tidy(fold(windowsOf(words)).text));
    merge(byRule, found.findings, 1);
    score = Math.max(score, total(found) + (found.findings.length > 0 ? 0.2 : 0));
  }
  // Hiding alone can be a font, an emoji or a formula; hiding an order is an order.
  const hides = hiding.reduce((sum, { weight }) => sum + weight, 0);
  merge(byRule, hiding, 1);
  if (byRule.size > hiding.length || ownFolded.tagText !== '') score += hides;

  let whole = score;
  if (quoting) {
    const everything = scan(tidy(folded.text));
    whole = Math.max(whole, total(everything));
    for (const words of decodeRuns(text))
      whole = Math.max(whole, total(scan(tidy(fold(windowsOf(words)).text))));
    const quoted = everything.findings.filter(({ rule }) => !byRule.has(rule));
    merge(byRule, quoted, QUOTED_SHARE);
  }
  const findings = [...byRule.values()].sort((a, b) => b.weight - a.weight);
  return {
    flagged: score >= FLAG_SCORE,
    instructionLike: score >= FLAG_SCORE || whole >= INSTRUCTION_SCORE,
    score,
    findings,
  };
};
