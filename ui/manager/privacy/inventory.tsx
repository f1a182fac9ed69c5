import type { StoredKind } from '../../../core/model/vault-api.ts';
import { formatBytes, formatMoment, formatNumber } from '../../format.ts';
import { type MessageKey, t } from '../../i18n/i18n.ts';

const KNOWN = new Set([
  'memories',
  'conversations',
  'agents',
  'journal',
  'index',
  'behaviour',
  'events',
  'facts',
  'settings',
  'tombstones',
  'receipts',
  'health',
]);

/** The vault names its kinds in English; those we know are translated. */
const nameOf = ({ kind, label }: StoredKind): string =>
  KNOWN.has(kind) ? t(`kind.${kind}` as MessageKey) : label;

export const Inventory = ({ kinds }: { kinds: readonly StoredKind[] }) => (
  <section class="card" aria-labelledby="inventory-title">
    <h2 id="inventory-title">{t('inventory.title')}</h2>
    <p class="hint">{t('inventory.intro')}</p>
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t('inventory.kind')}</th>
          <th scope="col" class="number">
            {t('inventory.count')}
          </th>
          <th scope="col" class="number">
            {t('inventory.bytes')}
          </th>
          <th scope="col">{t('inventory.oldest')}</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((stored) => (
          <tr key={stored.kind}>
            <th scope="row">{nameOf(stored)}</th>
            <td class="number">{formatNumber(stored.count)}</td>
            <td class="number">{formatBytes(stored.bytes)}</td>
            <td>{stored.oldest === undefined ? '–' : formatMoment(stored.oldest)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('inventory.total')}</th>
          <td />
          <td class="number">{formatBytes(kinds.reduce((sum, { bytes }) => sum + bytes, 0))}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  </section>
);
