import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';

/** Pixels a millisecond above which nobody can read. */
const FLING = 6;
/** Without a move for this long a fling has ended. */
const SETTLE_MS = 120;

/** Whether a list moves too fast to be read. Tell `moved` every new scroll position; a jump from rest is no fling. */
export const useFling = () => {
  const flying = useSignal(false);
  const last = useRef({ top: 0, at: 0 });
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(settling.current), []);
  const moved = useCallback((top: number) => {
    const at = performance.now();
    const pause = at - last.current.at;
    const distance = Math.abs(top - last.current.top);
    last.current = { top, at };
    if (distance === 0) return;
    flying.value = pause < SETTLE_MS && distance > FLING * pause;
    clearTimeout(settling.current);
    if (flying.value)
      settling.current = setTimeout(() => {
        flying.value = false;
      }, SETTLE_MS);
  }, []);
  return { flying, moved };
};
