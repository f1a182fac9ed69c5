import { useSignal } from '@preact/signals';
import type { LearnedPattern, LearningStatus, PatternCorrection } from '../../core/model/learning-api.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { formatMoment } from '../format.ts';
import { formatPercent } from '../format-percent.ts';
import { fullVault } from '../full-vault.ts';
import { type MessageKey, say, t } from '../i18n/i18n.ts';
import type { AppState } from '../manager/app-state.ts';
import { sayPattern } from './say-pattern.ts';

const LAYERS = ['preference', 'project', 'workflow'] as const;

type Act = (words: MessageKey, run: () => Promise<void>) => Promise<void>;
type Props = {
  readonly app: AppState;
  readonly patterns: readonly LearnedPattern[];
  readonly contradictions: LearningStatus['contradictions'];
  readonly onChanged: () => Promise<void>;
};

const CORRECTIONS = ['more', 'as-found', 'less'] as const satisfies readonly PatternCorrection[];

const Correction = ({ onChoose }: { onChoose: (correction: PatternCorrection) => void }) => (
  <fieldset class="choice">
    <legend class="hint">{t('learning.correction')}</legend>
    {CORRECTIONS.map((correction) => (
      <button
        key={correction}
        type="button"
        class="button small"
        ref={(button) => {
          if (correction === CORRECTIONS[0]) button?.focus();
        }}
        onClick={() => onChoose(correction)}
      >
        {t(`learning.correction.${correction}`)}
      </button>
    ))}
  </fieldset>
);

const Pattern = ({ app, pattern, act }: { app: AppState; pattern: LearnedPattern; act: Act }) => {
  const vault = fullVault(app);
  const correcting = useSignal(false);
  const { id, evidence, strength, frozen } = pattern;
  const sentence = sayPattern(pattern.sentence);
  const correct = (correction: PatternCorrection) => {
    correcting.value = false;
    void act('learning.corrected', () => vault.correctPattern(id, correction));
  };
  return (
    <li class="pattern">
      <p>
        <bdi>{sentence}</bdi>
        {frozen && <span class="chip">{t('learning.isFrozen')}</span>}
      </p>
      <p class="hint">
        <span class="strength" aria-hidden="true">
          <span style={{ inlineSize: `${Math.round(Math.min(1, Math.max(0, strength)) * 100)}%` }} />
        </span>
        {t('learning.strength', { share: formatPercent(strength) })} · {say(evidence)}
      </p>
      {correcting.value ? (
        <Correction onChoose={correct} />
      ) : (
        <div class="actions">
          <button
            type="button"
            class="button small quiet"
            aria-label={t('learning.correctOf', { sentence })}
            onClick={() => {
              correcting.value = true;
            }}
          >
            {t('learning.correct')}
          </button>
          <button
            type="button"
            class="button small quiet"
            aria-label={t(frozen ? 'learning.unfreezeOf' : 'learning.freezeOf', { sentence })}
            onClick={() =>
              void act(frozen ? 'learning.unfrozen' : 'learning.frozen', () =>
                vault.freezePattern(id, !frozen),
              )
            }
          >
            {t(frozen ? 'learning.unfreeze' : 'learning.freeze')}
          </button>
          <button
            type="button"
            class="button small quiet"
            aria-label={t('learning.forgetOf', { sentence })}
            onClick={() => void act('learning.forgotten', () => vault.forgetPattern(id))}
          >
            {t('learning.forget')}
          </button>
        </div>
      )}
    </li>
  );
};

/** Everything that was learned, in words, each with its evidence and the ways to change it. */
export const Patterns = ({ app, patterns, contradictions, onChanged }: Props) => {
  const act: Act = (words, run) =>
    app.attempt(async () => {
      await run();
      app.say(t(words));
      await onChanged();
    });
  return (
    <section class="card" aria-labelledby="patterns-title">
      <h2 id="patterns-title">{t('learning.patterns')}</h2>
      {patterns.length === 0 && (
        <EmptyState title={t('learning.none')} text={t('learning.noneText')}>
          <a class="button" href="#/memories">
            {t('learning.noneAction')}
          </a>
        </EmptyState>
      )}
      {LAYERS.map((layer) => {
        const own = patterns.filter((pattern) => pattern.layer === layer);
        return (
          own.length > 0 && (
            <div key={layer} class="layer">
              <h3>{t(`learning.layer.${layer}`)}</h3>
              <ul>
                {own.map((pattern) => (
                  <Pattern key={pattern.id} app={app} pattern={pattern} act={act} />
                ))}
              </ul>
            </div>
          )
        );
      })}
      {contradictions.length > 0 && (
        <div class="layer">
          <h3>{t('learning.contradictions')}</h3>
          <ul class="reasons">
            {contradictions.map(({ sentence, at }) => (
              <li key={`${sentence.text} ${at}`}>
                <bdi>{sayPattern(sentence)}</bdi> <span class="hint">{formatMoment(at)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
};
