import { useSignal, useSignalEffect } from '@preact/signals';
import type { Memory } from '../../core/model/memory.ts';
import type { Sentence } from '../../core/model/sentence.ts';
import type { UndoHandle } from '../../core/model/vault-api.ts';
import { fullVault } from '../full-vault.ts';
import { type MessageKey, t } from '../i18n/i18n.ts';
import type { AppState } from '../manager/app-state.ts';
import { sayReason } from './say-reason.ts';
import '../components/parts.css';
import './trust.css';

type Props = {
  readonly app: AppState;
  readonly memory: Pick<Memory, 'seq' | 'label' | 'pasted' | 'agentId'>;
};

/** Why one memory is trusted as it is, and the acts that change it; for the page of a memory. */
export const TrustReasons = ({ app, memory }: Props) => {
  const vault = fullVault(app);
  const reasons = useSignal<readonly Sentence[] | undefined>(undefined);
  const { seq, label, pasted } = memory;
  const isSurelyOwn = label === 'user-confirmed' || (label === 'user-typed' && pasted === undefined);
  useSignalEffect(() => {
    if (app.version.value < 0) return;
    void app.attempt(async () => {
      reasons.value = await vault.trustReasons(seq);
    });
  });
  const act = (words: MessageKey, run: () => Promise<UndoHandle>) =>
    app.attempt(async () => {
      const undo = await run();
      app.say(t(words, { n: undo.count }), { undo });
      app.version.value += 1;
    });
  if (!reasons.value) return null;
  return (
    <section class="card" aria-labelledby="trust-title">
      <h2 id="trust-title">{t('trust.title')}</h2>
      {reasons.value.length === 0 ? (
        <p class="hint">{t('trust.none')}</p>
      ) : (
        <ul class="reasons">
          {reasons.value.map((reason) => (
            <li key={sayReason(reason)}>{sayReason(reason)}</li>
          ))}
        </ul>
      )}
      <div class="actions">
        {label === 'quarantined' ? (
          <button
            type="button"
            class="button small"
            onClick={() => void act('quarantine.accepted', () => vault.release([seq], false))}
          >
            {t('quarantine.accept')}
          </button>
        ) : (
          <>
            {!isSurelyOwn && (
              <button
                type="button"
                class="button small"
                onClick={() => void act('trust.confirmed', () => vault.confirm([seq]))}
              >
                {t('trust.confirm')}
              </button>
            )}
            <button
              type="button"
              class="button small quiet"
              onClick={() => void act('trust.quarantined', () => vault.quarantine([seq]))}
            >
              {t('trust.quarantine')}
            </button>
          </>
        )}
      </div>
    </section>
  );
};
