import type { IntegrityLabel } from '../../core/model/memory.ts';
import { t } from '../i18n/i18n.ts';

/** Where a memory's words come from, by shape and colour; the words are in its name. */
export const TrustDot = ({ label }: { label: IntegrityLabel }) => (
  <span
    class={`trust trust-${label}`}
    role="img"
    aria-label={t(`label.${label}`)}
    title={t(`label.${label}`)}
  />
);
