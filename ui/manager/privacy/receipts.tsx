import type { Receipt } from '../../../core/model/vault-api.ts';
import { ScrollX } from '../../components/scroll-x.tsx';
import { formatMoment, formatNumber } from '../../format.ts';
import { t } from '../../i18n/i18n.ts';

const HASH_SHOWN = 12;
const SCOPES = [
  'memories',
  'conversation',
  'agent',
  'site',
  'range',
  'words',
  'behaviour',
  'everything',
  'filter',
  'file',
] as const;

/** `conversation, agent` or `filter (markdown)` as the vault notes it, in words. */
const scopeWords = (scope: string): string =>
  scope
    .split(', ')
    .map((part) => {
      const [name = '', format] = part.split(/ \(|\)/);
      const known = SCOPES.find((each) => each === name);
      const words = known ? t(`receipts.scope.${known}`) : name;
      return format ? `${words} (${format === 'jsonl' ? 'JSON Lines' : 'Markdown'})` : words;
    })
    .join(', ');

export const Receipts = ({ receipts }: { receipts: readonly Receipt[] }) => (
  <section class="card" aria-labelledby="receipts-title">
    <h2 id="receipts-title">{t('receipts.title')}</h2>
    <p class="hint">{t('receipts.intro')}</p>
    {receipts.length === 0 ? (
      <p>{t('receipts.none')}</p>
    ) : (
      <ScrollX label={t('receipts.title')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('receipts.when')}</th>
              <th scope="col">{t('receipts.act')}</th>
              <th scope="col">{t('receipts.scope')}</th>
              <th scope="col" class="number">
                {t('receipts.count')}
              </th>
              <th scope="col">{t('receipts.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {receipts.map(({ id, at, act, scope, memories, state, hash }) => (
              <tr key={id}>
                <td>{formatMoment(at)}</td>
                <td>
                  {t(`receipts.${act}`)} ({t(`receipts.${state}`)})
                </td>
                <td>{scopeWords(scope)}</td>
                <td class="number">{formatNumber(memories)}</td>
                <td>
                  <code title={hash}>{hash.slice(0, HASH_SHOWN)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    )}
  </section>
);
