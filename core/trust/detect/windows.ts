/** Length of a window in UTF-16 units, and how many of them are read of a long text. */
const WINDOW = 3_000;
const MOST_WINDOWS = 3;
/** A text up to this length is read whole. */
const WHOLE = WINDOW * MOST_WINDOWS;
/** Of a longer one this much is looked through for the window to read between its head and its tail. */
const SEARCHED = 1_000_000;

/** Beginnings of words that orders to assistants are made of, in the languages that are written most. */
const TELLING =
  /ignor|disregard|instruct|prompt|assistant|system|override|remember|from now|respond|pretend|jailbreak|vergiss|anweisung|oubli|olvid|забуд|инструкц|忽略|指令|無視|指示/gi;

/** Where the telling words stand closest together, as the start of a window; the middle when there are none. */
const hottest = (text: string): number => {
  const heat = new Map<number, number>();
  const searched = text.slice(WINDOW, Math.min(text.length - WINDOW, SEARCHED));
  for (const { index } of searched.matchAll(TELLING)) {
    const half = Math.floor((index * 2) / WINDOW);
    heat.set(half, (heat.get(half) ?? 0) + 1);
  }
  let best = -1;
  let most = 0;
  for (const [half, count] of heat) {
    const both = count + (heat.get(half + 1) ?? 0);
    if (both > most) [best, most] = [half, both];
  }
  return best < 0 ? (text.length - WINDOW) >> 1 : WINDOW + (best * WINDOW) / 2;
};

/**
 * What of a text is read: all of it up to 9,000 units, else its head, its tail and between them the stretch that has
 * most of the words that orders are made of.
 */
export const windowsOf = (text: string): string => {
  if (text.length <= WHOLE) return text;
  const start = hottest(text);
  return [text.slice(0, WINDOW), text.slice(start, start + WINDOW), text.slice(-WINDOW)].join('\n');
};
