import type { TrustFlag } from '../../core/model/trust-api.ts';
import { ScrollX } from '../components/scroll-x.tsx';
import { formatMoment } from '../format.ts';
import { t } from '../i18n/i18n.ts';
import { sayRule } from './say-reason.ts';

/** Every rule that fired on what an agent wrote, newest first. */
export const AgentFlags = ({ flags }: { flags: readonly TrustFlag[] }) => (
  <section class="card" aria-labelledby="flags-title">
    <h2 id="flags-title">{t('agents.flags')}</h2>
    {flags.length === 0 ? (
      <p class="hint">{t('agents.noFlags')}</p>
    ) : (
      <ScrollX label={t('agents.flags')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('agents.flag.when')}</th>
              <th scope="col">{t('agents.flag.rule')}</th>
              <th scope="col">{t('agents.flag.why')}</th>
              <th scope="col">{t('agents.flag.memory')}</th>
            </tr>
          </thead>
          <tbody>
            {flags
              .toSorted((a, b) => b.at - a.at)
              .map(({ seq, at, rule, contradicts }) => (
                <tr key={`${seq}-${rule}`}>
                  <td class="when">{formatMoment(at)}</td>
                  <td>
                    <code>{rule}</code>
                  </td>
                  <td>
                    {sayRule(rule)}
                    {contradicts !== undefined && (
                      <>
                        {' '}
                        <a href={`#/memory/${contradicts}`}>{t('agents.flag.contradicted')}</a>
                      </>
                    )}
                  </td>
                  <td>
                    <a href={`#/memory/${seq}`} aria-label={`${t('agents.flag.open')} (${formatMoment(at)})`}>
                      {t('agents.flag.open')}
                    </a>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </ScrollX>
    )}
  </section>
);
