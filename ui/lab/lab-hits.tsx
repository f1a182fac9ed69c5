import type { SearchResponse } from '../../core/model/query.ts';
import { Marked } from '../components/marked.tsx';
import { TrustDot } from '../components/trust-dot.tsx';
import { agentName, formatAge } from '../format.ts';
import { language, t } from '../i18n/i18n.ts';
import { WhyThisResult } from './why-this-result.tsx';

/** Every hit with its place, its score and what the score is made of. */
export const LabHits = ({ response }: { response: SearchResponse }) => {
  const { hits, total, quarantined } = response;
  return (
    <section class="card" aria-labelledby="hits-title">
      <h2 id="hits-title">{hits.length === 0 ? t('lab.none') : t('lab.hits', { n: total })}</h2>
      {quarantined > 0 && <p class="hint">{t('lab.quarantined', { n: quarantined })}</p>}
      <ol class="lab-hits">
        {hits.map(({ row, score, snippet, marks, titleMarks, why, folded }, index) => (
          <li key={row.seq}>
            <p class="byline">
              <b>
                {t('lab.rank', {
                  rank: index + 1,
                  score: score.toLocaleString(language.value, { maximumSignificantDigits: 4 }),
                })}
              </b>
              <TrustDot label={row.label} />
              <bdi>{agentName(row.agentId)}</bdi>
              <time>{formatAge(row.createdAt)}</time>
              {folded.length > 0 && <span>{t('lab.folded', { n: folded.length })}</span>}
            </p>
            <a href={`#/memory/${row.seq}`}>
              <Marked text={row.title || t(`role.${row.role}`)} marks={row.title ? titleMarks : []} />
            </a>
            <p class="snippet">
              <Marked text={snippet} marks={marks} />
            </p>
            <WhyThisResult why={why} />
          </li>
        ))}
      </ol>
    </section>
  );
};
