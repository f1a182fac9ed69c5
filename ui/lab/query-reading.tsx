import type { SearchResponse } from '../../core/model/query.ts';
import { ScrollX } from '../components/scroll-x.tsx';
import { language, say, t } from '../i18n/i18n.ts';

const milliseconds = (ms: number): string =>
  ms.toLocaleString(language.value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** How a query was understood, and what each stage of the search took. */
export const QueryReading = ({ response }: { response: SearchResponse }) => {
  const { query, tokens, timings } = response;
  const all = timings.reduce((sum, { ms }) => sum + ms, 0);
  const longest = Math.max(1e-9, ...timings.map(({ ms }) => ms));
  return (
    <div class="cards">
      <section class="card" aria-labelledby="tokens-title">
        <h2 id="tokens-title">{t('lab.tokens')}</h2>
        {tokens.length === 0 ? (
          <p class="hint">{t('lab.noTokens')}</p>
        ) : (
          <ScrollX label={t('lab.tokens')}>
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">{t('lab.part')}</th>
                  <th scope="col">{t('lab.kind')}</th>
                  <th scope="col">{t('lab.understood')}</th>
                </tr>
              </thead>
              <tbody>
                {tokens.map(({ kind, label, span: [start, end], problem }) => (
                  <tr key={`${start}-${end}-${kind}`}>
                    <th scope="row">
                      <bdi>{query.slice(start, end)}</bdi>
                    </th>
                    <td>
                      <code>{kind}</code>
                    </td>
                    <td>
                      <bdi>{label}</bdi>
                      {problem !== undefined && <p class="problem">{say(problem)}</p>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollX>
        )}
      </section>
      <section class="card" aria-labelledby="times-title">
        <h2 id="times-title">{t('lab.times')}</h2>
        {timings.length === 0 ? (
          <p class="hint">{t('lab.noTimes')}</p>
        ) : (
          <table class="table stages">
            <thead>
              <tr>
                <th scope="col">{t('lab.stage')}</th>
                <th scope="col" class="number">
                  {t('lab.ms')}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {timings.map(({ stage, ms }, index) => (
                <tr key={`${stage}-${index}`}>
                  <th scope="row">{stage}</th>
                  <td class="number">{milliseconds(ms)}</td>
                  <td>
                    <span class="stage-bar" aria-hidden="true">
                      <span style={{ inlineSize: `${(ms / longest) * 100}%` }} />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('lab.all')}</th>
                <td class="number">{milliseconds(all)}</td>
                <td />
              </tr>
            </tfoot>
          </table>
        )}
      </section>
    </div>
  );
};
