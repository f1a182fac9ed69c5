import type { ContentSource, Pasted } from '../model/capture.ts';
import { INTEGRITY_LABELS, type IntegrityLabel, type MemoryMeta } from '../model/memory.ts';

/** What is known about how a turn came to be, beside its words. */
export type Origin = {
  readonly source: ContentSource;
  /** Text of the page's `?q=` / `?prompt=` parameter, if it had one. */
  readonly urlPrefill?: string;
  /** Came out of a file that is not the person's own export. */
  readonly viaImport?: boolean;
  /** A shared conversation of someone else. */
  readonly shared?: boolean;
  /** How much of it the person was seen to paste. */
  readonly pasted?: Pasted | undefined;
};

const words = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * Integrity label of a turn from its channel alone, never from what it says.
 * A user turn that repeats the page's prefill parameter was written by whoever made the link, and one that was pasted
 * by whoever the person had it from.
 */
export const labelOf = (
  turn: { readonly role: 'user' | 'assistant' | 'note'; readonly text: string },
  origin: Origin,
): IntegrityLabel => {
  if (origin.viaImport || origin.source === 'import') return 'imported';
  if (origin.shared) return 'web-derived';
  if (turn.role === 'assistant') return 'assistant-generated';
  const prefill = origin.urlPrefill === undefined ? '' : words(origin.urlPrefill);
  const said = words(turn.text);
  if (prefill !== '' && (said === prefill || (prefill.length >= 24 && said.includes(prefill))))
    return 'web-derived';
  return loweredByPaste('user-typed', origin.pasted);
};

const loweredByPaste = (label: IntegrityLabel, pasted: Pasted | undefined): IntegrityLabel =>
  pasted === 'all' && label === 'user-typed' ? 'web-derived' : label;

/** A memory with the label it has once it is known what was pasted: never a higher one. What the person confirmed stays. */
export const lowerPasted = <M extends Pick<MemoryMeta, 'label' | 'heldLabel' | 'pasted'>>(memory: M): M => {
  const { pasted, heldLabel } = memory;
  return {
    ...memory,
    label: loweredByPaste(memory.label, pasted),
    ...(heldLabel === undefined ? {} : { heldLabel: loweredByPaste(heldLabel, pasted) }),
  };
};

/** The more pasted of two sights of one turn: a later one without the paste takes nothing back. */
export const morePasted = (a: Pasted | undefined, b: Pasted | undefined): Pasted | undefined =>
  a === 'all' || b === 'all' ? 'all' : (a ?? b);

/** The lower of labels: what is derived from several sources is as good as the worst. Empty: the lowest but one. */
export const minLabel = (labels: readonly IntegrityLabel[]): IntegrityLabel => {
  if (labels.length === 0) return 'web-derived';
  return INTEGRITY_LABELS[Math.max(...labels.map((label) => INTEGRITY_LABELS.indexOf(label)))]!;
};

/** The person's own word: nothing else may leave as anything but quoted reference data. */
export const isPersonsOwn = (label: IntegrityLabel): boolean =>
  label === 'user-typed' || label === 'user-confirmed';

/** Highest trust a memory of this label can have, whoever brought it. */
export const CEILING_BY_LABEL: Readonly<Record<IntegrityLabel, number>> = {
  'user-typed': 1,
  'user-confirmed': 1,
  'assistant-generated': 0.9,
  imported: 0.7,
  'web-derived': 0.4,
  quarantined: 0,
};
