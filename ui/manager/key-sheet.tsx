import type { Signal } from '@preact/signals';
import { Modal } from '../components/modal.tsx';
import { t } from '../i18n/i18n.ts';

/** Keys of the manager, the same table for everyone. */
const KEYS = [
  ['/', 'keys.search'],
  ['Ctrl K', 'keys.palette'],
  ['↑ ↓ · J K', 'keys.move'],
  ['Home · End', 'keys.ends'],
  ['Enter', 'keys.open'],
  ['X · Space', 'keys.select'],
  ['Shift ↑ ↓', 'keys.range'],
  ['Ctrl A', 'keys.all'],
  ['P', 'keys.pin'],
  ['Delete', 'keys.delete'],
  ['Ctrl Z', 'keys.undo'],
  ['Esc', 'keys.escape'],
  ['?', 'keys.sheet'],
] as const;

export const KeySheet = ({ open }: { open: Signal<boolean> }) => (
  <Modal open={open} title={t('keys.title')}>
    <dl class="keys">
      {KEYS.map(([key, words]) => (
        <div key={words}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{t(words)}</dd>
        </div>
      ))}
    </dl>
  </Modal>
);
