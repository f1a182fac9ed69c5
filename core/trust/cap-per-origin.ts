/** Of the first eight results at most two come from one origin, when others compete. */
export const TOP = 8;
export const MOST_PER_ORIGIN = 2;
/** Of the inserted characters at most a quarter comes from one origin, when others compete. */
export const CHARACTER_SHARE = 0.25;

/**
 * Reorders ranked results so that no origin fills the top: its third and later ones move behind the eighth place.
 * `familyOf` names what competes: for new identities, the family they share (see `newcomerFamily`); `undefined` is
 * never capped (the person's own words). With a single family nothing moves: there is no one to make room for.
 */
export const capPerOrigin = <T>(ranked: readonly T[], familyOf: (item: T) => string | undefined): T[] => {
  const families = new Set(ranked.map(familyOf));
  if (families.size < 2) return [...ranked];
  const top: T[] = [];
  const later: T[] = [];
  const countByFamily = new Map<string, number>();
  for (const item of ranked) {
    const family = familyOf(item);
    const count = family === undefined ? 0 : (countByFamily.get(family) ?? 0);
    if (top.length < TOP && count < MOST_PER_ORIGIN) {
      top.push(item);
      if (family !== undefined) countByFamily.set(family, count + 1);
    } else later.push(item);
  }
  return [...top, ...later];
};

/** Writes below which an identity is new, and the usefulness below which it has not shown itself. */
const NEW_WRITES = 10;
const UNPROVEN = 0.25;

/**
 * Family of an agent for the cap. Identities are cheap, so all that are new and unproven on one origin count as one,
 * and so do all new origins together: a hundred of them have the room of one.
 */
export const newcomerFamily = (
  origin: string,
  agent: { readonly writes: number; readonly usefulness: number },
): string => (agent.writes < NEW_WRITES && agent.usefulness < UNPROVEN ? 'newcomers' : origin);

/**
 * Length each item may have so that no family takes more than a quarter of all inserted characters, where another
 * family competes. Shortest items first, so that one long text does not push out three short ones.
 */
export const capCharacters = (
  items: readonly { readonly family: string | undefined; readonly length: number }[],
): number[] => {
  const families = new Set(items.map(({ family }) => family));
  const allowed = items.map(({ length }) => length);
  if (families.size < 2) return allowed;
  const total = (): number => allowed.reduce((sum, length) => sum + length, 0);
  // Cutting one family shrinks the whole, which shrinks every share: a few rounds settle it.
  for (let round = 0; round < 40; round++) {
    let cut = false;
    for (const family of families) {
      if (family === undefined) continue;
      const own = items
        .map((item, index) => (item.family === family ? index : -1))
        .filter((index) => index >= 0);
      const used = own.reduce((sum, index) => sum + allowed[index]!, 0);
      const others = total() - used;
      // With two or three families a quarter each cannot fill the block: an equal share is the least that makes sense.
      const share = Math.max(CHARACTER_SHARE, 1 / families.size);
      const room = Math.floor((others * share) / (1 - share));
      if (used <= room) continue;
      cut = true;
      let left = room;
      const ascending = [...own].sort((a, b) => allowed[a]! - allowed[b]!);
      ascending.forEach((index, position) => {
        const fair = Math.floor(left / (ascending.length - position));
        allowed[index] = Math.min(allowed[index]!, fair);
        left -= allowed[index]!;
      });
    }
    if (!cut) break;
  }
  return allowed;
};
