import type { Chat } from './chat.ts';

const TICK_MS = 30;

/**
 * Shows the words of a chat later than they arrived, as the sites do. `lagMs` is read at every tick;
 * `shown` is called when something moved. Returns the function that ends it.
 */
export const startTypewriter = (chat: () => Chat, lagMs: () => number, shown: () => void): (() => void) => {
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    const elapsed = now - last;
    last = now;
    let moved = false;
    for (const turn of chat().turns) {
      const backlog = turn.text.length - turn.shown;
      if (backlog <= 0) continue;
      const lag = lagMs();
      turn.shown += lag <= 0 ? backlog : Math.min(backlog, Math.max(2, Math.ceil((backlog * elapsed) / lag)));
      // A surrogate pair is shown whole.
      if (/[\uD800-\uDBFF]/.test(turn.text.charAt(turn.shown - 1))) turn.shown += 1;
      moved = true;
    }
    if (moved) shown();
  }, TICK_MS);
  return () => clearInterval(timer);
};
