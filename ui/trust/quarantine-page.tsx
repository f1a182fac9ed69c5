import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { Seq } from '../../core/model/memory.ts';
import type { MemoryPage } from '../../core/model/query.ts';
import type { UndoHandle } from '../../core/model/vault-api.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { SectionTabs } from '../components/section-tabs.tsx';
import { Waiting } from '../components/waiting.tsx';
import { fullVault } from '../full-vault.ts';
import { type MessageKey, t } from '../i18n/i18n.ts';
import type { PageProps } from '../manager/pages.ts';
import { route } from '../manager/router.ts';
import { QuarantineItem } from './quarantine-item.tsx';
import { QuarantineToolbar } from './quarantine-toolbar.tsx';

const STEP = 30;

/** The inbox of what looks hostile: each memory waits for a decision, and each decision can be undone. */
export const QuarantinePage = ({ app }: PageProps) => {
  const vault = fullVault(app);
  const page = useSignal<MemoryPage | undefined>(undefined);
  const limit = useSignal(STEP);
  const selected = useSignal<ReadonlySet<Seq>>(new Set());
  const agent = useComputed(() =>
    route.value.page === 'quarantine' ? route.value.params.get('agent') : null,
  );
  useSignalEffect(() => {
    const agentIds = agent.value === null ? {} : { agentIds: [agent.value] };
    if (app.version.value < 0) return;
    const wanted = limit.value;
    void app.attempt(async () => {
      const found = await vault.list({ labels: ['quarantined'], ...agentIds }, 0, wanted);
      page.value = found;
      const shown = new Set(found.rows.map(({ seq }) => seq));
      selected.value = new Set([...selected.peek()].filter((seq) => shown.has(seq)));
    });
  });
  const act = (words: MessageKey, run: () => Promise<UndoHandle>) =>
    app.attempt(async () => {
      const undo = await run();
      app.say(t(words, { n: undo.count }), { undo });
      app.version.value += 1;
    });
  const acts = {
    accept: (seqs: readonly Seq[]) => act('quarantine.accepted', () => vault.release(seqs, false)),
    always: (seqs: readonly Seq[]) => act('quarantine.allowed', () => vault.release(seqs, true)),
    remove: (seqs: readonly Seq[]) => act('done.trashed', () => vault.trash(seqs)),
  };
  const found = page.value;
  return (
    <div class="page">
      <h1>{t('page.quarantine')}</h1>
      <SectionTabs section="agents" current="quarantine" counts={{ quarantine: found?.total ?? 0 }} />
      {!found && <Waiting rows={4} />}
      {found?.total === 0 && (
        <EmptyState title={t('quarantine.empty')} text={t('quarantine.emptyText')}>
          <a class="button" href="#/agents">
            {t('quarantine.emptyAction')}
          </a>
        </EmptyState>
      )}
      {found && found.total > 0 && (
        <>
          <p class="hint">{t('quarantine.intro')}</p>
          <QuarantineToolbar rows={found.rows} selected={selected} acts={acts} />
          <ul class="quarantine">
            {found.rows.map((row) => (
              <QuarantineItem key={row.seq} app={app} row={row} selected={selected} acts={acts} />
            ))}
          </ul>
          {found.rows.length < found.total && (
            <button
              type="button"
              class="button"
              onClick={() => {
                limit.value += STEP;
              }}
            >
              {t('quarantine.more')}
            </button>
          )}
        </>
      )}
    </div>
  );
};
