import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Nothing is shown before this, so that a quick answer never flickers. */
const QUIET_MS = 200;

/** Outlines of what is coming, after a moment of nothing. */
export const Waiting = ({ rows }: { rows: number }) => {
  const visible = useSignal(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      visible.value = true;
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!visible.value) return null;
  return (
    <div class="waiting" aria-hidden="true">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} class="skeleton" />
      ))}
    </div>
  );
};
