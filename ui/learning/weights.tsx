import type { LearningStatus } from '../../core/model/learning-api.ts';
import { ScrollX } from '../components/scroll-x.tsx';
import { language, type MessageKey, t } from '../i18n/i18n.ts';

/** A feature the page knows no words for, from a newer vault, is shown by its own name. */
const featureName = (feature: string): string => {
  const key = `learning.feature.${feature}`;
  const words = t(key as MessageKey);
  return words === key ? feature : words;
};

const two = (value: number): string =>
  value.toLocaleString(language.value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const signed = (value: number): string =>
  value.toLocaleString(language.value, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'exceptZero',
  });

/** The weights of the order beside the shipped ones, the most changed first. */
export const Weights = ({ weights }: Pick<LearningStatus, 'weights'>) => {
  const rows = weights.toSorted((a, b) => Math.abs(b.value - b.shipped) - Math.abs(a.value - a.shipped));
  const most = Math.max(1e-9, ...rows.map(({ value, shipped }) => Math.abs(value - shipped)));
  return (
    <section class="card" aria-labelledby="weights-title">
      <h2 id="weights-title">{t('learning.weights')}</h2>
      <p class="hint">{t('learning.weightsText')}</p>
      <ScrollX label={t('learning.weights')}>
        <table class="table weights">
          <thead>
            <tr>
              <th scope="col">{t('learning.feature')}</th>
              <th scope="col" class="number">
                {t('learning.shipped')}
              </th>
              <th scope="col" class="number">
                {t('learning.learned')}
              </th>
              <th scope="col">{t('learning.change')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ feature, value, shipped }) => {
              const change = value - shipped;
              return (
                <tr key={feature}>
                  <th scope="row">{featureName(feature)}</th>
                  <td class="number">{two(shipped)}</td>
                  <td class="number">{two(value)}</td>
                  <td>
                    <span class={change < 0 ? 'change less' : 'change more'} aria-hidden="true">
                      <span style={{ inlineSize: `${(Math.abs(change) / most) * 50}%` }} />
                    </span>{' '}
                    {signed(change)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollX>
    </section>
  );
};
