import { useSignal, useSignalEffect } from '@preact/signals';
import { DAY_MS } from '../../core/model/day.ts';
import type { AgentTrust, BlastRadius } from '../../core/model/trust-api.ts';
import { Modal } from '../components/modal.tsx';
import { formatMoment } from '../format.ts';
import { fullVault } from '../full-vault.ts';
import { t } from '../i18n/i18n.ts';
import { fromLocalInput, toLocalInput } from '../local-input.ts';
import type { AppState } from '../manager/app-state.ts';

type Props = {
  readonly app: AppState;
  readonly agent: AgentTrust;
  readonly onChanged: () => Promise<void>;
};

/** Takes back everything an agent wrote since a moment: what it touches is shown first, and it can be undone. */
export const UndoSince = ({ app, agent, onChanged }: Props) => {
  const vault = fullVault(app);
  const since = useSignal<number | undefined>(agent.changedAt ?? agent.lastSeen - DAY_MS);
  const radius = useSignal<BlastRadius | undefined>(undefined);
  const confirming = useSignal(false);
  useSignalEffect(() => {
    const from = since.value;
    radius.value = undefined;
    if (from === undefined || app.version.value < 0) return;
    void app.attempt(async () => {
      const found = await vault.blastRadius(agent.key, from);
      if (since.peek() === from) radius.value = found;
    });
  });
  const run = () =>
    app.attempt(async () => {
      confirming.value = false;
      if (since.value === undefined) return;
      const undo = await vault.undoSince(agent.key, since.value);
      app.say(t('agents.undoDone', { n: undo.count }), { undo });
      app.version.value += 1;
      await onChanged();
    });
  const { memories = 0, conversations = 0, used = 0, topics = 0 } = radius.value ?? {};
  const words =
    memories > 0 ? t('agents.undoPreview', { memories, conversations, used, topics }) : t('agents.undoNone');
  return (
    <section class="card" aria-labelledby="undo-title">
      <h2 id="undo-title">{t('agents.undoTitle')}</h2>
      <p class="hint">{t('agents.undoText')}</p>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          confirming.value = memories > 0;
        }}
      >
        <label class="stacked">
          {t('agents.undoSince')}
          <input
            class="field"
            type="datetime-local"
            value={since.value === undefined ? '' : toLocalInput(since.value)}
            onChange={(event) => {
              since.value = fromLocalInput(event.currentTarget.value);
            }}
          />
        </label>
        {agent.changedAt !== undefined && since.value === agent.changedAt && (
          <p class="hint">{t('agents.undoChanged')}</p>
        )}
        <p role="status">{radius.value && words}</p>
        <button type="submit" class="button danger" disabled={memories === 0}>
          {t('agents.undoStart')}
        </button>
      </form>
      <Modal open={confirming} title={t('agents.undoConfirm')}>
        <p>
          {t('agents.undoSince')}: {since.value !== undefined && formatMoment(since.value)}
        </p>
        <p>{words}</p>
        <div class="actions">
          <button type="button" class="button danger" onClick={() => void run()}>
            {t('agents.undoYes')}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              confirming.value = false;
            }}
          >
            {t('action.cancel')}
          </button>
        </div>
      </Modal>
    </section>
  );
};
