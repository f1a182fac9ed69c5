import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';

/** Until here outlines are enough; after the second one something may be wrong. */
const SOON_MS = 1_000;
const LATE_MS = 15_000;

/** Says that the vault is still opening, when that takes long enough to wonder. */
export const Opening = () => {
  const words = useSignal<'vault.opening' | 'vault.late' | undefined>(undefined);
  useEffect(() => {
    const timers = [
      setTimeout(() => {
        words.value = 'vault.opening';
      }, SOON_MS),
      setTimeout(() => {
        words.value = 'vault.late';
      }, LATE_MS),
    ];
    return () => timers.forEach(clearTimeout);
  }, []);
  if (!words.value) return null;
  return (
    <div class="notice calm" role="status">
      {t(words.value)}
    </div>
  );
};
