import type { AgentTrust } from '../../core/model/trust-api.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { agentName, formatMoment, formatNumber } from '../format.ts';
import { formatPercent } from '../format-percent.ts';
import { t } from '../i18n/i18n.ts';
import { Icon } from '../icons.tsx';
import type { AppState } from '../manager/app-state.ts';
import { AgentActions } from './agent-actions.tsx';
import { AgentFlags } from './agent-flags.tsx';
import { sayReason } from './say-reason.ts';
import { TrustBar } from './trust-bar.tsx';
import { TrustHistory } from './trust-history.tsx';
import { UndoSince } from './undo-since.tsx';

type Props = {
  readonly app: AppState;
  readonly agent: AgentTrust | undefined;
  readonly onChanged: () => Promise<void>;
};

const Written = ({ agent }: { agent: AgentTrust }) => {
  const { agentId, memories, quarantined, firstSeen, lastSeen } = agent;
  return (
    <section class="card" aria-labelledby="written-title">
      <h2 id="written-title">{t('agents.written')}</h2>
      <dl class="figures">
        {(
          [
            ['agents.memories', formatNumber(memories)],
            ['agents.quarantined', formatNumber(quarantined)],
            ['agents.firstSeen', formatMoment(firstSeen)],
            ['agents.lastSeen', formatMoment(lastSeen)],
          ] as const
        ).map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class="actions">
        <a class="button" href={`#/memories?agent=${encodeURIComponent(agentId)}`}>
          {t('agents.showWritten', { n: memories })}
        </a>
        {quarantined > 0 && (
          <a class="button" href={`#/quarantine?agent=${encodeURIComponent(agentId)}`}>
            {t('agents.showQuarantined', { n: quarantined })}
          </a>
        )}
      </div>
    </section>
  );
};

const Measures = ({ agent }: { agent: AgentTrust }) => (
  <section class="card" aria-labelledby="why-title">
    <h2 id="why-title">{t('agents.why')}</h2>
    {agent.reasons.length === 0 ? (
      <p class="hint">{t('agents.noReasons')}</p>
    ) : (
      <ul class="reasons">
        {agent.reasons.map((reason) => (
          <li key={sayReason(reason)}>{sayReason(reason)}</li>
        ))}
      </ul>
    )}
    <h3>{t('agents.measures')}</h3>
    <dl class="facts measures">
      {(
        [
          ['agents.usefulness', agent.usefulness],
          ['agents.hostile', agent.hostile],
          ['agents.trustFormula', agent.trust],
          ['agents.reference', agent.reference],
        ] as const
      ).map(([key, share]) => (
        <div key={key}>
          <dt>{t(key)}</dt>
          <dd>{formatPercent(share, 1)}</dd>
        </div>
      ))}
    </dl>
  </section>
);

/** One agent on one site: what it wrote, why it is trusted as far as it is, and what can be done about it. */
export const AgentView = ({ app, agent, onChanged }: Props) => {
  if (!agent) {
    return (
      <EmptyState title={t('agents.gone')} text={t('agents.goneText')}>
        <a class="button" href="#/agents">
          {t('agents.back')}
        </a>
      </EmptyState>
    );
  }
  return (
    <div class="page record-page">
      <a class="button quiet small back" href="#/agents">
        <Icon name="back" size={16} /> {t('agents.back')}
      </a>
      <header>
        <h1>
          <bdi>{agentName(agent.agentId)}</bdi>
        </h1>
        <p class="byline">
          <bdi>{agent.origin}</bdi>
          <span class={`agent-state ${agent.state}`}>{t(`agents.state.${agent.state}`)}</span>
          <TrustBar agent={agent} />
        </p>
        <p class={agent.state === 'alarmed' ? 'notice danger' : 'hint'}>
          {t(`agents.stateText.${agent.state}`)}
        </p>
        <AgentActions app={app} agent={agent} onChanged={onChanged} />
      </header>
      <section class="card" aria-labelledby="history-title">
        <h2 id="history-title">{t('agents.history')}</h2>
        <TrustHistory agent={agent} />
      </section>
      <div class="cards">
        <Measures agent={agent} />
        <Written agent={agent} />
      </div>
      <AgentFlags flags={agent.flags} />
      <UndoSince app={app} agent={agent} onChanged={onChanged} />
    </div>
  );
};
