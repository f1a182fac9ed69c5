import { t } from '../../i18n/i18n.ts';

/** The rule the browser enforces, and what this page has really loaded. */
export const NetworkProof = ({ policy }: { policy: string }) => {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin);
  const foreign = loaded.filter((origin) => origin !== location.origin && origin !== 'null').length;
  return (
    <section class="card" aria-labelledby="network-title">
      <h2 id="network-title">{t('network.title')}</h2>
      <p class="hint">{t('network.policy')}</p>
      <ul class="policy">
        {policy
          .split(';')
          .map((rule) => rule.trim())
          .filter((rule) => rule !== '')
          .map((rule) => (
            <li key={rule}>
              <code class={rule.startsWith('connect-src') ? 'strong' : ''}>{rule}</code>
            </li>
          ))}
      </ul>
      <p>{foreign === 0 ? t('network.none') : t('network.foreign', { n: foreign })}</p>
    </section>
  );
};
