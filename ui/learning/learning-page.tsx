import { useSignal, useSignalEffect } from '@preact/signals';
import type { LearningStatus } from '../../core/model/learning-api.ts';
import { SectionTabs } from '../components/section-tabs.tsx';
import { Switch } from '../components/switch.tsx';
import { Waiting } from '../components/waiting.tsx';
import { formatPercent } from '../format-percent.ts';
import { fullVault } from '../full-vault.ts';
import { language, say, t } from '../i18n/i18n.ts';
import type { PageProps } from '../manager/pages.ts';
import { BehaviourData } from './behaviour-data.tsx';
import { Lifecycle } from './lifecycle.tsx';
import { Patterns } from './patterns.tsx';
import { Weights } from './weights.tsx';
import './learning.css';

const PHASES = [0, 1, 2] as const;

const Phases = ({ status }: { status: LearningStatus }) => (
  <section class="card" aria-labelledby="phases-title">
    <h2 id="phases-title">{t('learning.phases')}</h2>
    <ol class="phases">
      {PHASES.map((phase) => (
        <li
          key={phase}
          class={phase < status.phase ? 'past' : ''}
          aria-current={phase === status.phase ? 'step' : undefined}
        >
          <strong>
            {t(`learning.phase.${phase}`)}
            {phase === status.phase && ` (${t('learning.now')})`}
          </strong>
          <span class="hint">{t(`learning.phaseText.${phase}`)}</span>
        </li>
      ))}
    </ol>
    <p>{t('learning.counts', { signals: status.signals, queries: status.queries })}</p>
    {status.next && (
      <p class="hint">
        {t('learning.nextSignals', { n: status.next.signals })}
        {status.next.queries > 0 && ` · ${t('learning.nextQueries', { n: status.next.queries })}`}
      </p>
    )}
  </section>
);

const points = (value: number): string =>
  (100 * value).toLocaleString(language.value, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });

const Trees = ({ trees: { state, gain } }: Pick<LearningStatus, 'trees'>) => (
  <>
    <h3>{t('learning.trees')}</h3>
    <p>{t(`learning.trees.${state}`)}</p>
    {gain && (
      <p class="hint">
        {t('learning.treesGain', {
          value: points(gain.value),
          low: points(gain.low),
          high: points(gain.high),
          n: gain.n,
        })}
      </p>
    )}
  </>
);

type EffectProps = {
  readonly status: LearningStatus;
  readonly onCompare: (on: boolean) => void;
  readonly asking: boolean;
  readonly onAsk: (on: boolean) => void;
};

const Effect = ({ status: { effect, order, comparing, trees }, onCompare, asking, onAsk }: EffectProps) => (
  <section class="card" aria-labelledby="effect-title">
    <h2 id="effect-title">{t('learning.effect')}</h2>
    <p>
      {effect
        ? t('learning.effectText', {
            value: formatPercent(effect.value),
            low: formatPercent(effect.low),
            high: formatPercent(effect.high),
            n: effect.n,
          })
        : t('learning.noEffect')}
    </p>
    {order !== 'learned' && <p role="status">{t(`learning.rolledBack.${order}`)}</p>}
    <Switch checked={comparing} onChange={onCompare}>
      {t('learning.comparing')}
    </Switch>
    <Switch checked={asking} onChange={onAsk}>
      {t('learning.asking')}
    </Switch>
    <Trees trees={trees} />
  </section>
);

const ProjectNow = ({ project }: { project: LearningStatus['project'] | undefined }) => (
  <section class="card" aria-labelledby="project-title">
    <h2 id="project-title">{t('learning.project')}</h2>
    {project ? (
      <>
        <p>
          <bdi>{t('learning.projectText', { name: project.name, share: formatPercent(project.share) })}</bdi>
        </p>
        <ul class="reasons">
          {project.reasons.map((reason) => (
            <li key={reason.text}>{say(reason)}</li>
          ))}
        </ul>
      </>
    ) : (
      <p class="hint">{t('learning.noProject')}</p>
    )}
  </section>
);

/** What was learned from behaviour, how far it reaches, what it has brought, and every way to take it back. */
export const LearningPage = ({ app }: PageProps) => {
  const vault = fullVault(app);
  const status = useSignal<LearningStatus | undefined>(undefined);
  const read = () =>
    app.attempt(async () => {
      status.value = await vault.learning();
    });
  useSignalEffect(() => {
    if (app.version.value >= 0) void read();
  });
  const shown = status.value;
  const turn = (on: boolean) =>
    app.attempt(async () => {
      await vault.setLearning(on);
      app.say(t(on ? 'learning.turnedOn' : 'learning.turnedOff'));
      await read();
    });
  const compare = (on: boolean) =>
    app.attempt(async () => {
      await vault.setComparing(on);
      await read();
    });
  return (
    <div class="page">
      <h1>{t('page.learning')}</h1>
      <SectionTabs section="learning" current="learning" />
      <p class="hint">{t('learning.intro')}</p>
      {!shown && <Waiting rows={4} />}
      {shown && (
        <>
          <Switch checked={shown.on} onChange={(on) => void turn(on)}>
            {t('learning.on')}
          </Switch>
          <Phases status={shown} />
          <div class="cards">
            <Effect
              status={shown}
              onCompare={(on) => void compare(on)}
              asking={app.settings.value?.asking ?? false}
              onAsk={(asking) => void app.attempt(() => vault.changeSettings({ asking }))}
            />
            <ProjectNow project={shown.project} />
          </div>
          <Patterns
            app={app}
            patterns={shown.patterns}
            contradictions={shown.contradictions}
            onChanged={read}
          />
          {shown.weights.length > 0 && <Weights weights={shown.weights} />}
          <div class="cards">
            <BehaviourData app={app} onChanged={read} />
            <Lifecycle app={app} />
          </div>
        </>
      )}
    </div>
  );
};
