import { useSignal, useSignalEffect } from '@preact/signals';
import type { AgentTrust } from '../../core/model/trust-api.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { ScrollX } from '../components/scroll-x.tsx';
import { SectionTabs } from '../components/section-tabs.tsx';
import { Waiting } from '../components/waiting.tsx';
import { agentName, formatAge, formatNumber } from '../format.ts';
import { fullVault } from '../full-vault.ts';
import { t } from '../i18n/i18n.ts';
import type { PageProps } from '../manager/pages.ts';
import { route } from '../manager/router.ts';
import { AgentView } from './agent-view.tsx';
import { TrustBar } from './trust-bar.tsx';
import { byUrgency, quarantinedOf } from './trust-words.ts';

const AgentTable = ({ agents }: { agents: readonly AgentTrust[] }) => (
  <ScrollX label={t('agents.agent')}>
    <table class="table agents">
      <thead>
        <tr>
          <th scope="col">{t('agents.agent')}</th>
          <th scope="col">{t('agents.trust')}</th>
          <th scope="col">{t('agents.state')}</th>
          <th scope="col" class="number">
            {t('agents.memories')}
          </th>
          <th scope="col" class="number">
            {t('agents.quarantined')}
          </th>
          <th scope="col">{t('agents.lastSeen')}</th>
        </tr>
      </thead>
      <tbody>
        {agents.map((agent) => (
          <tr key={agent.key}>
            <th scope="row">
              <a href={`#/agents/${encodeURIComponent(agent.key)}`}>
                <bdi>{agentName(agent.agentId)}</bdi>
              </a>
              <bdi class="origin">{agent.origin}</bdi>
            </th>
            <td>
              <TrustBar agent={agent} />
            </td>
            <td>
              <span class={`agent-state ${agent.state}`}>{t(`agents.state.${agent.state}`)}</span>
            </td>
            <td class="number">{formatNumber(agent.memories)}</td>
            <td class="number">{agent.quarantined > 0 ? formatNumber(agent.quarantined) : '–'}</td>
            <td>{formatAge(agent.lastSeen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollX>
);

/** Who wrote into the memory, and how far each can be trusted; one of them in full when the address names it. */
export const AgentsPage = ({ app, id }: PageProps) => {
  const vault = fullVault(app);
  const agents = useSignal<readonly AgentTrust[] | undefined>(undefined);
  useSignalEffect(() => {
    if (app.version.value < 0) return;
    void app.attempt(async () => {
      agents.value = [...(await vault.agentsTrust())].sort(byUrgency);
    });
  });
  const known = agents.value;
  if (!known) return <Waiting rows={5} />;
  if (id !== '' && route.value.page === 'agents') {
    const reload = () =>
      app.attempt(async () => {
        agents.value = [...(await vault.agentsTrust())].sort(byUrgency);
      });
    return <AgentView key={id} app={app} agent={known.find(({ key }) => key === id)} onChanged={reload} />;
  }
  return (
    <div class="page">
      <h1>{t('page.agents')}</h1>
      <SectionTabs section="agents" current="agents" counts={{ quarantine: quarantinedOf(known) }} />
      {known.length === 0 ? (
        <EmptyState title={t('agents.empty')} text={t('agents.emptyText')}>
          <a class="button" href="#/memories">
            {t('agents.emptyAction')}
          </a>
        </EmptyState>
      ) : (
        <>
          <p class="hint">{t('agents.intro')}</p>
          <AgentTable agents={known} />
        </>
      )}
    </div>
  );
};
