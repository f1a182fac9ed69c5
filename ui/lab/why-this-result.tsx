import type { SearchHit } from '../../core/model/query.ts';
import { formatPercent } from '../format-percent.ts';
import { say, t } from '../i18n/i18n.ts';
import './lab.css';

/** The parts of a hit's score in words, largest first, each with its share. */
export const WhyThisResult = ({ why }: Pick<SearchHit, 'why'>) => {
  if (why.length === 0) return <p class="hint">{t('why.none')}</p>;
  const largest = Math.max(1e-9, ...why.map(({ share }) => Math.abs(share)));
  return (
    <ul class="why" aria-label={t('why.title')}>
      {why.map(({ part, code, values, sentence, share }, index) => (
        <li key={`${part}-${index}`}>
          <span class={share < 0 ? 'bar less' : 'bar'} aria-hidden="true">
            <span style={{ inlineSize: `${(Math.abs(share) / largest) * 100}%` }} />
          </span>
          <span class="share">{formatPercent(share)}</span>
          <span>{say({ code, values, text: sentence })}</span>
        </li>
      ))}
    </ul>
  );
};
