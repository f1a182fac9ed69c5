import type { Memory, Seq } from '../model/memory.ts';
import { type Claim, claimsOf, contradicts, isPersonsOwn } from '../trust/index.ts';
import type { VaultContext } from './context.ts';

/** The person's own memories that are read for each claim; the index puts those about the same thing first. */
const CANDIDATES = 8;

/** Among words that were pasted, none can be told for sure to be the person's; they may confirm them. */
const isMixed = ({ label, pasted }: Pick<Memory, 'label' | 'pasted'>): boolean =>
  pasted !== undefined && label !== 'user-confirmed';

type Spoken = Pick<Memory, 'text' | 'role' | 'label' | 'profile'>;

/** The newest word of the person on what `claim` is about, if it cannot be true beside it. */
const against = async (
  { search, store }: VaultContext,
  claim: Claim,
  profile: string,
): Promise<Seq | undefined> => {
  const { catalog } = store;
  const seqs = search.about(claim.words, profile, CANDIDATES, (seq) => {
    const meta = catalog.visible(seq);
    return meta !== undefined && isPersonsOwn(meta.label) && !isMixed(meta) && meta.state !== 'trashed';
  });
  const own = (await store.texts(seqs)).flatMap((text) => {
    const meta = catalog.visible(text.seq);
    return meta ? [{ ...meta, text: text.text }] : [];
  });
  own.sort((a, b) => b.createdAt - a.createdAt);
  for (const memory of own) {
    // A confirmed answer speaks to the person, a typed one of them.
    const said = claimsOf(memory.text, memory.role).filter(
      ({ entity, attribute }) => entity === claim.entity && attribute === claim.attribute,
    );
    if (said.some(({ value }) => value === claim.value)) return undefined;
    if (said.some((mine) => contradicts(mine, claim))) return memory.seq;
  }
  return undefined;
};

/**
 * The memory of the person's own that a message speaks against: another value for the same thing and property. Few
 * things are taken for statements (`claimsOf`), and what the person says themself is never looked at: they may
 * change their mind.
 */
export const contradictedBy = async (
  context: VaultContext,
  { text, role, label, profile }: Spoken,
): Promise<Seq | undefined> => {
  if (isPersonsOwn(label)) return undefined;
  for (const claim of claimsOf(text, role)) {
    const seq = await against(context, claim, profile);
    if (seq !== undefined) return seq;
  }
  return undefined;
};
