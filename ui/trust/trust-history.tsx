import type { AgentTrust } from '../../core/model/trust-api.ts';
import { formatAge } from '../format.ts';
import { formatPercent } from '../format-percent.ts';
import { t } from '../i18n/i18n.ts';
import { sparklinePath } from './sparkline.ts';

const WIDTH = 600;
const HEIGHT = 90;

/** The course of an agent's trust, with the moment of its change and the flags on it. */
export const TrustHistory = ({ agent }: { agent: AgentTrust }) => {
  const samples = agent.history.map(({ at, trust }) => ({ at, value: trust }));
  const [first] = samples;
  const last = samples.at(-1);
  if (!first || !last || samples.length < 2) return <p class="hint">{t('agents.noHistory')}</p>;
  const words = t('agents.historyWords', {
    first: formatPercent(first.value),
    from: formatAge(first.at),
    last: formatPercent(last.value),
    to: formatAge(last.at),
    low: formatPercent(Math.min(...samples.map(({ value }) => value))),
  });
  const xOf = (at: number) => ((at - first.at) / (last.at - first.at || 1)) * WIDTH;
  const path = sparklinePath(samples, WIDTH, HEIGHT);
  const marks = agent.flags.filter(({ at }) => at >= first.at && at <= last.at);
  return (
    <figure class="trust-history">
      <svg viewBox={`0 -4 ${WIDTH} ${HEIGHT + 12}`} preserveAspectRatio="none" role="img" aria-label={words}>
        <path class="base" d={`M0 ${HEIGHT}H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}M0 0H${WIDTH}`} />
        <path class="area" d={`${path}V${HEIGHT}H0Z`} />
        <path class="line" d={path} />
        {agent.changedAt !== undefined && agent.changedAt >= first.at && (
          <path class="change" d={`M${xOf(agent.changedAt)} 0V${HEIGHT}`} />
        )}
        {marks.map(({ seq, at, rule }) => (
          <path key={`${seq}${rule}`} class="flag" d={`M${xOf(at)} ${HEIGHT}v7`} />
        ))}
      </svg>
      <figcaption class="hint">{words}</figcaption>
    </figure>
  );
};
