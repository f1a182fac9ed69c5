import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Memory } from '../../../core/model/memory.ts';
import type { ConversationView } from '../../../core/model/query.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { TrustDot } from '../../components/trust-dot.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { tellSignal } from '../../feedback.ts';
import { agentName, formatMoment } from '../../format.ts';
import { t } from '../../i18n/i18n.ts';
import { Icon } from '../../icons.tsx';
import { AboutMemory } from '../../trust/about-memory.tsx';
import { memoryActs } from '../memories/acts.ts';
import type { PageProps } from '../pages.ts';
import { navigate, route } from '../router.ts';
import { DetailActions } from './detail-actions.tsx';
import { Markdown } from './markdown.tsx';
import { Neighbours } from './neighbours.tsx';
import { Provenance } from './provenance.tsx';
import { TagEditor } from './tag-editor.tsx';

type Loaded = { readonly memory: Memory; readonly view: ConversationView | undefined };

/** One memory: its words, where they come from, what stood around them, and what can be done with it. */
export const DetailPage = ({ app }: PageProps) => {
  const loaded = useSignal<Loaded | 'gone' | undefined>(undefined);
  const seq = useComputed(() => (route.value.page === 'memory' ? Number(route.value.id) : undefined));
  const acts = useMemo(() => memoryActs(app), [app]);
  useSignalEffect(() => {
    const wanted = seq.value;
    if (wanted === undefined || app.version.value < 0) return;
    void app.attempt(async () => {
      const memory = Number.isSafeInteger(wanted) ? await app.vault.memory(wanted) : undefined;
      const view = memory && (await app.vault.conversation(memory.conversationKey));
      // An address without a number is NaN, which equals nothing.
      if (Object.is(seq.peek(), wanted)) loaded.value = memory ? { memory, view } : 'gone';
    });
  });
  useSignalEffect(() => {
    const opened = seq.value;
    if (opened === undefined) return;
    const began = performance.now();
    void app.attempt(() => tellSignal(app.vault, opened, 'open'));
    return () => void app.attempt(() => tellSignal(app.vault, opened, 'dwell', performance.now() - began));
  });
  if (loaded.value === undefined) {
    return (
      <>
        <h1 class="visually-hidden">{t('page.memory')}</h1>
        <Waiting rows={5} />
      </>
    );
  }
  if (loaded.value === 'gone') {
    return (
      <>
        <h1 class="visually-hidden">{t('page.memory')}</h1>
        <EmptyState title={t('detail.gone')} text={t('detail.goneText')}>
          <a class="button" href="#/memories">
            {t('detail.back')}
          </a>
        </EmptyState>
      </>
    );
  }
  const { memory, view } = loaded.value;
  const title = view?.conversation.title || t(`role.${memory.role}`);
  return (
    <article class="detail page">
      <button
        type="button"
        class="button quiet small back"
        onClick={() => (history.length > 1 ? history.back() : navigate('#/memories'))}
      >
        <Icon name="back" size={16} /> {t('detail.back')}
      </button>
      <header>
        <h1 dir="auto">{title}</h1>
        <p class="byline">
          <TrustDot label={memory.label} />
          <span>
            {t(`role.${memory.role}`)} · {agentName(memory.agentId)} · {formatMoment(memory.createdAt)}
            {memory.partial ? ` · ${t('partial')}` : ''}
          </span>
        </p>
        <DetailActions app={app} memory={memory} url={view?.conversation.url ?? ''} acts={acts} />
      </header>
      <div class="detail-columns">
        <div class="detail-words">
          {memory.label === 'quarantined' && (
            <p class="notice danger">
              <Icon name="warning" /> {t('label.quarantined')}
            </p>
          )}
          {view && <Neighbours view={view} memory={memory} side="before" />}
          <section class="card memory-words" aria-label={t('detail.words')}>
            <Markdown markdown={memory.markdown} />
            {memory.thinking && (
              <details class="thinking">
                <summary>{t('detail.thinking')}</summary>
                <Markdown markdown={memory.thinking} />
              </details>
            )}
          </section>
          {view && <Neighbours view={view} memory={memory} side="after" />}
        </div>
        <aside class="detail-side" aria-label={t('detail.about')}>
          <TagEditor memory={memory} acts={acts} />
          <Provenance memory={memory} view={view} />
          <AboutMemory app={app} memory={memory} />
        </aside>
      </div>
    </article>
  );
};
