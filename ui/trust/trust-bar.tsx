import type { AgentTrust } from '../../core/model/trust-api.ts';
import { formatPercent } from '../format-percent.ts';
import { t } from '../i18n/i18n.ts';
import { trustWord } from './trust-words.ts';
import '../components/parts.css';
import './trust.css';

/** Trust as a bar and in words; the bar alone says nothing that the words do not. */
export const TrustBar = ({ agent }: { agent: Pick<AgentTrust, 'trust' | 'hostile'> }) => {
  const word = trustWord(agent);
  return (
    <span class={`trust-bar ${word}`}>
      <span class="track" aria-hidden="true">
        <span class="fill" style={{ inlineSize: `${Math.round(agent.trust * 100)}%` }} />
      </span>
      <span>
        {t(`agents.words.${word}`)} <span class="share">{formatPercent(agent.trust)}</span>
      </span>
    </span>
  );
};
