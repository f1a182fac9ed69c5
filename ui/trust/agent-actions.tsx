import { useSignal } from '@preact/signals';
import type { AgentState, AgentTrust } from '../../core/model/trust-api.ts';
import { Modal } from '../components/modal.tsx';
import { agentName } from '../format.ts';
import { fullVault } from '../full-vault.ts';
import { type MessageKey, t } from '../i18n/i18n.ts';
import type { AppState } from '../manager/app-state.ts';

type Props = {
  readonly app: AppState;
  readonly agent: AgentTrust;
  readonly onChanged: () => Promise<void>;
};

const ACTS_BY_STATE: Readonly<Record<AgentState, readonly (readonly [words: MessageKey, to: AgentState])[]>> =
  {
    normal: [['agents.pause', 'paused']],
    alarmed: [
      ['agents.allow', 'allowed'],
      ['agents.pause', 'paused'],
    ],
    allowed: [
      ['agents.withdraw', 'normal'],
      ['agents.pause', 'paused'],
    ],
    paused: [['agents.resume', 'normal']],
    revoked: [['agents.restore', 'normal']],
  };

/** What a person can decide about an agent; every decision can be taken back with the button that replaces it. */
export const AgentActions = ({ app, agent, onChanged }: Props) => {
  const revoking = useSignal(false);
  const set = (state: AgentState) =>
    app.attempt(async () => {
      revoking.value = false;
      const { key, agentId, state: before } = agent;
      const vault = fullVault(app);
      await vault.setAgentState(key, state);
      // An alarm is the filter's own: what can be put back by hand is what the person had decided.
      const takeBack = async () => {
        await vault.setAgentState(key, before);
        await onChanged();
      };
      app.say(t('agents.changed', { agent: agentName(agentId), state: t(`agents.state.${state}`) }), {
        takeBack,
      });
      await onChanged();
    });
  return (
    <div class="actions">
      {ACTS_BY_STATE[agent.state].map(([words, to]) => (
        <button key={words} type="button" class="button" onClick={() => void set(to)}>
          {t(words)}
        </button>
      ))}
      {agent.state !== 'revoked' && (
        <button
          type="button"
          class="button danger"
          onClick={() => {
            revoking.value = true;
          }}
        >
          {t('agents.revoke')}
        </button>
      )}
      <Modal open={revoking} title={t('agents.revokeTitle')}>
        <p>{t('agents.revokeText')}</p>
        <div class="actions">
          <button type="button" class="button danger" onClick={() => void set('revoked')}>
            {t('agents.revokeYes')}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              revoking.value = false;
            }}
          >
            {t('action.cancel')}
          </button>
        </div>
      </Modal>
    </div>
  );
};
